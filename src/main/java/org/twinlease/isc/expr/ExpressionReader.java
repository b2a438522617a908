package org.twinlease.isc.expr;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Operator;
import org.twinlease.config.logic.Type;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.Map;

/// Reads expressions, grouping operators as dhcpd does (`spec/dhcpd-conf.md` section 7): what a
/// number means depends on the type of what stands before it, and an operator that binds tighter
/// than the one before takes all that follows. The terms are read by [TermReader].
public final class ExpressionReader {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 5000;

    /// There is no subtraction: dhcpd's lexer has no such token (7.3).
    private static final Map<String, Operator> OPERATORS =
            Map.ofEntries(
                    Map.entry("=", Operator.EQUAL),
                    Map.entry("and", Operator.AND),
                    Map.entry("or", Operator.OR),
                    Map.entry("+", Operator.ADD),
                    Map.entry("*", Operator.MULTIPLY),
                    Map.entry("/", Operator.DIVIDE),
                    Map.entry("%", Operator.REMAINDER),
                    Map.entry("&", Operator.BIT_AND),
                    Map.entry("|", Operator.BIT_OR),
                    Map.entry("^", Operator.BIT_XOR));

    /// What numbers are taken for: TRUTH, DATA and ANY make octets of them, NUMBER numbers. A
    /// `switch` takes either.
    public enum Wanted {
        ANY,
        TRUTH,
        DATA,
        NUMBER,
        DATA_OR_NUMBER;

        static Wanted of(Type type) {
            return switch (type) {
                case DATA -> DATA;
                case NUMBER -> NUMBER;
                case TRUTH -> TRUTH;
                case ANY -> ANY;
            };
        }
    }

    /// Finds what names stand for.
    public interface Names {
        /// The option that comes next and is taken, as its key and its qualified name.
        Expression.Exists next(Cursor in);

        /// The addresses of a host name, four octets each; without a name, this machine's own name.
        Octets lookUp(Cursor in, String name);
    }

    private final Cursor in;
    private final TermReader terms;
    private int depth;
    private int operators;

    /// Reads at a cursor, with option names as they are known there.
    public ExpressionReader(Cursor in, Names names) {
        this.in = in;
        this.terms = new TermReader(in, this, names);
    }

    /// The name of a variable.
    public static String variable(Cursor in) {
        Token.Kind kind = in.peek().kind();
        if (!in.atEnd() && (kind == Token.Kind.NAME || kind == Token.Kind.NUMBER_OR_NAME)) {
            return in.next().raw();
        }
        throw in.misread(
                "variable-expected",
                in.found() + " cannot be the name of a variable.",
                kind == Token.Kind.WORD ? "It is a keyword; put v_ before it." : "");
    }

    /// An expression that is true or false.
    public Expression truth() {
        return checked(read(Wanted.TRUTH), Type.TRUTH);
    }

    /// An expression that yields octets.
    public Expression data() {
        return checked(read(Wanted.DATA), Type.DATA);
    }

    /// An expression that yields octets; null, and nothing taken, where none can begin.
    public @Nullable Expression dataIfAny() {
        Expression read = binary(Wanted.DATA, null, null);
        return read == null ? null : checked(read, Type.DATA);
    }

    /// An expression that yields a number.
    public Expression number() {
        return checked(read(Wanted.NUMBER), Type.NUMBER);
    }

    Expression of(Type type) {
        return switch (type) {
            case DATA -> data();
            case NUMBER -> number();
            case TRUTH -> truth();
            case ANY -> read(Wanted.ANY);
        };
    }

    /// An expression whose type is for the caller to judge.
    public Expression read(Wanted wanted) {
        Expression read = binary(wanted, null, null);
        if (read == null) {
            throw in.misreadBefore(
                    "expression-expected",
                    "Expected " + noun(wanted) + ", found " + in.found() + ".",
                    "");
        }
        return read;
    }

    private static String noun(Wanted wanted) {
        return switch (wanted) {
            case ANY -> "an expression";
            case TRUTH -> "a condition";
            case DATA -> "a value";
            case NUMBER -> "a number";
            case DATA_OR_NUMBER -> "a value or a number";
        };
    }

    private Expression checked(Expression read, Type type) {
        if (read.type() == type || read.type() == Type.ANY) return read;
        throw behind(
                "wrong-type",
                "Expected "
                        + noun(Wanted.of(type))
                        + ", and this is "
                        + noun(Wanted.of(read.type()))
                        + ".",
                type == Type.TRUTH ? "Compare it with something, or use 'exists'." : "");
    }

