package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.Mutations;
import org.twinlease.wire.dhcp.Packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// Whatever is sent, policy decides with a reason, answers with a message that can be read, and
/// gives no address to two clients at a time.
class PolicyFuzzTest {
    private static final int PACKETS = Integer.getInteger("fuzz.packets", 100_000);

    private final Random random = new Random(7);
    private final Map<Ip4, Lease> promised = new HashMap<>();

    private final Scene scene =
            new Scene(
                    Site.small()
                            .set(Parameter.AUTHORITATIVE, 1)
                            .set(Parameter.ABANDON_LEASE_TIME, 600)
                            .set(Parameter.DYNAMIC_BOOTP_LEASE_LENGTH, 900)
                            .subnet("10.0.2.0/24", net -> net.pool("10.0.2.10", "10.0.2.40"))
                            .host("fixed", "02:00:00:00:00:03", "10.0.1.12"));

    @Test
    void everyMessageHasAReasonAndNoAddressHasTwoOwners() {
        int answers = 0;
        for (int i = 0; i < PACKETS; i++) {
            if (random.nextInt(50) == 0) scene.pass(random.nextInt(4000)).expire();
            byte[] bytes = Mutations.packet(random);
            if (!(Packet.decode(bytes, bytes.length) instanceof Decoded.Ok<Packet>(var packet))) {
                continue;
            }
            Arrival arrival =
                    new Arrival(
                            0,
                            Ip4.of(Scene.SERVER),
                            576 + random.nextInt(1000),
                            67,
                            Ip4.ZERO,
                            68,
                            Cast.values()[random.nextInt(3)],
                            0);
            Heard heard = scene.hears(packet, arrival);
            assertThat(heard.why()).isNotEmpty();
            for (Lease lease : heard.changes()) check(lease, packet);
            switch (heard.decision()) {
                case Decision.Silent _, Decision.Note _ -> {}
                default -> {
                    answers++;
                    assertThat(heard.packet().op()).isEqualTo(2);
                    assertThat(heard.packet().xid()).isEqualTo(packet.xid());
                    int most = Math.max(300, arrival.mtu() - 28);
                    assertThat(heard.answer().payload().length).isLessThanOrEqualTo(most);
                }
            }
        }
        assertThat(answers).as("enough of them are answered").isGreaterThan(PACKETS / 10);
    }

    /// A lease goes to the sender, and to nobody while another still has it.
    private void check(Lease lease, Packet packet) {
        Lease before = promised.put(lease.address(), lease);
        if (lease.state() != BindingState.ACTIVE) return;
        assertThat(lease.hardware()).isEqualTo(packet.hardware());
        boolean running =
                before != null
                        && before.state() == BindingState.ACTIVE
                        && before.ends() > scene.clock();
        if (running && before.clientId() != null && lease.clientId() != null) {
            assertThat(lease.clientId()).isEqualTo(before.clientId());
        } else if (running) {
            assertThat(lease.hardware()).isEqualTo(before.hardware());
        }
        assertThat(lease.address()).isNotEqualTo(Ip4.of("10.0.1.12"));
    }
}
