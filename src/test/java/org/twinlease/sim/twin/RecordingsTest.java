package org.twinlease.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.Golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The servers of a twin against what two dhcpd really did: at each step of seventeen recordings,
/// the states that each server announced, the kinds of messages that it sent, and the lease times
/// that clients were told. What differs is in the golden file, step by step; docs/verification.md
/// says why.
final class RecordingsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "recordings");

    /// What was seen between one act and the next.
    private record Part(
            String name, List<String> states, List<String> kinds, List<String> leases) {}

    private static List<Recording> recordings() throws IOException {
        List<Recording> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) all.add(Recording.read(file));
        }
        assertThat(all).hasSizeGreaterThan(15);
        return all;
    }

    @Test
    void theTwinDoesWhatDhcpdDidOrTheDifferenceIsWrittenDown() throws IOException {
        StringBuilder text = new StringBuilder();
        int parts = 0;
        int same = 0;
        for (Recording recorded : recordings()) {
            List<Part> theirs = parts(recorded);
            List<Part> ours = parts(Rerun.of(recorded));
            assertThat(ours).hasSameSizeAs(theirs);
            text.append(recorded.name()).append('\n');
            for (int i = 0; i < theirs.size(); i++) {
                parts += 3;
                same += compare(text, theirs.get(i), ours.get(i));
            }
        }
        text.append("%d of %d comparisons are equal%n".formatted(same, parts));
        Golden.check("sim/recordings.txt", text.toString());
    }

    private static int compare(StringBuilder text, Part theirs, Part ours) {
        StringBuilder differs = new StringBuilder();
        int same = 0;
        same += compare(differs, "states", theirs.states(), ours.states());
        same += compare(differs, "messages", theirs.kinds(), ours.kinds());
        same += compare(differs, "leases", theirs.leases(), ours.leases());
        if (!differs.isEmpty())
            text.append("  ").append(theirs.name()).append('\n').append(differs);
        return same;
    }

    private static int compare(
            StringBuilder text, String what, List<String> theirs, List<String> ours) {
        if (theirs.equals(ours)) return 1;
        text.append("    ").append(what).append('\n');
        text.append("      dhcpd ").append(String.join(", ", theirs)).append('\n');
        text.append("      twin  ").append(String.join(", ", ours)).append('\n');
        return 0;
    }

    private static List<Part> parts(Recording recording) {
        List<Part> parts = new ArrayList<>();
        String name = "";
        List<Recording.Entry> some = new ArrayList<>();
        for (Recording.Entry entry : recording.entries()) {
            if (entry.kind().equals("do")) {
                parts.add(part(name, some));
                name = entry.text();
                some.clear();
            } else {
                some.add(entry);
            }
        }
        parts.add(part(name, some));
        return parts.subList(1, parts.size());
    }

    /// States in their order, without repetitions; the kinds of messages by server, but for
    /// CONTACT, which is a matter of timers; lease times by client.
    private static Part part(String name, List<Recording.Entry> entries) {
        List<String> states = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, List<String>> leases = new TreeMap<>();
        Map<String, String> last = new TreeMap<>();
        for (Recording.Entry entry : entries) {
            if (entry.kind().equals("said") && !entry.word(1).equals("CONTACT")) {
                kinds.merge(entry.word(0) + " " + entry.word(1), 1, Integer::sum);
                boolean settled = entry.word(1).equals("STATE") && entry.word(3).isEmpty();
                String state = entry.word(2);
                if (settled && !state.equals(last.put(entry.word(0), state))) {
                    states.add(entry.word(0) + " " + state);
                }
            } else if (entry.kind().equals("told")) {
                String lease = entry.word(1) + " " + entry.word(3) + " by " + entry.word(2);
                leases.computeIfAbsent(entry.word(0), _ -> new ArrayList<>()).add(lease);
            }
        }
        List<String> told = new ArrayList<>();
        leases.forEach((who, each) -> told.add(who + ": " + String.join(" ", each)));
        List<String> counted = new ArrayList<>();
        kinds.forEach((kind, times) -> counted.add(times == 1 ? kind : kind + " x" + times));
        states.sort(null);
        return new Part(name, states, counted, told);
    }
}
