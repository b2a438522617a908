package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.control.UpdateCause;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of the flow: one passage, or several of the same kind in a second that is too full to be
/// read. Texts are made when they are drawn, and say what is known then.
public final class LiveRow {

    private static final Pattern STATE = Pattern.compile("binding-status (\\w+)");
    private static final Pattern REFUSAL = Pattern.compile("reject-reason (\\d+ \\([^)]*\\)|\\d+)");

    private final List<Passage> members;
    private final Context context;

    /// When it was, as it was known when it took its place among the others.
    private final long atMillis;

    /// What texts need to know beside the passage.
    record Context(ZoneId zone, IntFunction<String> server, Flow flow) {}

    /// How an arrow ends.
    public enum End {
        /// It has arrived, and nothing is awaited.
        ARRIVED,
        /// Its answer is awaited, and not late.
        AWAITED,
        /// Its answer is late.
        LATE,
        /// It is refused, or is a refusal.
        REFUSED
    }

    LiveRow(List<Passage> members, Context context) {
        this.members = members;
        this.context = context;
        atMillis = members.getFirst().atMillis;
    }

    Passage first() {
        return members.getFirst();
    }

    List<Passage> members() {
        return members;
    }

    /// The number of its first passage.
    public long id() {
        return first().id;
    }

    /// How many passages it stands for.
    public int count() {
        return members.size();
    }

    /// When it was, with milliseconds.
    public String clock() {
        return clock(atMillis, context.zone());
    }

    static String clock(long millis, ZoneId zone) {
        return Words.clock(millis, zone)
                + String.format(Locale.ROOT, ".%03d", Math.floorMod(millis, 1_000));
    }

    /// The lane that it comes from: 0 is the clients', 1 and 2 the servers'.
    public int from() {
        return first().from;
    }

    /// The lanes that it reaches, a bit each.
    public int to() {
        return first().to();
    }

    /// Whether a lane that it reaches leaves it unanswered.
    public boolean isUnanswered(int lane) {
        return lane > 0 && first().isUnanswered(lane - 1);
    }

    /// What it is, as the protocols spell it.
    public String label() {
        return count() == 1
                ? first().type
                : Text.of("live.times", Words.count(count()), first().type);
    }

    /// How its arrow ends at `now`, in milliseconds since 1970.
    public End end(long now) {
        return end(first(), now, context.flow().lateMillis());
    }

    static End end(Passage passage, long now, long lateMillis) {
        if (passage.isRefusal()) return End.REFUSED;
        if (!passage.isUpdate()) return End.ARRIVED;
        for (Passage answer : passage.after) if (answer.isRefusal()) return End.REFUSED;
        if (passage.lagMillis >= 0) return End.ARRIVED;
        return now - passage.atMillis > lateMillis ? End.LATE : End.AWAITED;
    }

    /// Whether it is one update that the partner has answered.
    public boolean isAcknowledged() {
        return count() == 1 && first().isUpdate() && first().lagMillis >= 0;
    }

    /// How it is to be seen.
    public Tone tone(long now) {
        return switch (end(now)) {
            case REFUSED -> Tone.BAD;
            case LATE -> Tone.WATCH;
            case AWAITED, ARRIVED -> tone(first());
        };
    }

    static Tone tone(Passage passage) {
        return switch (passage.kind) {
            case CLIENT -> nobodyAnswers(passage) ? Tone.WATCH : Tone.PLAIN;
            case ANSWER -> PacketWords.tone("", passage.type);
            case UPDATE -> passage.isUpdate() ? Tone.CALM : Tone.GOOD;
            case LINK -> Tone.PLAIN;
        };
    }

    private static boolean nobodyAnswers(Passage passage) {
        PacketView packet = passage.packet();
        return packet != null
                && packet.answer() == null
                && PacketWords.tone(packet.received(), null) == Tone.WATCH;
    }

