package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Operator;
import org.twinlease.value.Octets;

import java.util.Objects;

/// Evaluates expressions as dhcpd does, missing values included (`spec/dhcpd-conf.md` 7.5): null is
/// an undefined value. Numbers are 32 bits wide and unsigned.
final class Evaluator {
    private static final int DEEPEST = 6000;
    private static final long MASK = 0xFFFF_FFFFL;

    /// More octets than any option or packet needs.
    static final int MOST_OCTETS = 8192;

    private final Circumstances about;
    private final Variables variables;
    private final Outcome outcome;
    private final DataFunctions functions;
    private int depth;

    /// `variables` are read only here; the answer as far as it is made is that of `outcome`.
    Evaluator(Circumstances about, Variables variables, Outcome outcome) {
        this.about = about;
        this.variables = variables;
        this.outcome = outcome;
        this.functions = new DataFunctions(this, about);
    }

    /// The value of an expression of whatever type.
    @Nullable Value value(Expression e) {
        return switch (e.type()) {
            case DATA -> {
                Octets data = data(e);
                yield data == null ? null : new Value.Data(data);
            }
            case NUMBER -> {
                Long number = number(e);
                yield number == null ? null : new Value.Count(number);
            }
            case TRUTH -> {
                Boolean truth = truth(e);
                yield truth == null ? null : new Value.Truth(truth);
            }
            case ANY -> e instanceof Expression.Variable v ? variables.get(v.name()) : null;
        };
    }

    @Nullable Octets data(Expression e) {
        if (++depth > DEEPEST) {
            depth--;
            return null;
        }
        Octets data =
                switch (e) {
                    case Expression.Constant c -> c.value();
                    case Expression.OptionValue o ->
                            o.answer() ? outcome.option(o.key()) : Received.option(about, o.key());
                    case Expression.Known k -> functions.fact(k.fact());
                    case Expression.HostLookup h -> h.found().length() == 0 ? null : h.found();
                    case Expression.Variable v ->
                            variables.get(v.name()) instanceof Value.Data d ? d.octets() : null;
                    case Expression.Apply a -> functions.apply(a);
                    // As in dhcpd, a function of the configuration yields no octets (7.1).
                    default -> null;
                };
        depth--;
        return data == null || data.length() > MOST_OCTETS ? null : data;
    }

    @Nullable Long number(Expression e) {
        if (++depth > DEEPEST) {
            depth--;
            return null;
        }
        Long number =
                switch (e) {
                    case Expression.Numeral n -> n.value() & MASK;
                    case Expression.Known k -> functions.count(k.fact());
                    case Expression.Variable v ->
                            variables.get(v.name()) instanceof Value.Count n ? n.number() : null;
                    case Expression.Apply a -> functions.extracted(a);
                    case Expression.Binary b -> arithmetic(b);
                    default -> null;
                };
        depth--;
        return number;
    }

    private @Nullable Long arithmetic(Expression.Binary b) {
        Long left = number(b.left());
        Long right = number(b.right());
        if (left == null || right == null) return null;
        Long result =
                switch (b.operator()) {
                    case ADD -> left + right;
                    case MULTIPLY -> left * right;
                    case DIVIDE -> right == 0 ? null : Long.valueOf(left / right);
                    case REMAINDER -> right == 0 ? null : Long.valueOf(left % right);
                    case BIT_AND -> left & right;
                    case BIT_OR -> left | right;
                    case BIT_XOR -> left ^ right;
                    default -> null;
                };
        return result == null ? null : Long.valueOf(result & MASK);
    }

    @Nullable Boolean truth(Expression e) {
        if (++depth > DEEPEST) {
            depth--;
            return null;
        }
        Boolean truth =
                switch (e) {
                    case Expression.Exists x -> Received.option(about, x.key()) != null;
                    case Expression.Defined d -> variables.get(d.name()) != null;
                    case Expression.Known k -> functions.truth(k.fact());
                    case Expression.Check _ -> outcome.isMember();
                    case Expression.Not n -> negated(truth(n.operand()));
                    case Expression.Variable v ->
                            variables.get(v.name()) instanceof Value.Truth t ? t.truth() : null;
                    case Expression.Binary b -> compared(b);
                    default -> null;
                };
        depth--;
        return truth;
    }

    private static @Nullable Boolean negated(@Nullable Boolean truth) {
        return truth == null ? null : Boolean.valueOf(!truth);
    }

    private @Nullable Boolean compared(Expression.Binary b) {
        return switch (b.operator()) {
            case AND -> Boolean.TRUE.equals(truth(b.left())) ? truth(b.right()) : null;
            case OR -> either(b);
            case EQUAL -> equal(b.left(), b.right());
            case NOT_EQUAL -> !equal(b.left(), b.right());
            case MATCHES, MATCHES_ANY_CASE -> matched(b);
            default -> null;
        };
    }

    private @Nullable Boolean either(Expression.Binary b) {
        Boolean left = truth(b.left());
        if (Boolean.TRUE.equals(left)) return true;
        Boolean right = truth(b.right());
        if (left == null && right == null) return null;
        return Boolean.TRUE.equals(right);
    }

    /// Two undefined values are equal; one is equal to nothing.
    private boolean equal(Expression left, Expression right) {
        boolean numbers =
                left.type() == org.twinlease.config.logic.Type.NUMBER
                        || right.type() == org.twinlease.config.logic.Type.NUMBER;
        boolean truths = left.type() == org.twinlease.config.logic.Type.TRUTH;
        if (numbers) return Objects.equals(number(left), number(right));
        if (truths) return Objects.equals(truth(left), truth(right));
        boolean variables =
                left instanceof Expression.Variable && right instanceof Expression.Variable;
        return variables
                ? Objects.equals(value(left), value(right))
                : Objects.equals(data(left), data(right));
    }

    private @Nullable Boolean matched(Expression.Binary b) {
        Octets text = data(b.left());
        Octets pattern = data(b.right());
        if (text == null || pattern == null) return null;
        boolean anyCase = b.operator() == Operator.MATCHES_ANY_CASE;
        Boolean found = Patterns.find(pattern.text(), text.text(), anyCase);
        // A pattern that is none matches nothing (rule S41).
        return found != null && found;
    }

    static Octets bigEndian(long number, int width) {
        byte[] out = new byte[width];
        for (int i = 0; i < width; i++) out[i] = (byte) (number >> (8 * (width - 1 - i)));
        return Octets.of(out);
    }

    /// The first four octets at most as a number.
    static long unsigned(Octets octets) {
        long number = 0;
        for (int i = 0; i < Math.min(4, octets.length()); i++) {
            number = number << 8 | octets.at(i);
        }
        return number;
    }
}
