package org.twinlease.config.logic;

/// The binary operators, with the precedence that dhcpd gives them (`spec/dhcpd-conf.md` 7.3): a
/// higher number binds tighter. It is not what it looks like: sums bind tighter than products, and
/// bits tighter than anything.
public enum Operator {
    EQUAL("=", 4, Type.DATA),
    NOT_EQUAL("!=", 4, Type.DATA),
    /// POSIX extended regular expression on the right.
    MATCHES("~=", 4, Type.DATA),
    /// The same, ignoring case.
    MATCHES_ANY_CASE("~~", 4, Type.DATA),
    AND("and", 3, Type.TRUTH),
    OR("or", 3, Type.TRUTH),
    ADD("+", 2, Type.NUMBER),
    MULTIPLY("*", 1, Type.NUMBER),
    DIVIDE("/", 1, Type.NUMBER),
    REMAINDER("%", 1, Type.NUMBER),
    BIT_AND("&", 100, Type.NUMBER),
    BIT_OR("|", 100, Type.NUMBER),
    BIT_XOR("^", 100, Type.NUMBER);

    private final String word;
    private final int precedence;
    private final Type operands;

    Operator(String word, int precedence, Type operands) {
        this.word = word;
        this.precedence = precedence;
        this.operands = operands;
    }

    /// How dhcpd.conf spells it.
    public String word() {
        return word;
    }

    /// How tightly it binds, compared with the others.
    public int precedence() {
        return precedence;
    }

    /// What its operands are taken for while they are read. The comparisons take numbers and truth
    /// values, too.
    public Type operands() {
        return operands;
    }

    /// The type of the result.
    public Type type() {
        return precedence == 3 || precedence == 4 ? Type.TRUTH : Type.NUMBER;
    }
}
