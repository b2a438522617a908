package org.twinlease.engine;

import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ProgramCall;

/// Where the engine's packets leave: Netty in a server, a queue in a simulation. Never blocks; what
/// cannot be sent is dropped and counted by the outlet, as a network would.
public interface Outlet {

    /// Sends a UDP payload from an interface to an address that can be routed to or resolved.
    void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port);

    /// Sends to the link's broadcast address, 255.255.255.255.
    void broadcast(int interfaceIndex, byte[] payload, int port);

    /// Sends to a client that has no address yet: to its hardware address by a raw frame where that
    /// is permitted, else as a broadcast (RFC 2131 section 4.1).
    void toHardware(
            int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 address, int port);

    /// Sends an ICMP echo request. Answers come back as [Input.PingAnswered]. False when pings are
    /// not possible, so that nobody waits for an answer.
    boolean ping(int interfaceIndex, Ip4 address);

    /// Runs a program that the configuration names, without waiting for it. How it ended comes back
    /// as [Input.ProgramEnded]. Where no programs are run, nothing happens.
    default void run(Ip4 about, ProgramCall call) {}

    /// The way to failover partners.
    default PartnerWire partners() {
        return PartnerWire.NONE;
    }

    /// Called once at the end of a batch: what was queued is to leave now.
    void flush();
}
