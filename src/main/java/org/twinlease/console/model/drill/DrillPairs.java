package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.PairSource;
import org.twinlease.console.model.Text;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Population;
import org.twinlease.drill.script.Scenario;

import java.util.List;
import java.util.stream.Stream;

/// Which pair the twin is of: that of the drill's own text, or the pair of the session. `folder` is
/// where the files that a drill names are.
record DrillPairs(PairSource source, boolean own, String folder) {

    /// A drill on its pair; no pair, and in words why, where it cannot be had.
    record Made(Scenario scenario, @Nullable Original original, String why) {}

    /// Reads the pair. Takes its time.
    Made made(Scenario scenario) {
        PairOf mine = source.own();
        Scenario drill = scenario;
        if (own && mine != null) {
            Population clients = scenario.population();
            drill = scenario.with(mine, mine.hasLeases() ? clients.newcomers() : clients);
        }
        PairSource.Answer answer = source.read(drill, own ? "" : folder);
        return new Made(drill, answer.original(), answer.why());
    }

    /// What the twin is made of, in words.
    String words(@Nullable Scenario scenario) {
        PairOf pair = own ? source.own() : scenario == null ? null : scenario.pair();
        if (pair == null || pair.isDemo()) return Text.of("drill.source.demo");
        String files = names(pair.configs());
        if (!pair.hasLeases()) return Text.of("drill.source.configs", files);
        List<String> leases =
                Stream.of(pair.leasesOfA(), pair.leasesOfB()).filter(n -> !n.isEmpty()).toList();
        return Text.of("drill.source.leases", files, names(leases));
    }

    /// Files by their names, with their folders where the names are the same.
    private static String names(List<String> files) {
        List<String> last = files.stream().map(file -> last(file, 1)).toList();
        boolean same = last.size() > 1 && last.getFirst().equals(last.getLast());
        List<String> said = same ? files.stream().map(file -> last(file, 2)).toList() : last;
        return String.join(", ", said);
    }

    private static String last(String file, int parts) {
        List<String> all = List.of(file.split("[/\\\\]", -1));
        return String.join("/", all.subList(Math.max(0, all.size() - parts), all.size()));
    }
}
