package org.twinlease.sim;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

/// The network as the servers of a world use it. `at` is the index of the interface that something
/// leaves by.
public interface Carrier {

    /// From a server to an address: a relay's, or that of a client which has it.
    void unicast(SimServer from, byte[] payload, Ip4 to);

    /// From a server to everybody on a wire.
    void broadcast(SimServer from, int at, byte[] payload);

    /// From a server to one client on a wire.
    void toHardware(SimServer from, int at, byte[] payload, HardwareAddress client);

    /// From a server: an echo request, and the answer if there is anybody to give it.
    void ping(SimServer from, Ip4 address);
}
