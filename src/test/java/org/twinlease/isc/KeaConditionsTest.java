package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.logic.Expression;
import org.twinlease.isc.kea.KeaExport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// A client is in a class of the exported configuration where it is in that of dhcpd, whatever
/// options it sends: conditions are worked out for all packets by dhcpd's rules
/// (`spec/dhcpd-conf.md` 7.5), and what was written for Kea by Kea's.
final class KeaConditionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> OPTIONS = Map.of("host-name", 12, "user-class", 77);

    /// What a client sends: nothing, empty text, or one of two texts.
    private static final List<String> SENT = List.of("-", "", "a", "b");

    private static String exported(String condition) {
        String conf = "class \"c\" { match if " + condition + "; }";
        JsonNode root = JSON.valueToTree(KeaExport.of(Conf.config(conf)).document());
        return root.at("/Dhcp4/client-classes/0/test").asText();
    }

    private static Expression read(String condition) {
        String conf = "class \"c\" { match if " + condition + "; }";
        return Objects.requireNonNull(Conf.config(conf).classes().getFirst().matchIf());
    }

    private static List<Map<Integer, String>> packets() {
        List<Map<Integer, String>> all = new ArrayList<>();
        for (String first : SENT) {
            for (String second : SENT) {
                Map<Integer, String> packet = new HashMap<>();
                if (!first.equals("-")) packet.put(12, first);
                if (!second.equals("-")) packet.put(77, second);
                all.add(packet);
            }
        }
        return all;
    }

    /// True, false, or null for what dhcpd has as undefined.
    private static @Nullable Boolean dhcpd(Expression of, Map<Integer, String> packet) {
        return switch (of) {
            case Expression.Exists x -> packet.containsKey(OPTIONS.get(x.name()));
            case Expression.Not n -> {
                Boolean operand = dhcpd(n.operand(), packet);
                yield operand == null ? null : (Boolean) !operand;
            }
            case Expression.Binary b ->
                    switch (b.operator()) {
                        case AND ->
                                Boolean.TRUE.equals(dhcpd(b.left(), packet))
                                        ? dhcpd(b.right(), packet)
                                        : null;
                        case OR -> {
                            Boolean left = dhcpd(b.left(), packet);
                            if (Boolean.TRUE.equals(left)) yield true;
                            Boolean right = dhcpd(b.right(), packet);
                            if (left == null && right == null) yield null;
                            yield Boolean.TRUE.equals(right);
                        }
                        case EQUAL -> isEqual(b, packet);
                        case NOT_EQUAL -> !isEqual(b, packet);
                        default -> throw new IllegalArgumentException(b.toString());
                    };
            default -> throw new IllegalArgumentException(of.toString());
        };
    }

    private static boolean isEqual(Expression.Binary b, Map<Integer, String> packet) {
        return Objects.equals(data(b.left(), packet), data(b.right(), packet));
    }

    private static @Nullable String data(Expression of, Map<Integer, String> packet) {
        return switch (of) {
            case Expression.Constant c -> c.value().text();
            case Expression.OptionValue o -> packet.get(OPTIONS.get(o.name()));
            default -> throw new IllegalArgumentException(of.toString());
        };
    }

    /// What Kea makes of a test: to it an option that is not there is empty text.
    private static final class Kea {
        private final String text;
        private final Map<Integer, String> packet;
        private int at;

        Kea(String text, Map<Integer, String> packet) {
            this.text = text;
            this.packet = packet;
        }

        boolean matches() {
            boolean value = or();
            assertThat(text.substring(at)).isBlank();
            return value;
        }

        private boolean takes(String word) {
            while (at < text.length() && text.charAt(at) == ' ') at++;
            if (!text.startsWith(word, at)) return false;
            at += word.length();
            return true;
        }

        private boolean or() {
            boolean value = and();
            while (takes("or ")) value |= and();
            return value;
        }

        private boolean and() {
            boolean value = term();
            while (takes("and ")) value &= term();
            return value;
        }

        private boolean term() {
            if (takes("not ")) return !term();
            if (takes("(")) {
                boolean value = or();
                assertThat(takes(")")).isTrue();
                return value;
            }
            if (takes("option[12].exists")) return packet.containsKey(12);
            if (takes("option[77].exists")) return packet.containsKey(77);
            String left = value();
            assertThat(takes("==")).as(text.substring(at)).isTrue();
            return left.equals(value());
        }

        private String value() {
            if (takes("option[12].hex")) return packet.getOrDefault(12, "");
            if (takes("option[77].hex")) return packet.getOrDefault(77, "");
            assertThat(takes("'")).as(text.substring(at)).isTrue();
            int end = text.indexOf('\'', at);
            String literal = text.substring(at, end);
            at = end + 1;
            return literal;
        }
    }

    private static String random(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            String option = random.nextBoolean() ? "host-name" : "user-class";
            if (random.nextInt(4) == 0) return "(exists " + option + ")";
            String equals = random.nextBoolean() ? " = \"" : " != \"";
            String text = List.of("", "a", "b").get(random.nextInt(3));
            return "(option " + option + equals + text + "\")";
        }
        if (random.nextInt(3) == 0) return "(not " + random(random, depth - 1) + ")";
        String operator = random.nextBoolean() ? " and " : " or ";
        return "(" + random(random, depth - 1) + operator + random(random, depth - 1) + ")";
    }

    private static void agree(String condition) {
        Expression expression = read(condition);
        String test = exported(condition);
        for (Map<Integer, String> packet : packets()) {
            assertThat(new Kea(test, packet).matches())
                    .as("%s as %s for %s", condition, test, packet)
                    .isEqualTo(Boolean.TRUE.equals(dhcpd(expression, packet)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "option host-name = \"a\"",
                "option host-name != \"a\"",
                "option host-name = \"\"",
                "option host-name != \"\"",
                "not (option host-name = \"a\")",
                "not (option host-name != \"a\")",
                "not (exists host-name and exists user-class)",
                "not (not (exists host-name and exists user-class))",
                "not ((exists host-name and exists user-class) or exists host-name)",
                "not ((exists host-name and exists user-class) or (exists user-class and exists"
                        + " host-name))",
            })
    void whatDhcpdTakesForTrueKeaDoes(String condition) {
        agree(condition);
    }

    @Test
    void soDoesAnyOtherConditionForAnyPacket() {
        var random = new Random(20_260_401);
        for (int i = 0; i < 400; i++) agree(random(random, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "option user-class != \"a\" | not (option[77].hex == 'a')",
                "option user-class = \"\" | option[77].exists and option[77].hex == ''",
                "not (known and exists user-class) | (member('KNOWN')) and (not"
                        + " (option[77].exists))",
                "not (known or exists user-class) | (not (member('KNOWN'))) and (not"
                        + " (option[77].exists))",
            })
    void anOppositeIsWrittenForWhatIsFalseAlone(String condition, String test) {
        assertThat(exported(condition)).isEqualTo(test);
    }
}
