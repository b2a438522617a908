package org.twinlease.config.words;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// dhcpd's parameters that a server acts on, one row each: name as dhcpd.conf spells it, type and
/// default (`spec/dhcpd-conf.md` section 5). A default of -1 means "none". A parameter without a
/// row is reported as not acted on wherever it is set.
public enum Parameter {
    DEFAULT_LEASE_TIME("default-lease-time", Kind.SECONDS, 43_200),
    MAX_LEASE_TIME("max-lease-time", Kind.SECONDS, 86_400),
    /// Without a setting it is 300, or max-lease-time where that is less.
    MIN_LEASE_TIME("min-lease-time", Kind.SECONDS, -1),
    /// A second since 1970, which is how dhcpd reads it, whatever its manual says.
    DYNAMIC_BOOTP_LEASE_CUTOFF("dynamic-bootp-lease-cutoff", Kind.SECONDS, -1),
    /// Without a setting such a lease is infinite.
    DYNAMIC_BOOTP_LEASE_LENGTH("dynamic-bootp-lease-length", Kind.NUMBER, 0xFFFF_FFFFL),
    BOOT_UNKNOWN_CLIENTS("boot-unknown-clients", Kind.FLAG, 1),
    DYNAMIC_BOOTP("dynamic-bootp", Kind.FLAG, 1),
    ALLOW_BOOTP("allow-bootp", Kind.FLAG, 1),
    ALLOW_BOOTING("allow-booting", Kind.FLAG, 1),
    DECLINES("declines", Kind.FLAG, 1),
    DUPLICATES("duplicates", Kind.FLAG, 1),
    ONE_LEASE_PER_CLIENT("one-lease-per-client", Kind.FLAG, 0),
    USE_HOST_DECL_NAMES("use-host-decl-names", Kind.FLAG, 0),
    USE_LEASE_ADDR_FOR_DEFAULT_ROUTE("use-lease-addr-for-default-route", Kind.FLAG, 0),
    MIN_SECS("min-secs", Kind.NUMBER, 0),
    FILENAME("filename", Kind.TEXT, -1),
    SERVER_NAME("server-name", Kind.TEXT, -1),
    /// An address, as an unsigned number.
    NEXT_SERVER("next-server", Kind.ADDRESS, -1),
    AUTHORITATIVE("authoritative", Kind.FLAG, 0),
    VENDOR_OPTION_SPACE("vendor-option-space", Kind.TEXT, -1),
    SITE_OPTION_SPACE("site-option-space", Kind.TEXT, -1),
    ALWAYS_REPLY_RFC1048("always-reply-rfc1048", Kind.FLAG, 0),
    ALWAYS_BROADCAST("always-broadcast", Kind.FLAG, 0),
    FQDN_REPLY("fqdn-reply", Kind.FLAG, 1),
    PING_CHECK("ping-check", Kind.FLAG, 1),
    PING_TIMEOUT("ping-timeout", Kind.SECONDS, 1),
    PING_TIMEOUT_MS("ping-timeout-ms", Kind.NUMBER, 0),
    PING_CLTT_SECS("ping-cltt-secs", Kind.SECONDS, 60),
    ABANDON_LEASE_TIME("abandon-lease-time", Kind.SECONDS, 86_400),
    /// Percent of a pool in use; 0 is never.
    ADAPTIVE_LEASE_TIME_THRESHOLD("adaptive-lease-time-threshold", Kind.NUMBER, 0),
    /// Percent of a pool in use; 0 is never.
    LOG_THRESHOLD_HIGH("log-threshold-high", Kind.NUMBER, 0),
    LOG_THRESHOLD_LOW("log-threshold-low", Kind.NUMBER, 0),
    DHCP_CACHE_THRESHOLD("dhcp-cache-threshold", Kind.NUMBER, 25),
    IGNORE_CLIENT_UIDS("ignore-client-uids", Kind.FLAG, 0),
    /// On unless it is set to false: RFC 6842 demands the echo, dhcpd is older.
    ECHO_CLIENT_ID("echo-client-id", Kind.FLAG, 1),
    /// Option 82 of a client's first request serves for its renewals, which come without it.
    STASH_AGENT_OPTIONS("stash-agent-options", Kind.FLAG, 1),
    INFINITE_IS_RESERVED("infinite-is-reserved", Kind.FLAG, 0),
    CHECK_SECS_BYTE_ORDER("check-secs-byte-order", Kind.FLAG, 0),
    LOCAL_PORT("local-port", Kind.NUMBER, -1),
    LIMITED_BROADCAST_ADDRESS("limited-broadcast-address", Kind.ADDRESS, 0xFFFF_FFFFL),
    LEASE_FILE_NAME("lease-file-name", Kind.TEXT, -1),
    PID_FILE_NAME("pid-file-name", Kind.TEXT, -1);

    /// What a value is: all but TEXT are numbers.
    public enum Kind {
        SECONDS,
        NUMBER,
        FLAG,
        ADDRESS,
        TEXT
    }

    private static final Map<String, Parameter> BY_NAME = new HashMap<>();

    static {
        for (Parameter parameter : values()) BY_NAME.put(parameter.word, parameter);
    }

    private final String word;
    private final Kind kind;
    private final long otherwise;

    Parameter(String word, Kind kind, long otherwise) {
        this.word = word;
        this.kind = kind;
        this.otherwise = otherwise;
    }

    /// The parameter of a name, in any case; null when there is none that this server acts on.
    public static @Nullable Parameter named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /// The name as dhcpd.conf spells it.
    public String word() {
        return word;
    }

    /// The type of the value.
    public Kind kind() {
        return kind;
    }

    /// The value where none is set; -1 for none.
    public long otherwise() {
        return otherwise;
    }
}
