package org.twinlease.config.logic;

/// The functions that dhcpd has built in (`spec/dhcpd-conf.md` 7.1), with the types of their
/// arguments in order. Where `more` is true, any number of arguments of the last type may follow.
public enum Function {
    /// Octets, offset, length.
    SUBSTRING("substring", Type.DATA, false, Type.DATA, Type.NUMBER, Type.NUMBER),
    /// Octets, length.
    SUFFIX("suffix", Type.DATA, false, Type.DATA, Type.NUMBER),
    LCASE("lcase", Type.DATA, false, Type.DATA),
    UCASE("ucase", Type.DATA, false, Type.DATA),
    CONCAT("concat", Type.DATA, true, Type.DATA, Type.DATA),
    /// Base, width in bits, separator, octets.
    BINARY_TO_ASCII(
            "binary-to-ascii", Type.DATA, false, Type.NUMBER, Type.NUMBER, Type.DATA, Type.DATA),
    /// Width in octets, octets.
    REVERSE("reverse", Type.DATA, false, Type.NUMBER, Type.DATA),
    PICK_FIRST_VALUE("pick-first-value", Type.DATA, true, Type.DATA),
    /// Offset, length.
    PACKET("packet", Type.DATA, false, Type.NUMBER, Type.NUMBER),
    /// Number, width in bits as a constant.
    ENCODE_INT("encode-int", Type.DATA, false, Type.NUMBER, Type.NUMBER),
    /// Octets, width in bits as a constant.
    EXTRACT_INT("extract-int", Type.NUMBER, false, Type.DATA, Type.NUMBER),
    /// DHCPv6 only.
    V6RELAY("v6relay", Type.DATA, false, Type.NUMBER, Type.DATA);

    private final String word;
    private final Type type;
    private final boolean more;
    private final Type[] arguments;

    Function(String word, Type type, boolean more, Type... arguments) {
        this.word = word;
        this.type = type;
        this.more = more;
        this.arguments = arguments;
    }

    /// How dhcpd.conf spells it.
    public String word() {
        return word;
    }

    /// The type of the result.
    public Type type() {
        return type;
    }

    /// How many arguments it needs.
    public int arity() {
        return arguments.length;
    }

    /// Whether more arguments than it needs may follow.
    public boolean takesMore() {
        return more;
    }

    /// The type of an argument, counted from 0.
    public Type argument(int index) {
        return arguments[Math.min(index, arguments.length - 1)];
    }
}
