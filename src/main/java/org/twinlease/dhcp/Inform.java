package org.twinlease.dhcp;

import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

/// DHCPINFORM: options for a client that has its address from elsewhere (RFC 2131 section 4.3.5).
/// No lease is looked at or changed, `yiaddr` stays empty and no lease time is sent.
final class Inform {

    private Inform() {}

    static Decision decide(Inquiry inquiry, World world) {
        Ip4 address = new Ip4(inquiry.packet().ciaddr());
        if (!address.isZero() && world.plan().network(address) == null) {
            // The wire that it came over says nothing about an address of somewhere else.
            return Decision.Silent.because(
                    address, Reason.of(ReasonCode.SILENT_NO_SUBNET, address));
        }
        Ip4 where = address.isZero() ? Policy.networkAddress(inquiry) : address;
        int slot = world.leases().slot(where);
        int pool = slot < 0 ? -1 : world.leases().pool(slot);
        Settings settings = inquiry.settings(world.plan(), where, pool);
        Reply reply = new Answer(inquiry, settings, world.plan()).inform();
        return new Decision.Ack(
                address,
                null,
                false,
                List.of(),
                reply,
                List.of(Reason.of(ReasonCode.ACK_INFORM, address)));
    }
}
