package org.twinlease.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// One thing that goes wrong in a pair's world, drawn before the world begins, so that a list of
/// troubles can be shortened and the rest still happens when it did. `number` counts from 1 in the
/// list as it was drawn, `second` is since the beginning of the world, `server` 0 for the primary,
/// `seconds` how long it lasts.
public record Trouble(int number, long second, Kind kind, int server, long seconds) {

    private static final int HOUR = 3600;

    /// What can go wrong.
    public enum Kind {
        /// The process of a server dies, and is started again.
        KILL("is killed"),

        /// The machine of a server loses power.
        POWER("loses power"),

        /// The machine of a server loses power after a few more changes of its disk.
        MID_WRITE("loses power in the middle of a write"),

        /// A server is stopped in good order, and started again.
        STOP("is stopped"),

        /// The connection of the two breaks; both are told.
        RESET("has its connection reset"),

        /// Nothing passes between the two, and nobody is told; clients still reach both.
        CUT("is cut from its partner"),

        /// No packet of a client reaches a server, and none comes back.
        CLIENTS_CUT("is cut from the clients"),

        /// A server is cut from its partner and from the clients.
        ISOLATED("is cut from everybody"),

        /// The disk of a server is full.
        DISK_FULL("has a full disk"),

        /// The disk of a server refuses everything.
        DISK_BROKEN("has a disk that fails"),

        /// One sync of a server's disk fails.
        SYNC_FAILS("has a sync that fails"),

        /// One write to a server's disk fails half done.
        WRITE_FAILS("has a write that fails"),

        /// A server's process stands still, as behind a disk that hangs, and goes on.
        STALL("stands still"),

        /// A server comes back with an empty disk.
        LOST_DISK("loses its disk"),

        /// A server dies for long, and its partner's operator says so.
        PARTNER_DOWN("dies, and its partner is told that it is down,"),

        /// All clients are switched off and on in one moment.
        STORM("sees all clients at once"),

        /// What a server sends its partner does not arrive, and nobody is told; it hears the other.
        ONE_WAY("is heard by its partner no more"),

        /// A server's end of the connection is gone, and the partner learns of it when it speaks.
        HALF_OPEN("has its end of the connection closed"),

        /// The wall clock of a server is set, to within half a minute.
        CLOCK("has its clock set a little"),

        /// The wall clock of a server is set to more than a minute away.
        CLOCK_JUMP("has its clock set wrong"),

        /// The wall clock of a server gains or loses.
        DRIFT("has a clock that drifts"),

        /// A server comes back with its disk as it was a while before.
        OLD_IMAGE("is set back to an old image of its disk"),

        /// The disk of a server forgets what it had last said was synced.
        LOST_TAIL("loses the end of its journal"),

        /// The disk of a server changes an octet by itself.
        ROT("has a disk that rots"),

        /// An operator takes a server for down that is alive and cut off, and says so to the other.
        WRONG_PARTNER_DOWN("is told that its partner is down, which is alive,"),

        /// An operator pauses a server, and resumes it.
        PAUSE("is paused"),

        /// An operator shuts a server down in the sense of the protocol, and resumes it.
        SHUT_DOWN("is shut down by the protocol"),

        /// An operator has the free addresses divided.
        REBALANCE("is to rebalance"),

        /// An operator has everything asked for.
        FULL_UPDATE("is to ask for everything"),

        /// An operator sends a server to RECOVER.
        RECOVER("is to recover");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// The name on the command line, as `lost-disk`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The troubles of a world of so many seconds: of some of the kinds, so that no kind hides what
    /// another would show, and in bursts, since most faults of a pair need two troubles at once.
    /// Sorted by time. Equal arguments give equal lists.
    public static List<Trouble> draw(long seed, long seconds, Set<Kind> kinds) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x7477696e);
        List<Kind> some = new ArrayList<>();
        Set<Kind> sorted = EnumSet.copyOf(kinds);
        for (Kind kind : sorted) if (random.nextInt(3) > 0) some.add(kind);
        if (some.isEmpty()) some.addAll(sorted);
        long calm = random.nextLong(HOUR / 4, 4 * HOUR);
        List<Trouble> drawn = new ArrayList<>();
        for (long at = random.nextLong(60, calm);
                at < seconds;
                at += random.nextLong(1, 2 * calm)) {
            int burst = random.nextInt(1, 5);
            for (int i = 0; i < burst; i++) {
                long second = Math.min(seconds - 1, at + random.nextLong(1, 600));
                Kind kind = some.get(random.nextInt(some.size()));
                long lasts = random.nextInt(4) == 0 ? HOUR : 400;
                drawn.add(
                        new Trouble(0, second, kind, random.nextInt(2), random.nextLong(1, lasts)));
            }
        }
        drawn.sort(Comparator.comparingLong(Trouble::second));
        List<Trouble> numbered = new ArrayList<>();
        for (Trouble each : drawn) numbered.add(each.numbered(numbered.size() + 1));
        return numbered;
    }

    private Trouble numbered(int place) {
        return new Trouble(place, second, kind, server, seconds);
    }

    /// In words, as `12. at 3741 s A loses its disk for 60 s`.
    public String words() {
        return number
                + ". at "
                + second
                + " s "
                + (server == 0 ? "A " : "B ")
                + kind.words
                + " for "
                + seconds
                + " s";
    }
}
