package org.twinlease.sim;

import org.twinlease.control.AlarmView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;

import java.util.Objects;

/// The lines of a transcript for what a server tells.
final class Words {

    private Words() {}

    static String seen(PacketView packet) {
        String answer = packet.answer();
        return packet.received()
                + " from "
                + Objects.toString(packet.hardware(), "nobody")
                + (packet.relay().isZero() ? "" : " by " + packet.relay())
                + ": "
                + (answer == null ? "no answer" : answer + " " + packet.address())
                + ". "
                + Sentences.of(packet.reasons());
    }

    static String changed(LeaseView lease, Reason why) {
        return lease.address() + " is " + lease.state().word() + ". " + Sentences.of(why);
    }

    static String balanced(Notice.PoolBalanced run) {
        return "%s pool %d: %d free here, %d there, %d given"
                .formatted(run.name(), run.pool(), run.own(), run.partners(), run.given());
    }

    static String alarm(AlarmView alarm) {
        return (alarm.over() ? "Over: " : "") + Sentences.sentence(alarm);
    }
}
