package org.twinlease.config.logic;

/// The functions that dhcpd has built in (`spec/dhcpd-conf.md` 7.1), with the types of their
/// arguments in order. Where `more` is true, any number of arguments of the last type may follow.
public enum Function {
    /// Octets, offset, length.
    SUBSTRING("substring", Type.DATA, false, "dnn"),
    /// Octets, length.
    SUFFIX("suffix", Type.DATA, false, "dn"),
    LCASE("lcase", Type.DATA, false, "d"),
    UCASE("ucase", Type.DATA, false, "d"),
    CONCAT("concat", Type.DATA, true, "dd"),
    /// Base, width in bits, separator, octets.
    BINARY_TO_ASCII("binary-to-ascii", Type.DATA, false, "nndd"),
    /// Width in octets, octets.
    REVERSE("reverse", Type.DATA, false, "nd"),
    PICK_FIRST_VALUE("pick-first-value", Type.DATA, true, "d"),
    /// Offset, length.
    PACKET("packet", Type.DATA, false, "nn"),
    /// Number, width in bits as a constant.
    ENCODE_INT("encode-int", Type.DATA, false, "nn"),
    /// Octets, width in bits as a constant.
    EXTRACT_INT("extract-int", Type.NUMBER, false, "dn"),
    /// DHCPv6 only.
    V6RELAY("v6relay", Type.DATA, false, "nd");

    private final String word;
    private final Type type;
    private final boolean more;

    /// A letter an argument: d for octets, n for a number.
    private final String arguments;

    Function(String word, Type type, boolean more, String arguments) {
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
        return arguments.length();
    }

    /// Whether more arguments than it needs may follow.
    public boolean takesMore() {
        return more;
    }

    /// The type of an argument, counted from 0.
    public Type argument(int index) {
        char letter = arguments.charAt(Math.min(index, arguments.length() - 1));
        return letter == 'n' ? Type.NUMBER : Type.DATA;
    }
}
