package org.twinlease.control;

import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// Something that really went over the network, for a capture file: a DHCP datagram, or a failover
/// message of a TCP connection. `sequence` grows by one each; `atMillis` is since 1970; `outgoing`
/// as seen from the server that tells. Where an end of a connection is not known its address is
/// 0.0.0.0. `octets` are the payload of UDP, or the message.
public record PassedView(
        long sequence,
        long atMillis,
        boolean failover,
        boolean outgoing,
        Ip4 from,
        int fromPort,
        Ip4 to,
        int toPort,
        Octets octets) {}
