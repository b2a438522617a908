package org.twinlease.sim.twin;

import org.twinlease.value.HardwareAddress;

import java.util.Locale;

/// A client of a twin as people name it, with the way it lives. `number` counts from 0.
public record Person(int number, Kind kind, String name, HardwareAddress hardware) {

    /// How a client lives.
    public enum Kind {
        /// Is there all the time and renews.
        RENEWING,

        /// Comes for the first time, stays a while and goes.
        NEW,

        /// Goes to sleep and wakes again, with the address that it had.
        SLEEPING,

        /// Moves from network to network.
        ROAMING,

        /// Forgets who it is: asks again and again as somebody else, and gives nothing back.
        MISBEHAVING;

        /// As in the language of drills.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return name + " (" + hardware + ")";
    }
}
