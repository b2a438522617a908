package org.twinlease.console.model.timeline;

import org.twinlease.console.model.ConsoleSettings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Moments of a pair that a person gave a name. They are kept with the console's other choices, a
/// line each; those of a demonstration, whose servers' records end with it, only as long as it
/// runs.
final class Bookmarks {

    private static final String KEY = "timeline.bookmarks";
    private static final int MOST = 200;

    /// A moment of a pair, milliseconds since 1970.
    record Kept(String pair, long atMillis, String name) {
        String line() {
            return pair + "\t" + atMillis + "\t" + name;
        }
    }

    private final ConsoleSettings settings;
    private final boolean lasting;
    private List<Kept> all;

    Bookmarks(ConsoleSettings settings, boolean lasting) {
        this.settings = settings;
        this.lasting = lasting;
        all = lasting ? read(settings.read(KEY, "")) : List.of();
    }

    private static List<Kept> read(String lines) {
        List<Kept> read = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            String[] parts = line.split("\t", 3);
            if (parts.length < 3 || !parts[1].matches("\\d{1,18}")) continue;
            read.add(new Kept(parts[0], Long.parseLong(parts[1]), parts[2]));
        }
        return read;
    }

    /// Those of a pair, the oldest moment first.
    List<Kept> of(String pair) {
        return all.stream()
                .filter(kept -> kept.pair().equals(pair))
                .sorted(Comparator.comparingLong(Kept::atMillis))
                .toList();
    }

    /// Gives a moment a name, in place of the one that it had. Where there are too many, the one
    /// that was given first goes.
    void name(String pair, long atMillis, String name) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) return;
        List<Kept> next = without(pair, atMillis);
        next.add(new Kept(pair, atMillis, plain));
        while (next.size() > MOST) next.removeFirst();
        keep(next);
    }

    void remove(String pair, long atMillis) {
        keep(without(pair, atMillis));
    }

    private List<Kept> without(String pair, long atMillis) {
        List<Kept> next = new ArrayList<>(all);
        next.removeIf(kept -> kept.pair().equals(pair) && kept.atMillis() == atMillis);
        return next;
    }

    private void keep(List<Kept> next) {
        all = List.copyOf(next);
        if (!lasting) return;
        settings.write(KEY, String.join("\n", all.stream().map(Kept::line).toList()));
    }
}
