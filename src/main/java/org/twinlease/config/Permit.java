package org.twinlease.config;

/// One `allow` or `deny` of a pool. `argument` is the class name of MEMBERS, the seconds since 1970
/// of AFTER, else empty.
public record Permit(boolean allow, Kind kind, String argument) {

    /// Whom the permit is about (`spec/dhcpd-conf.md` 3.2, 8.4).
    public enum Kind {
        KNOWN,
        UNKNOWN,
        ALL,
        AUTHENTICATED,
        UNAUTHENTICATED,
        DYNAMIC_BOOTP,
        MEMBERS,
        AFTER
    }
}
