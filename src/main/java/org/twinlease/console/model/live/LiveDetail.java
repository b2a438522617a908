package org.twinlease.console.model.live;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.control.UpdateCause;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One passage in full: what was decided and why, what belongs together with it, its fields.
/// `client` and `address` are what can be followed, empty for none; `lease` is the address whose
/// lease can be opened, null for none.
public record LiveDetail(
        long id,
        String title,
        Tone tone,
        List<Said> reasons,
        List<Tie> ties,
        List<Field> fields,
        String client,
        String address,
        @Nullable Ip4 lease) {

    /// What one server says of it, in sentences.
    public record Said(String server, List<String> sentences) {}

    /// A passage that belongs together with the one that is open: when, after how many milliseconds
    /// since the first, between whom, and what.
    public record Tie(long id, String clock, String after, String who, String what, boolean open) {}

    static LiveDetail of(LiveRow row, LiveRow.Context context, long now) {
        Passage passage = row.first();
        Ip4 lease = Ip4.parse(LiveRow.address(passage));
        return new LiveDetail(
                passage.id,
                row.label(),
                row.tone(now),
                reasons(passage, context),
                ties(passage, context),
                fields(row, passage, context),
                row.client(),
                row.address(),
                row.count() > 1 ? null : lease);
    }

    private static List<Said> reasons(Passage passage, LiveRow.Context context) {
        List<Said> all = new ArrayList<>();
        for (int server = 0; server < 2; server++) {
            PacketView packet = passage.packets[server];
            if (packet == null) continue;
            String answer = packet.answer() == null ? Text.of("live.silent") : packet.answer();
            String title = Text.of("live.decided", context.server().apply(server), answer);
            all.add(new Said(title, packet.reasons().stream().map(Sentences::of).toList()));
        }
        UpdateCause cause = LiveRow.cause(passage);
        if (cause != null) {
            String title =
                    cause.received().isEmpty()
                            ? Text.of("live.cause.own")
                            : Text.of("live.cause.packet", cause.received(), xid(cause.xid()));
            all.add(new Said(title, List.of(Sentences.of(cause.why()))));
        }
        return all;
    }

    private static List<Tie> ties(Passage passage, LiveRow.Context context) {
        List<Passage> together = passage.together();
        if (together.size() < 2) return List.of();
        long first = together.getFirst().atMillis;
        return together.stream()
                .map(
                        one ->
                                new Tie(
                                        one.id,
                                        LiveRow.clock(one.atMillis, context.zone()),
                                        "+" + Words.count(one.atMillis - first),
                                        who(one, context),
                                        one.type,
                                        one.id == passage.id))
                .toList();
    }

    private static String who(Passage passage, LiveRow.Context context) {
        List<String> to = new ArrayList<>();
        for (int lane = 0; lane < 3; lane++) {
            if ((passage.to() >> lane & 1) == 1) to.add(lane(lane, context));
        }
        String and = String.join(Text.of("live.and"), to);
        return Text.of("live.who", lane(passage.from, context), and);
    }

    private static String lane(int lane, LiveRow.Context context) {
        return lane == Passage.CLIENTS
                ? Text.of("live.lane.client")
                : context.server().apply(lane - 1);
    }

    private static List<Field> fields(LiveRow row, Passage passage, LiveRow.Context context) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("field.time", row.clock());
        fields.put("live.field.way", who(passage, context));
        fields.put("field.address", row.address());
        fields.put("field.hardware", row.client());
        PacketView packet = passage.packet();
        if (packet != null && row.count() == 1) packet(fields, packet);
        FailoverMessageView message = passage.message;
        if (message != null) {
            fields.put("live.field.pair", message.name());
            fields.put("field.xid", Long.toString(message.xid()));
            fields.put("live.field.octets", Words.count(message.octets().length()));
        }
        if (passage.lagMillis >= 0) {
            fields.put("field.took", LiveRow.millis(passage.lagMillis));
        }
        List<Field> shown = new ArrayList<>();
        fields.forEach((key, value) -> add(shown, Text.of(key), value));
        if (message != null) options(shown, message.words());
        return shown;
    }

    private static void packet(Map<String, String> fields, PacketView packet) {
        fields.put("field.host", packet.hostname() == null ? "" : packet.hostname());
        fields.put("field.clientid", PacketWords.clientId(packet.clientId()));
        fields.put("field.relay", packet.relay().isZero() ? "" : packet.relay().toString());
        fields.put("field.xid", xid(packet.xid()));
        fields.put("field.took", Words.micros(packet.micros()));
    }

    /// The options of a message, by the draft's names.
    private static void options(List<Field> fields, String words) {
        if (words.isEmpty()) return;
        for (String option : words.split(", ", -1)) {
            int space = option.indexOf(' ');
            if (space < 0) add(fields, option, option);
            else add(fields, option.substring(0, space), option.substring(space + 1));
        }
    }

    private static void add(List<Field> fields, String label, String value) {
        if (!value.isEmpty()) fields.add(new Field(label, value));
    }

    private static String xid(int xid) {
        return String.format(Locale.ROOT, "0x%08x", xid);
    }
}
