package org.twinlease.config;

/// One `allow` or `deny` of a pool. `argument` is the class name of MEMBERS, the seconds since 1970
/// of AFTER, else empty.
public record Permit(boolean allow, Kind kind, String argument) {

    /// Whom the permit is about, as dhcpd.conf says it.
    public String words() {
        return switch (kind) {
            case KNOWN -> "known clients";
            case UNKNOWN -> "unknown clients";
            case ALL -> "all clients";
            case AUTHENTICATED -> "authenticated clients";
            case UNAUTHENTICATED -> "unauthenticated clients";
            case DYNAMIC_BOOTP -> "dynamic bootp clients";
            case MEMBERS -> "members of \"" + argument + "\"";
            case AFTER -> "everybody from a date on";
        };
    }

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
