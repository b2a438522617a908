package org.twinlease.sim.twin;

import org.twinlease.control.Notice;
import org.twinlease.value.Ip4;

/// Something that happens in a twin, told as it happens. Servers by number, 0 is the primary; -1:
/// none of the two. Waits are in milliseconds of the world.
public sealed interface Happening {

    /// A server's process came up, or went.
    record Power(int server, boolean up, String how) implements Happening {}

    /// A server tells its watchers something.
    record Told(int server, Notice notice) implements Happening {}

    /// A client that has waited has its answer. `renews`: it had the address and prolonged it.
    /// `waitedMillis` since it first asked.
    record Answered(
            Person who, boolean renews, long waitedMillis, Ip4 address, int by, long seconds)
            implements Happening {}

    /// A client that wanted to go on with its address was told that it may not; `lives`: its lease
    /// had not ended.
    record Refused(Person who, Ip4 address, boolean lives) implements Happening {}

    /// A lease ended while its client was asking to go on with it.
    record Ended(Person who, Ip4 address, long waitedMillis) implements Happening {}

    /// An address is with a client while another still has a lease of it.
    record Doubled(Ip4 address, Person first, int firstBy, Person second, int secondBy)
            implements Happening {}
}
