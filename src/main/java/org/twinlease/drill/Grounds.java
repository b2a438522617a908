package org.twinlease.drill;

import org.twinlease.control.Sentences;
import org.twinlease.sim.twin.TwinWorld;

import java.util.ArrayList;
import java.util.List;

/// What is known of how clients come to a pair, beside the leases that they have: how many new ones
/// a minute, negative where nothing tells, and in sentences how that is known, or why it is not.
public record Grounds(double newPerMinute, List<String> words) {

    /// Where nobody has looked.
    public static final Grounds NONE = new Grounds(-1, List.of());

    /// The shortest time from which a rate is taken, seconds.
    private static final long SHORTEST = 60;

    /// Takes a copy of the list.
    public Grounds {
        words = List.copyOf(words);
    }

    /// From what was seen of clients within some time: `came` without a lease of their own, and
    /// `renewed` so often. `where` is what was looked at, in words (`the packets that both servers
    /// remember`).
    public static Grounds seen(String where, long seconds, int came, int renewed) {
        if (seconds < SHORTEST) {
            return unknown("%s tell of %s only.".formatted(where, span(seconds)));
        }
        String counted =
                "In %s, which tell of %s, %d clients came without a lease and %d leases were renewed."
                        .formatted(where, span(seconds), came, renewed);
        return new Grounds(came / (seconds / 60.0), List.of(counted));
    }

    private static String span(long seconds) {
        return Sentences.duration(seconds);
    }

    /// Nothing tells, and why.
    public static Grounds unknown(String why) {
        return new Grounds(-1, List.of("How many new clients come is not known: " + why));
    }

    /// Whether it is known how many come.
    public boolean isKnown() {
        return newPerMinute >= 0;
    }

    /// Where the numbers of a twin's clients come from, a sentence each: those of the leases that
    /// it was made of, and so many new ones a minute.
    List<String> told(TwinWorld.Taken taken, double perMinute) {
        List<String> all = new ArrayList<>();
        all.add(
                "%d clients of the leases go on and renew when half of their time is over; %d should have renewed and are taken to be asleep."
                        .formatted(taken.on(), taken.asleep()));
        all.addAll(words);
        boolean whole = perMinute == Math.rint(perMinute);
        String rate = whole ? String.valueOf((long) perMinute) : String.valueOf(perMinute);
        all.add(
                perMinute == 0
                        ? "No new clients come."
                        : "New clients come %s a minute, %s; how long they stay no lease tells."
                                .formatted(rate, isKnown() ? "as there" : "as the drill has it"));
        return all;
    }
}
