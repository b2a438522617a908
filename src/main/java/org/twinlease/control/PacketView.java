package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;

import java.util.List;

/// A client's packet and what was decided about it. `received` and `answer` are message names as
/// RFC 2131 spells them (`DHCPDISCOVER`, `BOOTREQUEST`); `answer` is null for silence. `sequence`
/// grows by one a packet. `micros` is from receipt to the answer handed to the network, for an ACK
/// that includes the disk; -1 where there is no answer.
public record PacketView(
        long sequence,
        long atMillis,
        String received,
        @Nullable String answer,
        @Nullable HardwareAddress hardware,
        @Nullable Octets clientId,
        @Nullable String hostname,
        Ip4 address,
        Ip4 relay,
        int xid,
        long micros,
        List<Reason> reasons) {}
