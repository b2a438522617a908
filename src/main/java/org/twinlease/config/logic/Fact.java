package org.twinlease.config.logic;

/// What an expression can name of the client, the packet and the lease without saying more
/// (`spec/dhcpd-conf.md` 7.1).
public enum Fact {
    /// The type octet and the hardware address.
    HARDWARE("hardware", Type.DATA),
    LEASED_ADDRESS("leased-address", Type.DATA),
    /// The name of the host declaration that matched.
    HOST_DECL_NAME("host-decl-name", Type.DATA),
    /// The packet's file and sname fields.
    FILENAME("filename", Type.DATA),
    SERVER_NAME("server-name", Type.DATA),
    NULL("null", Type.DATA),
    /// Seconds that the client's lease still has.
    LEASE_TIME("lease-time", Type.NUMBER),
    /// dhclient's state; a server has none.
    CLIENT_STATE("client-state", Type.NUMBER),
    /// Whether a host declaration matched.
    KNOWN("known", Type.TRUTH),
    /// Whether the client has a fixed address.
    STATIC("static", Type.TRUTH);

    private final String word;
    private final Type type;

    Fact(String word, Type type) {
        this.word = word;
        this.type = type;
    }

    /// How dhcpd.conf spells it.
    public String word() {
        return word;
    }

    /// The type of the value.
    public Type type() {
        return type;
    }
}
