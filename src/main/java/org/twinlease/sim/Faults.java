package org.twinlease.sim;

/// What goes wrong in a world. Packets: lost and doubled ones in a thousand, least and most delay
/// in milliseconds (they overtake each other where these differ). The rest is how many seconds pass
/// between two troubles of a kind on average, 0 for never: the server crashes or is stopped, its
/// disk is full or fails, its wall clock jumps, a host that nobody knows takes an address.
public record Faults(
        int lost,
        int doubled,
        long leastDelay,
        long mostDelay,
        long crashEvery,
        long diskEvery,
        long jumpEvery,
        long strangerEvery) {

    /// A wire on which nothing is lost, and nothing else goes wrong.
    public static final Faults NONE = new Faults(0, 0, 1, 3, 0, 0, 0, 0);

    /// Everything goes wrong, and often.
    public static final Faults ALL = new Faults(100, 50, 1, 2500, 120, 90, 400, 60);

    /// Checks what a network can do.
    public Faults {
        if (leastDelay < 0 || mostDelay < leastDelay || mostDelay > 5000) {
            throw new IllegalArgumentException("packets live for five seconds at most");
        }
    }
}
