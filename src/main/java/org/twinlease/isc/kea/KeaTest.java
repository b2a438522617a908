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

/// Expressions of dhcpd.conf as expressions of Kea's client classes. To dhcpd an option that is not
/// there equals nothing, not even empty text, which it is to Kea: there the expression asks for the
/// option first. And to dhcpd an `and` whose left side is not true is undefined, as is its opposite
/// (`spec/dhcpd-conf.md` 7.5); so what is true and what is false are translated each by itself.
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

    /// A condition: what holds where it is true.
    ///
    /// @throws Untranslatable when Kea has no words for it
    static String truth(Expression condition) throws Untranslatable {
        return switch (condition) {
            case Expression.Exists(var _, OptionKey key, String name) ->
                    option(key, name) + ".exists";
            case Expression.Known(var _, Fact fact) when fact == Fact.KNOWN -> "member('KNOWN')";
            case Expression.Not(var _, Expression operand) -> falsehood(operand);
            case Expression.Binary(var _, Operator operator, Expression left, Expression right) ->
                    binary(operator, left, right);
            default -> throw new Untranslatable(words(condition));
        };
    }

    private static String binary(Operator operator, Expression left, Expression right)
            throws Untranslatable {
        return switch (operator) {
            case AND, OR -> both(truth(left), operator, truth(right));
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> not(equal(left, right));
            default -> throw new Untranslatable("the operator " + operator.word());
        };
    }

    /// What holds where a condition is false, and not where it is undefined.
    private static String falsehood(Expression condition) throws Untranslatable {
        return switch (condition) {
            case Expression.Not(var _, Expression operand) -> truth(operand);
            case Expression.Binary(var _, Operator operator, Expression left, Expression right)
                    when operator == Operator.AND ->
                    both(truth(left), Operator.AND, falsehood(right));
            case Expression.Binary(var _, Operator operator, Expression left, Expression right)
                    when operator == Operator.OR -> {
                String neither = both(not(truth(left)), Operator.AND, not(truth(right)));
                if (isDefined(left) || isDefined(right)) yield neither;
                String one = both(falsehood(left), Operator.OR, falsehood(right));
                yield both(neither, Operator.AND, one);
            }
            default -> not(truth(condition));
        };
    }

    /// Whether a condition is true or false, whatever a packet holds.
    private static boolean isDefined(Expression condition) {
        return switch (condition) {
            case Expression.Not(var _, Expression operand) -> isDefined(operand);
            case Expression.Binary(var _, Operator operator, Expression left, Expression right) ->
                    operator == Operator.OR
                            ? isDefined(left) || isDefined(right)
                            : operator != Operator.AND;
            default -> true;
        };
    }

    private static String both(String left, Operator operator, String right) {
        return "(" + left + ") " + operator.word() + " (" + right + ")";
    }

    private static String not(String condition) {
        return "not (" + condition + ")";
    }

    private static String equal(Expression left, Expression right) throws Untranslatable {
        String there = isEmpty(right) ? asked(left) : isEmpty(left) ? asked(right) : "";
        return there + data(left) + " == " + data(right);
    }

    private static boolean isEmpty(Expression value) {
        return value instanceof Expression.Constant(var _, Octets octets) && octets.length() == 0;
    }

    /// What has to be there before something may equal empty text.
    private static String asked(Expression operand) throws Untranslatable {
        var options = new TreeSet<String>();
        options(operand, options);
        return options.stream().map(o -> o + ".exists and ").collect(Collectors.joining());
    }

    private static void options(Expression in, Set<String> found) throws Untranslatable {
        switch (in) {
            case Expression.OptionValue(var _, OptionKey key, String name, boolean _) ->
                    found.add(option(key, name));
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
