package org.twinlease.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.sim.SimClient.Holding;
import org.twinlease.sim.SimClient.Outgoing;
import org.twinlease.sim.SimClient.State;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

final class SimClientTest {

    private static final Ip4 SERVER = Ip4.of("10.0.0.1");
    private static final Ip4 ADDRESS = Ip4.of("10.0.0.50");
    private static final Habits PLAIN = Habits.of(HardwareAddress.ethernet(0x02_00_00_00_00_01L));

    private SimClient client = client(PLAIN);
    private long tick;

    private static SimClient client(Habits habits) {
        return new SimClient(habits, new SplittableRandom(1));
    }

    @Test
    void asksEverybodyAndTakesTheFirstOffer() {
        client.start(now());
        Packet discover = sent(client.tick(now()), Ip4.BROADCAST);
        assertThat(discover.messageType()).isEqualTo(MessageType.DHCPDISCOVER);

        Packet request = sent(hears(answer(discover, MessageType.DHCPOFFER, 600)), Ip4.BROADCAST);
        assertThat(request.messageType()).isEqualTo(MessageType.DHCPREQUEST);
        assertThat(request.xid()).isEqualTo(discover.xid());
        assertThat(request.address(OptionType.DHCP_SERVER_IDENTIFIER)).isEqualTo(SERVER);
        assertThat(request.address(OptionType.DHCP_REQUESTED_ADDRESS)).isEqualTo(ADDRESS);
        assertThat(request.ciaddr()).isZero();
    }

    @Test
    void countsTheLeaseFromTheMomentOfItsRequest() {
        bind(600);
        Holding has = holding();
        assertThat(client.state()).isEqualTo(State.BOUND);
        assertThat(has.address()).isEqualTo(ADDRESS);
        assertThat(has.t1()).isEqualTo(300_000);
        assertThat(has.t2()).isEqualTo(525_000);
        assertThat(has.untilTick()).isEqualTo(600_000);
        assertThat(client.nextTick()).isEqualTo(has.t1());
    }

