package org.twinlease.dhcp;

import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.List;

/// What a client hears, and why.
record Heard(Decision decision) {

    /// The answer and its address: `OFFER 10.0.1.10`, `NAK`, `silence`, `noted`.
    String said() {
        return switch (decision) {
            case Decision.Offer offer -> "OFFER " + offer.address();
            case Decision.Ack ack when ack.bootp() -> "BOOTREPLY " + ack.address();
            case Decision.Ack ack -> "ACK " + ack.address();
            case Decision.Nak _ -> "NAK";
            case Decision.Note _ -> "noted";
            case Decision.Silent _ -> "silence";
        };
    }

    Heard mustBe(String expected) {
        if (!said().equals(expected)) throw new AssertionError(this + " instead of " + expected);
        return this;
    }

    String address() {
        return decision.address().toString();
    }

    List<ReasonCode> why() {
        return decision.reasons().stream().map(Reason::code).toList();
    }

    List<Lease> changes() {
        return decision.changes();
    }

    Reply answer() {
        return switch (decision) {
            case Decision.Offer offer -> offer.reply();
            case Decision.Ack ack -> ack.reply();
            case Decision.Nak nak -> nak.reply();
            case Decision.Silent _, Decision.Note _ -> throw new AssertionError(this);
        };
    }

    Destination to() {
        return answer().to();
    }

    Packet packet() {
        return Scene.packet(answer().payload());
    }

    /// The value of an option in hexadecimal, "none" where it is absent.
    String option(OptionType type) {
        Octets value = packet().option(type);
        return value == null ? "none" : value.hex();
    }

    /// The option codes of the options field in the order in which they stand.
    List<Integer> order() {
        byte[] payload = answer().payload();
        List<Integer> codes = new java.util.ArrayList<>();
        for (int at = 240; (payload[at] & 255) != 255; at += 2 + (payload[at + 1] & 255)) {
            codes.add(payload[at] & 255);
        }
        return codes;
    }

    @Override
    public String toString() {
        return said() + " " + why();
    }
}
