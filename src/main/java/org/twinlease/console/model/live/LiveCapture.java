package org.twinlease.console.model.live;

import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.PassedView;
import org.twinlease.control.Query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Fetches from every server what passed in the last minutes, and has it written to a file. What a
/// server of the two does not answer for is left out, and that is said.
final class LiveCapture {

    private static final int PAGE = 2_000;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final Runnable changed;
    private Fact outcome = new Fact("", Tone.PLAIN);

    LiveCapture(ConsoleSession session, List<PairSide> sides, Runnable changed) {
        this.session = session;
        this.sides = sides;
        this.changed = changed;
    }

    /// What came of the last export; empty before.
    Fact outcome() {
        return outcome;
    }

    void export() {
        say(Text.of("live.export.reading"), Tone.CALM);
        fetch(new ArrayList<>(), session.clock().millis() - Flow.KEPT_MILLIS);
    }

    /// One server after the other.
    private void fetch(List<ConsoleFiles.Heard> heard, long since) {
        if (heard.size() < sides.size()) page(heard, since, new ArrayList<>());
        else save(heard);
    }

    private void page(List<ConsoleFiles.Heard> heard, long since, List<PassedView> passed) {
        PairSide side = sides.get(heard.size());
        long after = passed.isEmpty() ? -1 : passed.getLast().sequence();
        side.replies()
                .ask(
                        new Query.Passed(since, after, PAGE),
                        more -> {
                            passed.addAll(more);
                            if (more.size() == PAGE) page(heard, since, passed);
                            else next(heard, since, passed);
                        },
                        () -> next(heard, since, passed));
    }

    private void next(List<ConsoleFiles.Heard> heard, long since, List<PassedView> passed) {
        heard.add(new ConsoleFiles.Heard(sides.get(heard.size()).name(), passed));
        fetch(heard, since);
    }

    private void save(List<ConsoleFiles.Heard> heard) {
        List<ConsoleFiles.Heard> once = once(heard);
        long packets = once.stream().mapToLong(h -> h.passed().size()).sum();
        if (packets == 0) {
            say(Text.of("live.export.nothing"), Tone.WATCH);
            return;
        }
        say("", Tone.PLAIN);
        ZoneId zone = session.zone();
        String at = NAME.format(Instant.ofEpochMilli(session.clock().millis()).atZone(zone));
        session.files()
                .save(
                        "twinlease-" + at + ".pcapng",
                        session.files().capture(once),
                        saved ->
                                sides.getFirst()
                                        .replies()
                                        .ui()
                                        .execute(() -> saved(saved, packets)));
    }

    private void saved(ConsoleFiles.Saved saved, long packets) {
        if (saved.done()) {
            say(Text.of("live.export.done", Words.count(packets), saved.place()), Tone.GOOD);
        } else {
            say(Text.of("export.failed", saved.place(), saved.why()), Tone.BAD);
        }
    }

    /// A message between the two servers is told by both; it went over the network once.
    private static List<ConsoleFiles.Heard> once(List<ConsoleFiles.Heard> heard) {
        record Said(boolean byFirst, Object octets) {}
        Set<Said> known = new HashSet<>();
        List<ConsoleFiles.Heard> once = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            boolean first = i == 0;
            List<PassedView> left =
                    heard.get(i).passed().stream()
                            .filter(
                                    p ->
                                            !p.failover()
                                                    || known.add(
                                                            new Said(
                                                                    p.outgoing() == first,
                                                                    p.octets())))
                            .toList();
            once.add(new ConsoleFiles.Heard(heard.get(i).server(), left));
        }
        return once;
    }

    private void say(String words, Tone tone) {
        outcome = new Fact(words, tone);
        changed.run();
    }
}
