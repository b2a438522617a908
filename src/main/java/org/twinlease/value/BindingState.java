package org.twinlease.value;

import java.util.Locale;

/// The binding state of an address, spelt and numbered as the failover draft and dhcpd's lease file
/// have them (draft-ietf-dhc-failover-12 section 12.4). A server alone uses FREE, ACTIVE and
/// ABANDONED; the passage over EXPIRED and RELEASED to FREE is immediate there.
public enum BindingState {
    /// Nobody's; may be offered (by the primary, in a pair).
    FREE(1),
    /// A client holds it until `ends`.
    ACTIVE(2),
    /// The client's time ran out; not yet free for others in a pair.
    EXPIRED(3),
    /// The client gave it back; not yet free for others in a pair.
    RELEASED(4),
    /// Found in use by somebody unknown (DECLINE or an answered ping).
    ABANDONED(5),
    /// Set back by an operator.
    RESET(6),
    /// Free, and the secondary's to offer.
    BACKUP(7);

    private static final BindingState[] BY_CODE = values();
    private final int code;

    BindingState(int code) {
        this.code = code;
    }

    /// The number of the state on the wire and in the journal, 1 to 7.
    public int code() {
        return code;
    }

    /// The state of a code.
    ///
    /// @throws IllegalArgumentException for a number that is none
    public static BindingState of(int code) {
        if (code < 1 || code > BY_CODE.length) throw new IllegalArgumentException("state " + code);
        return BY_CODE[code - 1];
    }

    /// Whether the binding is over, but not free before the failover partner agrees.
    public boolean isOver() {
        return switch (this) {
            case EXPIRED, RELEASED, RESET -> true;
            case FREE, ACTIVE, ABANDONED, BACKUP -> false;
        };
    }

    /// The word of dhcpd's lease file.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
