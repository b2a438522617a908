package org.twinlease.console.model.health;

import org.twinlease.console.model.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What one round of all checks found: the items, and for each section what was checked in numbers,
/// or why it could not be.
final class Rounds {

    /// What a section says; `tone` is PLAIN where a check could not run.
    record Said(Section section, Tone tone, String words) {}

    private final List<Item> items = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    void item(Item item) {
        items.add(item);
    }

    /// A check ran, and this is what it looked at.
    void well(Section section, String words) {
        said.add(new Said(section, Tone.GOOD, words));
    }

    /// A check could not run.
    void cannot(Section section, String why) {
        said.add(new Said(section, Tone.PLAIN, why));
    }

    /// Worst first, within that in the order of the sections.
    List<Item> items() {
        return items.stream()
                .sorted(Comparator.comparingInt(Item::cost).reversed().thenComparing(Item::section))
                .toList();
    }

    List<Said> said() {
        return List.copyOf(said);
    }
}
