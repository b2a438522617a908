package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;

/// Why an update or a connection is refused (draft-ietf-dhc-failover-12 section 12.21). dhcpd takes
/// every reason alike: it says so in its log and forgets the update, or closes the connection.
public enum RejectReason {
    /// The address is in no pool of this pair.
    ILLEGAL_IP_ADDRESS(1, "illegal IP address"),
    /// The binding cannot go from the state it has to the one that is told.
    FATAL_CONFLICT(2, "fatal conflict"),
    /// An option that the binding needs is not there.
    MISSING_BINDING_INFORMATION(3, "missing binding information"),
    /// The clocks are more than a minute apart.
    TIME_MISMATCH(4, "time mismatch"),
    /// CONNECT has no usable MCLT.
    INVALID_MCLT(5, "invalid MCLT"),
    /// Refused for a reason that has no number.
    MISCELLANEOUS(6, "unknown (misc)"),
    /// There is a connection already.
    DUPLICATE_CONNECTION(7, "duplicate connection"),
    /// The name of the pair is missing or not known here.
    INVALID_PARTNER(8, "invalid failover partner"),
    /// TLS is not to be had.
    TLS_NOT_SUPPORTED(9, "TLS not supported"),
    /// TLS could be had and is not set up.
    TLS_NOT_CONFIGURED(10, "TLS supported but not configured"),
    /// Without TLS nothing goes.
    TLS_REQUIRED(11, "TLS required"),
    /// Message digests are not to be had.
    DIGEST_NOT_SUPPORTED(12, "message digest not supported"),
    /// Message digests could be had and are not set up.
    DIGEST_NOT_CONFIGURED(13, "message digest not configured"),
    /// The protocol versions differ.
    VERSION_MISMATCH(14, "protocol version mismatch"),
    /// The receiver knows something newer.
    OUTDATED_BINDING_INFORMATION(15, "outdated binding information"),
    /// The receiver's own update, under way, counts for more.
    LESS_CRITICAL_BINDING_INFORMATION(16, "less critical binding information"),
    /// Nothing came for too long.
    NO_TRAFFIC(17, "no traffic within sufficient time"),
    /// The hash bucket assignment is missing or of the wrong length.
    HASH_BUCKET_CONFLICT(18, "hash bucket assignment conflict"),
    /// The address is reserved there and not here.
    NOT_RESERVED(19, "IP not reserved"),
    /// The message digest is wrong.
    DIGEST_FAILURE(20, "digest failure"),
    /// The message digest is missing.
    MISSING_DIGEST(21, "missing digest"),
    /// Not even the sender knows.
    UNKNOWN(254, "unknown");

    private static final RejectReason[] BY_CODE = new RejectReason[256];

    static {
        for (RejectReason reason : values()) BY_CODE[reason.code] = reason;
    }

    private final int code;
    private final String words;

    RejectReason(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// The reason in a few words.
    public String words() {
        return words;
    }

    /// The reason of a number; null for one that the draft does not know.
    public static @Nullable RejectReason ofCode(int code) {
        return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    }

    /// The words of a number, also of one that the draft does not know. The number itself is not
    /// among them.
    public static String words(int code) {
        RejectReason reason = ofCode(code);
        return reason == null ? "unknown to the protocol" : reason.words;
    }
}