    /// The client's hardware address, else its identifier; empty where there is none.
    public String client() {
        PacketView packet = first().packet();
        if (packet == null) {
            UpdateCause cause = cause(first());
            return cause == null || cause.hardware() == null ? "" : cause.hardware().toString();
        }
        var hardware = packet.hardware();
        return hardware == null ? PacketWords.clientId(packet.clientId()) : hardware.toString();
    }

    /// The address that it is about, empty for none.
    public String address() {
        return count() > 1 ? "" : address(first());
    }

    static String address(Passage passage) {
        PacketView packet = passage.packet();
        if (packet != null) return packet.address().isZero() ? "" : packet.address().toString();
        FailoverMessageView message = passage.message;
        return message == null || message.address().isZero() ? "" : message.address().toString();
    }

    static @Nullable UpdateCause cause(Passage passage) {
        FailoverMessageView message = passage.message;
        if (message == null) return null;
        Passage update = passage.before;
        if (message.cause() == null && update != null && update.message != null) {
            return update.message.cause();
        }
        return message.cause();
    }

    /// What there is to say, in a few words.
    public String words() {
        if (count() > 1) {
            long clients =
                    members.stream()
                            .map(Passage::packet)
                            .filter(Objects::nonNull)
                            .map(p -> String.valueOf(p.hardware()))
                            .distinct()
                            .count();
            return clients == 0
                    ? Text.of("live.bundle.more")
                    : Words.count(clients, Text.of("live.client.one"), Text.of("live.client.many"));
        }
        return words(first());
    }

    private String words(Passage passage) {
        return switch (passage.kind) {
            case CLIENT -> silence(passage);
            case ANSWER -> PacketWords.why(Objects.requireNonNull(passage.packet()));
            case UPDATE -> passage.isUpdate() ? update(passage) : answer(passage);
            case LINK -> Objects.requireNonNull(passage.message).words();
        };
    }

    /// Who leaves it unanswered, and why.
    private String silence(Passage passage) {
        for (int server = 0; server < 2; server++) {
            PacketView packet = passage.packets[server];
            if (packet == null || packet.answer() != null) continue;
            return Text.of("live.said", context.server().apply(server), PacketWords.why(packet));
        }
        return "";
    }

    private String update(Passage passage) {
        Matcher state = STATE.matcher(Objects.requireNonNull(passage.message).words());
        String what = state.find() ? state.group(1) : "";
        for (Passage answer : passage.after) {
            if (answer.isRefusal()) return Text.of("live.update.refused", what, refusal(answer));
        }
        return passage.lagMillis < 0
                ? Text.of("live.update.open", what)
                : Text.of("live.update.done", what, millis(passage.lagMillis));
    }

    private static String answer(Passage passage) {
        if (passage.isRefusal()) return Text.of("live.refuses", refusal(passage));
        Passage update = passage.before;
        return update == null
                ? Text.of("live.agrees")
                : Text.of("live.agrees.after", millis(update.lagMillis));
    }

    static String millis(long millis) {
        return millis < 1
                ? Text.of("live.millis.none")
                : Text.of("live.millis", Words.count(millis));
    }

    private static String refusal(Passage passage) {
        Matcher reason = REFUSAL.matcher(Objects.requireNonNull(passage.message).words());
        return reason.find() ? reason.group(1) : "";
    }

    /// Whether a passage has the text, in lower case, in anything that is shown of it.
    static boolean wants(Passage passage, String lower) {
        if (lower.isEmpty() || has(passage.type, lower)) return true;
        for (PacketView packet : passage.packets) {
            if (packet != null && PacketWords.wants(packet, lower)) return true;
        }
        FailoverMessageView message = passage.message;
        if (message == null) return false;
        if (has(message.words(), lower) || has(address(passage), lower)) return true;
        UpdateCause cause = cause(passage);
        return cause != null
                && (has(String.valueOf(cause.hardware()), lower)
                        || has(Sentences.of(cause.why()), lower));
    }

    private static boolean has(String value, String lower) {
        return value.toLowerCase(Locale.ROOT).contains(lower);
    }
}
