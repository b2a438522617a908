package org.twinlease.journal;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.PairState;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

/// A pair's state as octets and back: version, both states, flags, four times of eight octets, hash
/// buckets where the flags say so, and the name to the end. Every state has one spelling, and
/// everything else is refused.
final class PairCodec {

    private static final int VERSION = 1;
    private static final int FIXED = 4 + 4 * 8;

    private static final int HAS_HBA = 1;
    private static final int LOST = 2;

    /// How many octets an assignment of 256 hash buckets takes.
    static final int HBA = 32;

    /// The longest name that fits.
    static final int MOST_NAME = 255;

    private PairCodec() {}

    /// Writes a state at `at`, where a lease would have room too; returns where it ends.
    ///
    /// @throws IllegalArgumentException when the name is longer than [#MOST_NAME] octets or holds
    ///   characters beyond ISO 8859-1, as no configuration's does, or for other than 256 buckets
    static int encode(PairState state, byte[] out, int at) {
        Octets name = Octets.ofText(state.name());
        if (name.length() > MOST_NAME || !name.text().equals(state.name())) {
            throw new IllegalArgumentException("the pair's name " + state.name());
        }
        Octets hba = state.hba();
        if (hba != null && hba.length() != HBA) {
            throw new IllegalArgumentException("hash buckets of " + hba.length() + " octets");
        }
        out[at] = VERSION;
        out[at + 1] = (byte) state.mine().code();
        out[at + 2] = (byte) state.partner().code();
        out[at + 3] = (byte) ((hba == null ? 0 : HAS_HBA) | (state.lost() ? LOST : 0));
        Frame.putLong(out, at + 4, state.since());
        Frame.putLong(out, at + 12, state.partnerSince());
        Frame.putLong(out, at + 20, state.mclt());
        Frame.putLong(out, at + 28, state.together());
        int end = at + FIXED;
        if (hba != null) {
            hba.copyTo(out, end);
            end += HBA;
        }
        name.copyTo(out, end);
        return end + name.length();
    }

    /// The state that fills exactly `length` octets from `at`; null when there is none.
    static @Nullable PairState decode(byte[] in, int at, int length) {
        if (at < 0 || length < FIXED || length > in.length - at) return null;
        ServerState mine = ServerState.ofCode(in[at + 1] & 255);
        ServerState partner = ServerState.ofCode(in[at + 2] & 255);
        int flags = in[at + 3];
        int buckets = (flags & HAS_HBA) * HBA;
        int begin = FIXED + buckets;
        if (mine == null || partner == null || in[at] != VERSION) return null;
        if ((flags & ~(HAS_HBA | LOST)) != 0 || length < begin || length - begin > MOST_NAME)
            return null;
        return new PairState(
                Octets.of(in, at + begin, length - begin).text(),
                mine,
                Frame.longAt(in, at + 4),
                partner,
                Frame.longAt(in, at + 12),
                Frame.longAt(in, at + 20),
                buckets == 0 ? null : Octets.of(in, at + FIXED, buckets),
                Frame.longAt(in, at + 28),
                (flags & LOST) != 0);
    }
}
