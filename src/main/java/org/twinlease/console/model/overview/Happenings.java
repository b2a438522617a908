package org.twinlease.console.model.overview;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The remarkable among what happens, newest first: refusals, silences, new clients, leases that
/// ended. Renewals go by unmentioned, and what repeats within seconds is counted, not listed.
public final class Happenings {

    private static final int KEPT = 60;
    private static final int NEWEST = 12;
    private static final long TOGETHER_MILLIS = 10_000;

    /// One line of the strip. `more` counts others of the same kind that it stands for; `address`
    /// is where to look on, null when there is none.
    public record Happening(
            String clock,
            String title,
            String sentence,
            int more,
            Tone tone,
            @Nullable Ip4 address) {}

    private record Kept(long atMillis, ReasonCode code, Happening happening) {}

    private final ConsoleSession session;
    private final Deque<Kept> kept = new ArrayDeque<>();

    Happenings(ConsoleSession session) {
        this.session = session;
    }

    /// Whether the notice was remarkable.
    boolean on(Notice notice) {
        return switch (notice) {
            case Notice.PacketSeen(var packet) -> packet(packet);
            case Notice.LeaseChanged(var lease, var why, var at, var _) -> {
                boolean ownAct = why.code().name().startsWith("LEASE_") && !isBooking(why);
                if (ownAct) add(at, why, lease.address(), Sentences.of(why));
                yield ownAct;
            }
            case Notice.Alarm(var alarm) -> {
                alarm(alarm);
                yield true;
            }
            case Notice.PairChanged(var _, var why, var at) -> {
                add(at, why, null, Sentences.of(why));
                yield true;
            }
            case Notice.Pulse _,
                    Notice.Resync _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.PoolBalanced _ ->
                    false;
        };
    }

    /// What only keeps the books of the partner's knowledge, or of the partner's own clients; there
    /// are several of these for each lease.
    private static boolean isBooking(Reason why) {
        return why.code() == ReasonCode.LEASE_TELLING
                || why.code() == ReasonCode.LEASE_ACKNOWLEDGED
                || why.code() == ReasonCode.LEASE_KNOWN
                || why.code() == ReasonCode.LEASE_PARTNER_SAID
                || why.code() == ReasonCode.LEASE_PARTNER_AGREED;
    }

    /// The newest lines, newest first.
    List<Happening> newest() {
        return kept.stream().limit(NEWEST).map(Kept::happening).toList();
    }

    private boolean packet(PacketView packet) {
        if (packet.reasons().isEmpty()) return false;
        Reason first = packet.reasons().getFirst();
        if (!remarkable(first.code())) return false;
        Ip4 address = packet.address().isZero() ? null : packet.address();
        add(packet.atMillis(), first, address, Sentences.of(first));
        return true;
    }

    private static boolean remarkable(ReasonCode code) {
        return switch (code) {
            case ACK_SELECTING, ACK_BOOTP, OFFER_RECLAIMED -> true;
            case SILENT_PING_PENDING, SILENT_OTHER_SERVER, SILENT_PARTNERS_CLIENT -> false;
            default -> code.name().startsWith("NAK_") || code.name().startsWith("SILENT_");
        };
    }

    private void add(long at, Reason why, @Nullable Ip4 address, String sentence) {
        for (Kept other : kept) {
            if (at - other.atMillis > TOGETHER_MILLIS) break;
            if (other.code != why.code()) continue;
            kept.remove(other);
            put(at, why.code(), address, sentence, other.happening.more() + 1);
            return;
        }
        put(at, why.code(), address, sentence, 0);
    }

    private void put(long at, ReasonCode code, @Nullable Ip4 address, String sentence, int more) {
        var happening =
                new Happening(
                        Words.clock(at, session.zone()),
                        title(code),
                        sentence,
                        more,
                        tone(code),
                        address);
        kept.addFirst(new Kept(at, code, happening));
        if (kept.size() > KEPT) kept.removeLast();
    }

    private void alarm(AlarmView alarm) {
        String title = Sentences.label(alarm.type());
        var happening =
                new Happening(
                        Words.clock(alarm.atMillis(), session.zone()),
                        alarm.over() ? Text.of("happening.over", title) : title,
                        Sentences.sentence(alarm),
                        0,
                        alarm.over() ? Tone.GOOD : Tone.BAD,
                        null);
        kept.addFirst(new Kept(Long.MIN_VALUE, ReasonCode.SILENT_DISK, happening));
    }

    private static String title(ReasonCode code) {
        return switch (code) {
            case ACK_SELECTING, ACK_BOOTP -> Text.of("happening.new");
            case LEASE_EXPIRED -> Text.of("happening.ended");
            case LEASE_RELEASED, LEASE_OPERATOR_RELEASED -> Text.of("happening.released");
            case LEASE_DECLINED, LEASE_PING_ANSWERED -> Text.of("happening.abandoned");
            case LEASE_ABANDON_OVER -> Text.of("happening.back");
            default -> {
                if (code.name().startsWith("NAK_")) yield Text.of("happening.nak");
                if (code.name().startsWith("SILENT_")) yield Text.of("happening.silent");
                yield Text.of("happening.changed");
            }
        };
    }

    private static Tone tone(ReasonCode code) {
        return switch (code) {
            case ACK_SELECTING, ACK_BOOTP -> Tone.GOOD;
            case SILENT_NO_FREE, SILENT_DISK, LEASE_DECLINED, LEASE_PING_ANSWERED -> Tone.BAD;
            default ->
                    code.name().startsWith("LEASE_") || code == ReasonCode.OFFER_RECLAIMED
                            ? Tone.CALM
                            : Tone.WATCH;
        };
    }
}
