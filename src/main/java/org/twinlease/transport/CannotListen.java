package org.twinlease.transport;

import java.io.IOException;

/// A socket could not be opened. The message is for the person who started the server: what was
/// wanted, where, why it was refused and what helps.
public final class CannotListen extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int PRIVILEGED = 1_024;

    /// A refusal with its whole message.
    public CannotListen(String message) {
        super(message);
    }

    /// Turns what the system said about a bind into words.
    static CannotListen binding(String place, int port, boolean broadcasts, Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        String what = "port " + port + " on " + place;
        String message;
        if (said.contains("Permission denied") || said.contains("Operation not permitted")) {
            message =
                    port < PRIVILEGED
                            ? what
                                    + " needs root or CAP_NET_BIND_SERVICE;"
                                    + " use --port 1067 --relay-only, or grant the capability"
                            : what
                                    + (broadcasts
                                            ? " needs root or CAP_NET_RAW to be bound to the"
                                                    + " interface; use --relay-only"
                                            : " is not permitted");
        } else if (said.contains("in use")) {
            message = what + " is in use by another server; stop it or choose another --port";
        } else if (said.contains("Cannot assign") || said.contains("not available")) {
            message = what + " cannot be had: the address is not this machine's";
        } else {
            message = what + " cannot be opened: " + said;
        }
        CannotListen refusal = new CannotListen(message);
        refusal.initCause(cause);
        return refusal;
    }
}
