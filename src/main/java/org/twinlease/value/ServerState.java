package org.twinlease.value;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The state of a failover server, numbered as it is on the wire (draft-ietf-dhc-failover-12
/// section 12.24; the draft has no number for RECOVER-WAIT, dhcpd uses 254) and spelt as dhcpd's
/// lease file spells it.
public enum ServerState {
    /// Nothing is known of that server yet. Zero is reserved on the wire.
    UNKNOWN(0),
    /// Just started; never sent as a state, a flag beside the saved state stands for it.
    STARTUP(1),
    /// Both servers work and share the load.
    NORMAL(2),
    /// The partner is out of reach, and may be working.
    COMMUNICATIONS_INTERRUPTED(3),
    /// The partner is known to be down.
    PARTNER_DOWN(4),
    /// Both may have given the same address away; the primary asks first.
    POTENTIAL_CONFLICT(5),
    /// Lost its data, or is new: asks the partner for everything.
    RECOVER(6),
    /// Going away for a moment.
    PAUSED(7),
    /// Going away for long.
    SHUTDOWN(8),
    /// Has everything again and waits for the partner to say so.
    RECOVER_DONE(9),
    /// Lost the partner while conflicts were being resolved.
    RESOLUTION_INTERRUPTED(10),
    /// The primary has what it asked for; now the secondary asks.
    CONFLICT_DONE(11),
    /// Has everything, and waits until no lease that it forgot can still run (MCLT).
    RECOVER_WAIT(254);

    private static final ServerState[] BY_CODE = new ServerState[256];

    static {
        for (ServerState state : values()) BY_CODE[state.code] = state;
    }

    private final int code;

    ServerState(int code) {
        this.code = code;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// The state of a number; null for one that is none, which a dhcpd answers by shutting down.
    public static @Nullable ServerState ofCode(int code) {
        return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    }

    /// Whether a server in this state serves clients.
    public boolean serves() {
        return switch (this) {
            case NORMAL, COMMUNICATIONS_INTERRUPTED, PARTNER_DOWN -> true;
            case UNKNOWN,
                    STARTUP,
                    POTENTIAL_CONFLICT,
                    RECOVER,
                    PAUSED,
                    SHUTDOWN,
                    RECOVER_DONE,
                    RESOLUTION_INTERRUPTED,
                    CONFLICT_DONE,
                    RECOVER_WAIT ->
                    false;
        };
    }

    /// The word of dhcpd's lease file.
    public String word() {
        return this == UNKNOWN
                ? "unknown-state"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
