package org.twinlease.drill.script;

import java.util.ArrayList;
import java.util.List;

/// The clients of a drill: groups of them, and behind how many relays (of the demo pair; the
/// networks of a configuration are what they are). Those of lease files come on top.
public record Population(List<Group> groups, int relays) {

    /// How long a new client stays when nothing is said, seconds.
    static final long STAY = 1800;

    /// What there is when nothing is said.
    public static final Population USUAL =
            new Population(List.of(new Group(Kind.RENEWING, 100, 0)), 1);

    /// No clients but those of lease files.
    public static final Population NONE = new Population(List.of(), 1);

    /// Takes a copy of the list.
    public Population {
        groups = List.copyOf(groups);
    }

    /// New clients only: what a drill adds to those of lease files.
    public Population newcomers() {
        return new Population(
                groups.stream().filter(group -> group.kind() == Kind.NEW).toList(), relays);
    }

    /// With so many new clients a minute as come in earnest, who stay as long as those of the
    /// drill.
    public Population arriving(double perMinute) {
        long stay = STAY;
        List<Group> others = new ArrayList<>();
        for (Group group : groups) {
            if (group.kind() == Kind.NEW) stay = group.staySeconds();
            else others.add(group);
        }
        double count = Math.round(perMinute * 1000) / 1000.0;
        if (count > 0) others.add(new Group(Kind.NEW, count, stay));
        return new Population(others, relays);
    }

    /// How many new clients come a minute when the drill begins.
    public double perMinute() {
        for (Group group : groups) if (group.kind() == Kind.NEW) return group.count();
        return 0;
    }

    /// The line, as in a drill.
    String text() {
        List<String> parts = new ArrayList<>();
        for (Group group : groups) {
            String number = Phrase.number(group.count());
            if (group.kind() == Kind.NEW) {
                parts.add(number + " new a minute staying " + Times.words(group.staySeconds()));
            } else {
                parts.add(number + " " + group.kind().word());
            }
        }
        if (groups.isEmpty()) parts.add("0 renewing");
        parts.add("behind " + relays + (relays == 1 ? " relay" : " relays"));
        return "population " + String.join(", ", parts) + "\n";
    }
}
