package org.twinlease.console.model.leases;

import org.twinlease.value.BindingState;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How what is being typed may go on: the names of [LeaseTerms] while a word begins, then the
/// values that the name can have here.
final class LeaseCompletion {

    private static final int MOST = 12;

    private LeaseCompletion() {}

    /// Whole texts, each the typed one with its last word completed.
    static List<String> of(String typed, Collection<String> pools) {
        int begin = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, begin);
        String word = typed.substring(begin).toLowerCase(Locale.ROOT);
        String not = word.startsWith("-") ? "-" : "";
        String bare = word.substring(not.length());
        if (bare.isEmpty()) return List.of();
        return words(bare, pools)
                .filter(next -> next.startsWith(bare) && !next.equals(bare))
                .map(next -> before + not + next)
                .limit(MOST)
                .toList();
    }

    private static Stream<String> words(String bare, Collection<String> pools) {
        int at = Math.max(bare.indexOf(':'), Math.max(bare.indexOf('<'), bare.indexOf('>')));
        if (at < 0) return LeaseTerms.NAMES.stream();
        String name = bare.substring(0, at + 1);
        Stream<String> values =
                switch (name) {
                    case "state:" -> Stream.of(BindingState.values()).map(BindingState::word);
                    case "pool:" ->
                            pools.stream()
                                    .map(pool -> pool.toLowerCase(Locale.ROOT))
                                    .filter(pool -> pool.indexOf(' ') < 0)
                                    .sorted();
                    case "differs:", "reserved:" -> Stream.of("yes", "no");
                    case "ends<", "ends>", "seen<", "seen>" -> Stream.of("5m", "1h", "8h", "1d");
                    default -> Stream.of();
                };
        return values.map(value -> name + value);
    }
}
