package org.twinlease.drill.script;

import java.util.Locale;

/// How a client of a drill lives.
public enum Kind {
    /// Is there all the time and renews.
    RENEWING("are there all the time and renew"),

    /// Comes for the first time, stays a while and goes.
    NEW("come for the first time, stay a while and go; one in four says good-bye (RELEASE)"),

    /// Goes to sleep and wakes again.
    SLEEPING("are awake for an hour and asleep for two, on average, and keep their address"),

    /// Moves from network to network.
    ROAMING("are in one network for twenty minutes, on average, and then in another"),

    /// Asks again and again as somebody else.
    MISBEHAVING("ask as somebody else every five minutes, on average, and give nothing back");

    private final String meaning;

    Kind(String meaning) {
        this.meaning = meaning;
    }

    /// As in a drill.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What such clients do, in a few words.
    public String meaning() {
        return meaning;
    }
}