    @Test
    void asksAgainAfterTwiceTheTimeWhenNobodyAnswers() {
        client.start(now());
        var waits = new java.util.ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            Packet discover = sent(client.tick(now()), Ip4.BROADCAST);
            assertThat(discover.secs()).isEqualTo((int) (tick / 1000));
            waits.add(client.nextTick() - tick);
            tick = client.nextTick();
        }
        long[] base = {4_000, 8_000, 16_000, 32_000, 64_000, 64_000};
        for (int i = 0; i < base.length; i++) {
            assertThat(waits.get(i)).isBetween(base[i] - 1000, base[i] + 1000);
        }
    }

    @Test
    void beginsAnewWhenTheChosenServerFallsSilent() {
        client.start(now());
        Packet first = sent(client.tick(now()), Ip4.BROADCAST);
        sent(hears(answer(first, MessageType.DHCPOFFER, 600)), Ip4.BROADCAST);
        for (int i = 0; i < 3; i++) {
            assertThat(sent(onTime(), Ip4.BROADCAST).messageType())
                    .isEqualTo(MessageType.DHCPREQUEST);
        }
        Packet again = sent(onTime(), Ip4.BROADCAST);
        assertThat(again.messageType()).isEqualTo(MessageType.DHCPDISCOVER);
        assertThat(again.xid()).isNotEqualTo(first.xid());
    }

    @Test
    void renewsWithItsServerThenWithAnyThenGivesUp() {
        bind(600);
        Packet renewal = sent(onTime(), SERVER);
        assertThat(tick).isEqualTo(300_000);
        assertThat(renewal.ciaddr()).isEqualTo(ADDRESS.bits());
        assertThat(renewal.has(OptionType.DHCP_SERVER_IDENTIFIER)).isFalse();
        assertThat(renewal.has(OptionType.DHCP_REQUESTED_ADDRESS)).isFalse();
        sent(onTime(), SERVER);
        assertThat(tick).as("half of the time until T2").isEqualTo(412_500);
        while (client.nextTick() < 525_000) sent(onTime(), SERVER);

        Packet rebind = sent(onTime(), Ip4.BROADCAST);
        assertThat(tick).isEqualTo(525_000);
        assertThat(client.state()).isEqualTo(State.REBINDING);
        assertThat(rebind.ciaddr()).isEqualTo(ADDRESS.bits());
        while (client.nextTick() < 600_000) sent(onTime(), Ip4.BROADCAST);

        Packet lost = sent(onTime(), Ip4.BROADCAST);
        assertThat(lost.messageType()).isEqualTo(MessageType.DHCPDISCOVER);
        assertThat(lost.address(OptionType.DHCP_REQUESTED_ADDRESS)).isEqualTo(ADDRESS);
        assertThat(client.holding()).isNull();
    }

    @Test
    void aRenewalStartsTheLeaseAfresh() {
        bind(600);
        Packet renewal = sent(onTime(), SERVER);
        tick += 700;
        assertThat(hears(answer(renewal, MessageType.DHCPACK, 600))).isEmpty();
        assertThat(client.state()).isEqualTo(State.BOUND);
        assertThat(holding().untilTick()).isEqualTo(300_000 + 600_000);
    }

    @Test
    void comesBackWithItsOldAddressAndUsesItWhenNobodyObjects() {
        bind(6000);
        client.stop();
        tick = 10_000;
        client.start(now());
        Packet request = sent(client.tick(now()), Ip4.BROADCAST);
        assertThat(client.state()).isEqualTo(State.INIT_REBOOT);
        assertThat(request.address(OptionType.DHCP_REQUESTED_ADDRESS)).isEqualTo(ADDRESS);
        assertThat(request.has(OptionType.DHCP_SERVER_IDENTIFIER)).isFalse();
        for (int i = 0; i < 3; i++) sent(onTime(), Ip4.BROADCAST);
        assertThat(onTime()).isEmpty();
        assertThat(client.state()).isEqualTo(State.BOUND);
        assertThat(holding().untilTick()).isEqualTo(6_000_000);
    }

    @Test
    void forgetsALeaseThatEndedWhileItWasOff() {
        bind(600);
        client.stop();
        tick = 600_000;
        client.start(now());
        assertThat(client.holding()).isNull();
        assertThat(sent(client.tick(now()), Ip4.BROADCAST).messageType())
                .isEqualTo(MessageType.DHCPDISCOVER);
    }

    @Test
    void aRefusalSendsItBackToTheBeginningAfterAMoment() {
        bind(600);
        client.move(now(), Ip4.of("10.9.0.1"));
        Packet request = sent(client.tick(now()), Ip4.BROADCAST);
        assertThat(request.giaddr()).isEqualTo(Ip4.of("10.9.0.1").bits());
        hears(answer(request, MessageType.DHCPNAK, -1));
        assertThat(client.holding()).isNull();
        assertThat(client.nextTick()).isBetween(tick + 1000, tick + 5000);
        Packet discover = sent(onTime(), Ip4.BROADCAST);
        assertThat(discover.messageType()).isEqualTo(MessageType.DHCPDISCOVER);
        assertThat(discover.has(OptionType.DHCP_REQUESTED_ADDRESS)).isFalse();
    }

    @Test
    void declinesWhatSomebodyElseUsesAndWaitsTenSeconds() {
        bind(600);
        Packet decline = sent(client.addressTaken(now()), Ip4.BROADCAST);
        assertThat(decline.messageType()).isEqualTo(MessageType.DHCPDECLINE);
        assertThat(decline.address(OptionType.DHCP_REQUESTED_ADDRESS)).isEqualTo(ADDRESS);
        assertThat(decline.address(OptionType.DHCP_SERVER_IDENTIFIER)).isEqualTo(SERVER);
        assertThat(decline.ciaddr()).isZero();
        assertThat(client.holding()).isNull();
        assertThat(client.nextTick()).isEqualTo(tick + 10_000);
    }

    @Test
    void givesItsLeaseBackAndIsOff() {
        bind(600);
        Packet release = sent(client.release(now()), SERVER);
        assertThat(release.messageType()).isEqualTo(MessageType.DHCPRELEASE);
        assertThat(release.ciaddr()).isEqualTo(ADDRESS.bits());
        assertThat(client.state()).isEqualTo(State.OFF);
        assertThat(client.holding()).isNull();
        assertThat(client.nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(client.release(now())).as("nothing to give back").isEmpty();
    }

    @Test
    void showsItsHabitsInEveryMessage() {
        client =
                client(
                        PLAIN.withClientId(Octets.ofText("me"))
                                .withHostName("printer")
                                .withBroadcast(true)
                                .withWish(120)
                                .withRelay(Ip4.of("10.9.0.1"), true));
        bind(120);
        Packet renewal = sent(onTime(), SERVER);
        assertThat(renewal.giaddr()).as("carried by the relay").isNotZero();
        assertThat(renewal.clientId()).isEqualTo(Octets.ofText("me"));
        assertThat(renewal.option(OptionType.HOST_NAME)).isEqualTo(Octets.ofText("printer"));
        assertThat(renewal.seconds(OptionType.DHCP_LEASE_TIME)).isEqualTo(120);
    }

    @Test
    void aLeaseWithoutEndIsNeverRenewed() {
        bind(0xFFFF_FFFFL);
        assertThat(client.nextTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(holding().untilTick()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void passesOverWhatIsNotForIt() {
        client.start(now());
        Packet discover = sent(client.tick(now()), Ip4.BROADCAST);
        Packet other =
                packet(
                        PacketBuilder.request(discover.xid() + 1, PLAIN.hardware())
                                .type(MessageType.DHCPDISCOVER));
        assertThat(hears(answer(other, MessageType.DHCPOFFER, 600))).isEmpty();
        assertThat(hears(new byte[100])).isEmpty();
        assertThat(hears(answer(discover, MessageType.DHCPACK, 600))).isEmpty();
        assertThat(client.state()).isEqualTo(State.SELECTING);
        assertThat(client.complaint()).isNull();
    }

    @Test
    void complainsOfAnAnswerThatRfc2131Forbids() {
        client.start(now());
        Packet discover = sent(client.tick(now()), Ip4.BROADCAST);
        assertThat(hears(answer(discover, MessageType.DHCPOFFER, -1))).isEmpty();
        assertThat(client.complaint()).isEqualTo("DHCPOFFER: there is no lease time");
        assertThat(client.state()).isEqualTo(State.SELECTING);
    }

    private Now now() {
        return new Now(1_700_000_000_000L + tick, tick);
    }

    private Holding holding() {
        return Objects.requireNonNull(client.holding());
    }

    private List<Outgoing> onTime() {
        tick = client.nextTick();
        return client.tick(now());
    }

    private List<Outgoing> hears(byte[] payload) {
        return client.receive(now(), payload, payload.length);
    }

    private void bind(long seconds) {
        client.start(now());
        Packet discover = sent(client.tick(now()), Ip4.BROADCAST);
        Packet request = sent(hears(answer(discover, MessageType.DHCPOFFER, seconds)), null);
        assertThat(hears(answer(request, MessageType.DHCPACK, seconds))).isEmpty();
        assertThat(client.complaint()).isNull();
    }

    private static byte[] answer(Packet to, MessageType type, long seconds) {
        PacketBuilder reply = PacketBuilder.reply(to).type(type);
        reply.option(OptionType.DHCP_SERVER_IDENTIFIER, SERVER);
        if (type != MessageType.DHCPNAK) reply.yiaddr(ADDRESS.bits());
        if (seconds >= 0) reply.seconds(OptionType.DHCP_LEASE_TIME, seconds);
        Octets id = to.clientId();
        if (id != null) reply.option(OptionType.DHCP_CLIENT_IDENTIFIER, id);
        return reply.encode();
    }

    private static Packet packet(PacketBuilder builder) {
        byte[] bytes = builder.encode();
        return ((Decoded.Ok<Packet>) Packet.decode(bytes, bytes.length)).message();
    }

    private static Packet sent(List<Outgoing> out, @Nullable Ip4 to) {
        assertThat(out).hasSize(1);
        Outgoing one = out.getFirst();
        if (to != null) assertThat(one.to()).isEqualTo(to);
        return ((Decoded.Ok<Packet>) Packet.decode(one.payload(), one.payload().length)).message();
    }
}
