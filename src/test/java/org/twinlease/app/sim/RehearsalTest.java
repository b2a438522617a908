package org.twinlease.app.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;

final class RehearsalTest {

    /// What is not gone through is slow for the first client all the same.
    @Test
    void aClientGoesThroughItsWholeLife() {
        List<String> answers = new ArrayList<>();
        Rehearsal.play(
                notice -> {
                    if (notice instanceof Notice.PacketSeen(var packet)) {
                        answers.add(packet.received() + " " + packet.answer());
                    }
                });
        assertThat(answers)
                .startsWith(
                        "DHCPDISCOVER DHCPOFFER",
                        "DHCPREQUEST DHCPACK",
                        "DHCPINFORM DHCPACK",
                        "DHCPRELEASE null")
                .hasSize(12);
    }
}
