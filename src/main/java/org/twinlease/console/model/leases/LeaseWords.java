package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Sentences;
import org.twinlease.control.StoryLine;
import org.twinlease.value.BindingState;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A lease in words: its state, its summary, its record, its story.
public final class LeaseWords {

    private LeaseWords() {}

    /// The word of a state.
    public static String state(BindingState state) {
        return switch (state) {
            case FREE -> Text.of("state.free");
            case ACTIVE -> Text.of("state.active");
            case EXPIRED -> Text.of("state.expired");
            case RELEASED -> Text.of("state.released");
            case ABANDONED -> Text.of("state.abandoned");
            case RESET -> Text.of("state.reset");
            case BACKUP -> Text.of("state.backup");
        };
    }

    /// How much attention a state asks for.
    static Tone tone(BindingState state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case EXPIRED, RELEASED, RESET -> Tone.WATCH;
            case ABANDONED -> Tone.BAD;
            case FREE -> Tone.PLAIN;
            case BACKUP -> Tone.CALM;
        };
    }

    /// Who the client is, by the best name there is.
    static String client(LeaseView lease) {
        if (lease.hostname() != null) return lease.hostname();
        if (lease.hardware() != null) return lease.hardware().toString();
        String id = PacketWords.clientId(lease.clientId());
        return id.isEmpty() ? Text.of("lease.nobody") : id;
    }

    /// The lease in one or two sentences.
    static String summary(LeaseView lease, long now, ZoneId zone) {
        String client = client(lease);
        return switch (lease.state()) {
            case ACTIVE -> {
                if (lease.ends() == LeaseView.NEVER) yield Text.of("summary.forever", client);
                String at = Words.moment(lease.ends() * 1_000, now * 1_000, zone);
                yield lease.ends() <= now
                        ? Text.of("summary.over", client, at)
                        : Text.of("summary.active", client, at, Words.coarse(lease.ends() - now));
            }
            case ABANDONED -> Text.of("summary.abandoned");
            case FREE ->
                    lease.cltt() == 0
                            ? Text.of("summary.unused")
                            : Text.of(
                                    "summary.free",
                                    client,
                                    Words.moment(lease.cltt() * 1_000, now * 1_000, zone));
            case EXPIRED -> Text.of("summary.expired", client);
            case RELEASED -> Text.of("summary.released", client);
            case RESET -> Text.of("summary.reset");
            case BACKUP -> Text.of("summary.backup");
        };
    }

    /// The record, field by field; only what is there.
    static List<Field> record(LeaseView lease, String pool, ZoneId zone) {
        var fields = new ArrayList<Field>();
        add(fields, "field.hardware", lease.hardware());
        add(fields, "field.host", lease.hostname());
        add(fields, "field.clientid", PacketWords.clientId(lease.clientId()));
        add(fields, "field.starts", time(lease.starts(), zone));
        add(fields, "field.ends", time(lease.ends(), zone));
        add(fields, "field.seen", time(lease.cltt(), zone));
        add(fields, "field.pool", pool);
        if (lease.reserved()) add(fields, "field.flags", Text.of("lease.reserved"));
        if (lease.bootp()) add(fields, "field.flags", Text.of("lease.bootp"));
        add(fields, "field.state", lease.state().word());
        return List.copyOf(fields);
    }

    /// What the server remembers of an address, newest first.
    static List<LeasesModel.Chapter> story(List<StoryLine> lines, long nowMillis, ZoneId zone) {
        return lines.reversed().stream().map(line -> chapter(line, nowMillis, zone)).toList();
    }

    private static LeasesModel.Chapter chapter(StoryLine line, long nowMillis, ZoneId zone) {
        String title;
        if (line.received().isEmpty()) title = Text.of("story.own");
        else if (line.answer().isEmpty()) title = Text.of("story.silent", line.received());
        else title = Text.of("story.answered", line.received(), line.answer());
        var sentences = line.reasons().stream().map(Sentences::of).toList();
        String ago = Words.ago(line.atMillis(), nowMillis);
        return new LeasesModel.Chapter(
                Words.clock(line.atMillis(), zone), ago, title, sentences, tone(line));
    }

    private static Tone tone(StoryLine line) {
        return PacketWords.tone(line.received(), line.answer().isEmpty() ? null : line.answer());
    }

    private static String time(long seconds, ZoneId zone) {
        if (seconds == 0) return "";
        return seconds == LeaseView.NEVER ? Text.of("lease.never") : Words.full(seconds, zone);
    }

    private static void add(List<Field> fields, String key, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) return;
        fields.add(new Field(Text.of(key), value.toString()));
    }

    /// A time as its distance from now: "in 1 min 4 s", "12 s ago".
    static String delta(long at, long now) {
        if (at == 0) return "";
        if (at == LeaseView.NEVER) return Text.of("lease.never");
        return at > now
                ? Text.of("copies.in", Sentences.duration(at - now))
                : Words.ago(at * 1_000, now * 1_000);
    }
}
