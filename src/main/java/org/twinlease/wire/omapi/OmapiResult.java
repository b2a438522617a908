package org.twinlease.wire.omapi;

import java.util.OptionalLong;

/// What a status says of a request: the results of ISC's library that are met, and those of dhcpd.
public enum OmapiResult {
    DONE(0),
    NO_PERMISSION(6),
    EXISTS(18),
    NOT_FOUND(23),
    NOT_IMPLEMENTED(27),
    INVALID_ARGUMENT(0x60003),
    SEVERAL(0x60006),
    KEYS_CONTRADICT(0x60007),
    BAD_STATEMENTS(0x60008),
    /// No key is given: in an answer to a request that is not signed, no authenticator.
    NO_KEY(0x60009),
    UNKNOWN_KEY(0x6000A),
    INVALID_KEY(0x6000B),
    UNKNOWN_ATTRIBUTE(0x60020),
    /// Any other number.
    OTHER(-1);

    private final int code;

    OmapiResult(int code) {
        this.code = code;
    }

    /// What a message says: an update that it is done, a status its number.
    public static OmapiResult of(OmapiMessage answer) {
        if (answer.operation() == OmapiOperation.UPDATE) return DONE;
        OmapiValue value = answer.aboutIt("result");
        OptionalLong number = value == null ? OptionalLong.empty() : value.number();
        if (number.isEmpty()) return OTHER;
        for (OmapiResult each : values()) if (each.code == number.getAsLong()) return each;
        return OTHER;
    }
}
