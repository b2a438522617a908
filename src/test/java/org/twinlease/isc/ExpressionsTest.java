package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.ClientClass;
import org.twinlease.config.Config;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// How dhcpd groups expressions (`spec/dhcpd-conf.md` 7.3), written with parentheses everywhere.
class ExpressionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "encode-int(1 + 2 * 3, 8); encode-int(((1 + 2) * 3), 8)",
                "encode-int(2 * 3 + 1, 8); encode-int((2 * (3 + 1)), 8)",
                "encode-int(2 * 3 + 4 * 5, 8); encode-int((2 * ((3 + 4) * 5)), 8)",
                "encode-int(1 + 2 & 3, 8); encode-int((1 + (2 & 3)), 8)",
                "encode-int(8 / 2 % 3, 8); encode-int(((8 / 2) % 3), 8)",
                "concat(\"a\", \"b\", 0:1); concat(61, 62, 00:01)",
                "pick(option host-name, null); pick-first-value(option host-name, null)",
                "substring(hardware, 1, 6); substring(hardware, 1, 6)",
                "config-option agent.circuit-id; config-option agent.circuit-id",
                "extract; extract",
                "ab; ab",
            })
    void groupsValues(String written, String grouped) {
        var set = (Action.Assign) first("set v_x = " + written + ";");
        assertEquals(grouped, words(set.value()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"a\" = \"b\" and \"c\" = \"d\" or \"e\" = \"f\";"
                        + " ((61 = 62) and ((63 = 64) or (65 = 66)))",
                "exists agent.circuit-id and exists routers or known;"
                        + " ((exists agent.circuit-id and exists routers) or known)",
                "(known) and (static) or (known); ((known and static) or known)",
                "not (option host-name = \"a\") and known;"
                        + " (not (option host-name = 61) and known)",
                "option host-name ~= \"^a\"; (option host-name ~= 5e:61)",
                "extract-int(option host-name, 8) = 5 + 1;"
                        + " (extract-int(option host-name, 8) = (5 + 1))",
            })
    void groupsConditions(String written, String grouped) {
        String text = "if (" + written + ") { }";
        if (written.startsWith("extract")) {
            assertEquals(List.of("1:44 types-differ"), Conf.errors(text));
            return;
        }
        assertEquals(grouped, words(((Action.If) first(text)).condition()));
    }

    @Test
    void keepsTheOrderOfWhatIsSetBehindACondition() {
        Config config =
                Conf.config(
                        "option domain-name \"a\"; if known { max-lease-time 9; } elsif static { }"
                                + " else { log(info, \"x\"); } option domain-name \"b\";");
        List<Action> actions = config.global().actions();
        assertEquals(2, actions.size());
        var condition = (Action.If) actions.getFirst();
        assertEquals(new Origin("dhcpd.conf", 1, 25), condition.at());
        var second = (Action.If) condition.otherwise().getFirst();
        assertEquals(Action.Priority.INFO, ((Action.Log) second.otherwise().getFirst()).priority());
        var set = (Action.SetOption) actions.get(1);
        assertEquals(Octets.ofText("b"), ((Expression.Constant) set.value()).value());
    }

    @Test
    void readsAClassWithItsSubclasses() {
        ClientClass read =
                Conf.config(
                                "class \"m\" { match substring(hardware, 1, 3); lease limit 4; }"
                                        + " subclass \"m\" 0:1:2 { min-secs 3; }"
                                        + " subclass \"m\" \"abc\";"
                                        + " class \"m\" { match if known; }")
                        .classes()
                        .getFirst();
        assertEquals("substring(hardware, 1, 3)", words(Objects.requireNonNull(read.submatch())));
        assertEquals("known", words(Objects.requireNonNull(read.matchIf())));
        assertEquals(4, read.leaseLimit());
        assertEquals(
                List.of(Octets.of((byte) 0, (byte) 1, (byte) 2), Octets.ofText("abc")),
                read.subclasses().stream().map(ClientClass.Subclass::data).toList());
    }

    @Test
    void refusesAnExpressionWithoutEnd() {
        String deep = "set v_x = " + "(".repeat(5000) + "\"a\"" + ")".repeat(5000) + ";";
        assertEquals(List.of("1:211 expression-too-long"), Conf.errors(deep));
    }

    private static Action first(String text) {
        return Conf.config(text).global().actions().getFirst();
    }

    static String words(Expression e) {
        return switch (e) {
            case Expression.Constant c -> c.value().hex();
            case Expression.Numeral n -> Integer.toString(n.value());
            case Expression.OptionValue o -> (o.answer() ? "config-option " : "option ") + o.name();
            case Expression.Exists x -> "exists " + x.name();
            case Expression.Known k -> k.fact().word();
            case Expression.HostLookup h -> "gethostbyname(" + h.name() + ")";
            case Expression.Variable v -> v.name();
            case Expression.Defined d -> "defined(" + d.name() + ")";
            case Expression.Call c -> c.name() + list(c.arguments());
            case Expression.Apply a -> a.function().word() + list(a.arguments());
            case Expression.Check c -> "check " + c.collection();
            case Expression.Not n -> "not " + words(n.operand());
            case Expression.Binary b ->
                    "("
                            + words(b.left())
                            + " "
                            + b.operator().word()
                            + " "
                            + words(b.right())
                            + ")";
        };
    }

    private static String list(List<Expression> all) {
        return all.stream().map(ExpressionsTest::words).collect(Collectors.joining(", ", "(", ")"));
    }
}