    /// A term with the operators that follow; null when no term is there.
    @Nullable Expression binary(
            Wanted first, @Nullable Expression given, @Nullable Operator before) {
        if (++depth > DEEPEST || ++operators > LONGEST) throw tooDeep();
        Wanted wanted = first;
        Expression left = given;
        Operator operator = before;
        try {
            while (true) {
                Expression right = terms.term(wanted);
                if (right == null) {
                    if (left == null) return null;
                    throw in.misreadBefore(
                            "operand-expected",
                            "Expected an operand, found " + in.found() + ".",
                            "");
                }
                int at = in.position();
                Operator next = operator();
                if (left == null || operator == null) {
                    if (next == null) return right;
                    left = right;
                } else {
                    boolean tighter = next != null && next.precedence() > operator.precedence();
                    if (tighter && next != null) {
                        right = inner(next, right, at);
                        next = null;
                    }
                    left = combined(operator, left, right);
                    if (next == null) return left;
                    if (++operators > LONGEST) throw tooDeep();
                }
                operator = next;
                operatorAt = at;
                wanted = Wanted.of(right.type());
            }
        } finally {
            depth--;
        }
    }

    private int operatorAt;

    private Expression inner(Operator next, Expression left, int at) {
        int outer = operatorAt;
        operatorAt = at;
        Expression read = binary(Wanted.of(next.operands()), left, next);
        operatorAt = outer;
        if (read == null) throw new IllegalStateException("no operand");
        return read;
    }

    private Expression combined(Operator operator, Expression left, Expression right) {
        Type l = left.type();
        Type r = right.type();
        if (l != Type.ANY && r != Type.ANY && l != r) {
            throw behind(
                    "types-differ",
                    "'"
                            + operator.word()
                            + "' stands between "
                            + noun(Wanted.of(l))
                            + " and "
                            + noun(Wanted.of(r))
                            + ".",
                    "Put parentheses around what belongs together: dhcpd groups otherwise than"
                            + " one thinks.");
        }
        Type wanted =
                switch (operator) {
                    case EQUAL, NOT_EQUAL -> r == Type.TRUTH ? Type.DATA : r;
                    case MATCHES -> Type.DATA;
                    case MATCHES_ANY_CASE -> r;
                    default -> r == Type.ANY ? r : operator.operands();
                };
        if (r != wanted) {
            throw behind(
                    "wrong-operand",
                    "'"
                            + operator.word()
                            + "' needs "
                            + noun(Wanted.of(wanted))
                            + " on both sides.",
                    wanted == Type.NUMBER
                            ? "A number at the start of a value is hexadecimal octets: write"
                                    + " encode-int(..., 32) around the arithmetic."
                            : "");
        }
        return new Expression.Binary(in.origin(operatorAt), operator, left, right);
    }

    /// Takes an operator if one comes next.
    private @Nullable Operator operator() {
        if (in.atEnd()) return null;
        Token token = in.peek();
        if (token.kind() != Token.Kind.PUNCTUATION && token.kind() != Token.Kind.WORD) return null;
        if (token.is("!")) {
            in.next();
            if (in.skip("=")) return Operator.NOT_EQUAL;
            throw in.misreadBefore(
                    "operator-expected", "Expected '=' behind '!', found " + in.found() + ".", "");
        }
        if (token.is("~")) {
            in.next();
            if (in.skip("=")) return Operator.MATCHES;
            if (in.skip("~")) return Operator.MATCHES_ANY_CASE;
            throw in.misreadBefore(
                    "operator-expected",
                    "Expected ~= or ~~, found " + in.found() + " behind '~'.",
                    "Write ~= for a regular expression, ~~ for one that ignores case.");
        }
        Operator found = OPERATORS.get(token.raw().toLowerCase(java.util.Locale.ROOT));
        if (found != null) in.next();
        return found;
    }

    private Misread behind(String code, String message, String remedy) {
        return in.misreadBefore(code, message, remedy);
    }

    private Misread tooDeep() {
        return in.misread(
                "expression-too-long",
                "The expression is nested more than "
                        + DEEPEST
                        + " deep or has more than "
                        + LONGEST
                        + " parts.",
                "Use a class with subclasses instead of a long condition.");
    }
}
