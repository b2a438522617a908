package org.twinlease.isc.kea;

import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Fact;
import org.twinlease.config.logic.Function;
import org.twinlease.config.logic.Operator;
import org.twinlease.config.logic.Type;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Expressions of dhcpd.conf as expressions of Kea's client classes. To dhcpd a comparison with an
/// option that is not there is undefined, and so is its opposite; to Kea such an option is empty
/// text. Where that would turn a result round, the expression asks for the option first.
final class KeaTest {

    /// Thrown for what Kea cannot say; the message is what that is, as dhcpd.conf spells it.
    static final class Untranslatable extends Exception {
        private static final long serialVersionUID = 1;

        Untranslatable(String what) {
            super(what);
        }
    }

    private static final Map<Integer, String> FIELDS =
            Map.of(12, "pkt4.ciaddr", 16, "pkt4.yiaddr", 20, "pkt4.siaddr", 24, "pkt4.giaddr");

    private KeaTest() {}

    /// A condition.
    ///
    /// @throws Untranslatable when Kea has no words for it
    static String truth(Expression condition) throws Untranslatable {
        return switch (condition) {
            case Expression.Exists(var _, OptionKey key, String name) ->
                    option(key, name) + ".exists";
            case Expression.Known(var _, Fact fact) when fact == Fact.KNOWN -> "member('KNOWN')";
            case Expression.Not(var _, Expression operand) ->
                    asked(operand) + "not (" + truth(operand) + ")";
            case Expression.Binary(var _, Operator operator, Expression left, Expression right) ->
                    binary(operator, left, right);
            default -> throw new Untranslatable(words(condition));
        };
    }

    private static String binary(Operator operator, Expression left, Expression right)
            throws Untranslatable {
        return switch (operator) {
            case AND, OR -> "(" + truth(left) + ") " + operator.word() + " (" + truth(right) + ")";
            case EQUAL -> data(left) + " == " + data(right);
            case NOT_EQUAL ->
                    asked(left) + asked(right) + "not (" + data(left) + " == " + data(right) + ")";
            default -> throw new Untranslatable("the operator " + operator.word());
        };
    }

    /// What has to be there before the opposite of something may be true.
    private static String asked(Expression operand) throws Untranslatable {
        var options = new TreeSet<String>();
        options(operand, options);
        return options.stream().map(o -> o + ".exists and ").collect(Collectors.joining());
    }

    private static void options(Expression in, Set<String> found) throws Untranslatable {
        switch (in) {
            case Expression.OptionValue(var _, OptionKey key, String name, boolean _) ->
                    found.add(option(key, name));
            case Expression.Not(var _, Expression operand) -> options(operand, found);
            case Expression.Binary(var _, var _, Expression left, Expression right) -> {
                options(left, found);
                options(right, found);
            }
            case Expression.Apply(var _, var _, List<Expression> arguments) -> {
                for (Expression each : arguments) options(each, found);
            }
            default -> {}
        }
    }

    /// Octets.
    ///
    /// @throws Untranslatable when Kea has no words for it
    static String data(Expression value) throws Untranslatable {
        return switch (value) {
            case Expression.Constant(var _, Octets octets) -> KeaText.literal(octets);
            case Expression.OptionValue(var _, OptionKey key, String name, boolean answer)
                    when !answer ->
                    option(key, name) + ".hex";
            case Expression.Known(var _, Fact fact) when fact == Fact.HARDWARE ->
                    "concat(substring(pkt4.htype, -1, all), pkt4.mac)";
            case Expression.Apply(var _, Function function, List<Expression> arguments) ->
                    apply(function, arguments);
            default -> throw new Untranslatable(words(value));
        };
    }

    private static String apply(Function function, List<Expression> arguments)
            throws Untranslatable {
        return switch (function) {
            case SUBSTRING -> {
                int from = number(arguments.get(1));
                int length = number(arguments.get(2));
                boolean mac =
                        from >= 1
                                && arguments.getFirst() instanceof Expression.Known(var _, Fact f)
                                && f == Fact.HARDWARE;
                String of = mac ? "pkt4.mac" : data(arguments.getFirst());
                yield "substring(%s, %d, %d)".formatted(of, mac ? from - 1 : from, length);
            }
            case SUFFIX ->
                    "substring(%s, -%d, all)"
                            .formatted(data(arguments.getFirst()), number(arguments.get(1)));
            case CONCAT -> {
                String all = data(arguments.getLast());
                for (Expression each : arguments.reversed().subList(1, arguments.size())) {
                    all = "concat(" + data(each) + ", " + all + ")";
                }
                yield all;
            }
            case PACKET -> {
                String field = FIELDS.get(number(arguments.getFirst()));
                if (field == null || number(arguments.get(1)) != 4) {
                    throw new Untranslatable("packet() of other fields than the addresses");
                }
                yield field;
            }
            default -> throw new Untranslatable(function.word() + "()");
        };
    }

    private static int number(Expression value) throws Untranslatable {
        if (value instanceof Expression.Numeral(var _, int number) && number >= 0) return number;
        throw new Untranslatable("an offset or length that is computed");
    }

    private static String option(OptionKey key, String name) throws Untranslatable {
        if (key.space().equals("dhcp")) return "option[" + key.code() + "]";
        if (key.space().equals("agent")) return "relay4[" + key.code() + "]";
        throw new Untranslatable("option " + name);
    }

    private static String words(Expression of) {
        return switch (of) {
            case Expression.Known(var _, Fact fact) -> fact.word();
            case Expression.Variable(var _, String name) -> "the variable " + name;
            case Expression.Defined(var _, String name) -> "defined(" + name + ")";
            case Expression.Call(var _, String name, var _) -> name + "()";
            case Expression.Check(var _, String collection) -> "check \"" + collection + "\"";
            case Expression.HostLookup(var _, String name, var _) -> "the host name " + name;
            case Expression.OptionValue(var _, var _, String name, var _) ->
                    "config-option " + name;
            default -> of.type() == Type.NUMBER ? "a number" : "the expression";
        };
    }
}
