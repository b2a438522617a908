package org.twinlease.transport;

import java.io.IOException;

/// A dhcpd could not be asked by OMAPI. The message is one line for people: where, what, and what
/// helps.
public final class OmapiFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// What went wrong.
    public enum Kind {
        NO_SUCH_HOST("its name has no address; check the name"),
        NO_LISTENER(
                "nobody listens there; is dhcpd running, with omapi-port in its dhcpd.conf, and is"
                        + " the address right?"),
        UNREACHABLE("no connection; check the address, the route and firewalls"),
        SILENT("no answer; a dhcpd that waits for its disk or for DNS answers late: try again"),
        CLOSED("it has closed the connection; look into its log, and whether it still runs"),
        NOT_OMAPI("what answers there is no OMAPI of a dhcpd; is it the port of omapi-port?"),
        KEY_NEEDED(
                "it wants a key; name a file with the key of its omapi-key, or its dhcpd.conf,"
                        + " with --token-file"),
        UNKNOWN_KEY(
                "it has no such key; name and algorithm must be those of the key that omapi-key"
                        + " names in its dhcpd.conf"),
        OTHER_KEY("its omapi-key is another key; name the file of that one with --token-file"),
        WRONG_SECRET("the secret of the key is not its own; take it from its dhcpd.conf once more"),
        BAD_SIGNATURE(
                "its answer is not signed with the key, so it is not believed; somebody may be"
                        + " answering in its place");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// A fault at a server.
    OmapiFault(Kind kind, String server) {
        super("dhcpd at " + server + ": " + kind.words);
        this.kind = kind;
    }

    /// What went wrong.
    public Kind kind() {
        return kind;
    }
}
