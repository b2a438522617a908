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

/// Which pair the twin is of. `folder` is where the files that a drill names are.
record DrillPairs(PairSource source, Whose whose, String folder) {

    /// A drill on its pair; no pair, and in words why, where it cannot be had.
    record Made(Scenario scenario, @Nullable Original original, String why) {}

    /// The files with which the console was opened, or its servers where there are no files, or the
    /// drill's own pair. The servers of a demonstration are nobody's own.
    static DrillPairs of(PairSource source, boolean demo) {
        boolean servers = source.runs() && !demo;
        Whose whose = source.own() != null ? Whose.FILES : servers ? Whose.RUNNING : Whose.TEXT;
        return new DrillPairs(source, whose, "");
    }

    /// What can be chosen.
    List<Whose> choices() {
        return Stream.of(Whose.values()).filter(this::has).toList();
    }

    private boolean has(Whose each) {
        return switch (each) {
            case TEXT -> true;
            case FILES -> source.own() != null;
            case RUNNING -> source.runs();
        };
    }

    DrillPairs of(Whose other) {
        return new DrillPairs(source, has(other) ? other : whose, folder);
    }

    DrillPairs in(String other) {
        return new DrillPairs(source, whose, other);
    }

    /// Reads the pair. Takes its time.
    Made made(Scenario scenario) {
        PairOf mine = whose == Whose.FILES ? source.own() : null;
        Scenario drill = scenario;
        if (mine != null) {
            Population clients = scenario.population();
            drill = scenario.with(mine, mine.hasLeases() ? clients.newcomers() : clients);
        }
        PairSource.Answer answer =
                whose == Whose.RUNNING
                        ? source.now()
                        : source.read(drill, whose == Whose.FILES ? "" : folder);
        Original original = answer.original();
        // Clients that a drill of its own pair brings are meant.
        boolean said = whose == Whose.TEXT && !drill.population().groups().isEmpty();
        if (original != null && !said) drill = original.peopled(drill);
        return new Made(drill, original, answer.why());
    }

    /// What the twin is made of, in words.
    String words(@Nullable Scenario scenario) {
        if (whose == Whose.RUNNING) return Text.of("drill.source.running");
        PairOf pair = source.own();
        if (whose == Whose.TEXT) pair = scenario == null ? null : scenario.pair();
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
