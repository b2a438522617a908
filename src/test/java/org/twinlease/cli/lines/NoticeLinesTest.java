package org.twinlease.cli.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// What `twinlease watch` says of each notice.
final class NoticeLinesTest {

    private static final long AT = 1_700_000_000_250L;
    private static final Ip4 ADDRESS = Ip4.of("10.0.0.9");
    private static final HardwareAddress MAC = HardwareAddress.ethernet(0x0200_0000_0001L);
    private static final Reason WHY = Reason.of(ReasonCode.OFFER_HELD, ADDRESS);
    private static final LeaseView LEASE =
            new LeaseView(
                    ADDRESS,
                    BindingState.ACTIVE,
                    MAC,
                    null,
                    null,
                    AT / 1000,
                    LeaseView.NEVER,
                    0,
                    false,
                    false,
                    0);

    private static PacketView packet(@Nullable String answer, @Nullable Octets id) {
        return new PacketView(
                1,
                AT,
                "DHCPDISCOVER",
                answer,
                null,
                id,
                null,
                ADDRESS,
                Ip4.ZERO,
                1,
                -1,
                List.of(WHY));
    }

    @Test
    void aLeaseIsOneLineWithItsReason() {
        assertThat(NoticeText.of(new Notice.LeaseChanged(LEASE, WHY, AT), false))
                .startsWith("22:13:20.250Z lease  10.0.0.9 active 02:00:00:00:00:01: ")
                .endsWith(".");
    }

    @Test
    void aClientWithoutAnAddressIsCalledByItsIdentifier() {
        Octets id = Octets.ofText("a");
        assertThat(NoticeText.of(new Notice.PacketSeen(packet("DHCPOFFER", id)), false))
                .startsWith("22:13:20.250Z packet DHCPDISCOVER 61 DHCPOFFER 10.0.0.9: ");
        assertThat(NoticeText.of(new Notice.PacketSeen(packet(null, null)), false))
                .startsWith("22:13:20.250Z packet DHCPDISCOVER - not answered: ");
    }

    @Test
    void aMessageSaysWhichWayItWent() {
        assertThat(NoticeText.of(message(true, "x"), false))
                .isEqualTo("22:13:20.250Z sent   \"fo\" BNDUPD 9: x");
        assertThat(NoticeText.of(message(false, ""), false))
                .isEqualTo("22:13:20.250Z heard  \"fo\" BNDUPD 9");
    }

    private static Notice message(boolean outgoing, String words) {
        return new Notice.PairMessage(
                new FailoverMessageView(
                        1, AT, "fo", outgoing, "BNDUPD", 9, ADDRESS, words, Octets.EMPTY, null));
    }

    @Test
    void theNumbersOfABalanceAndTheEndOfAnAlarmAreTold() {
        assertThat(NoticeText.of(new Notice.PoolBalanced("fo", 3, 10, 4, 2, AT), false))
                .isEqualTo(
                        "22:13:20.250Z pool   3 of \"fo\": 10 free here, 4 at the partner, 2"
                                + " given");
        var alarm = new AlarmView(AlarmType.POOL_EMPTY, AT, true, "voice");
        assertThat(NoticeText.of(new Notice.Alarm(alarm), false))
                .startsWith("22:13:20.250Z over   ")
                .contains("voice");
    }

    /// A pulse says nothing new, and comes each second.
    @Test
    void aPulseIsToldOnlyToWhoWantsAll() {
        long[] counts = new long[Counter.values().length];
        counts[Counter.RECEIVED.ordinal()] = 5;
        counts[Counter.ACK.ordinal()] = 2;
        var pulse = new Notice.Pulse(new CountersView(AT, counts, 0, 0), List.of());
        assertThat(NoticeText.of(pulse, false)).isNull();
        assertThat(NoticeText.of(pulse, true))
                .isEqualTo("22:13:20.250Z pulse  5 received, 2 answered with ACK");
    }

    @Test
    void programsGetTheTokenAndTimesInOneForm() throws Exception {
        String line = NoticeJson.of("t-7", new Notice.LeaseChanged(LEASE, WHY, AT));
        assertThat(line).doesNotContain("\n");
        JsonNode node = new ObjectMapper().readTree(line);
        assertThat(node.toString()).contains("t-7");
        assertThat(node.findValue("at").asText()).isEqualTo("2023-11-14T22:13:20.250Z");
        assertThat(node.findValue("ends").asText()).isEqualTo("never");
        assertThat(node.findValue("starts").asText()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(node.findValue("cltt").isNull()).isTrue();
    }

    @Test
    void whatADhcpdDoesNotTellIsNull() throws Exception {
        var link =
                new FailoverView.Link(null, true, null, 0, 0, -1, -1, -1, null, 0, -1, -1, -1, -1);
        var pair =
                new FailoverView(
                        "fo",
                        true,
                        ServerState.NORMAL,
                        false,
                        0,
                        WHY,
                        ServerState.NORMAL,
                        0,
                        60,
                        List.of(),
                        -1,
                        link);
        String line = NoticeJson.of("", new Notice.PairPulse(List.of(pair), AT));
        JsonNode told = new ObjectMapper().readTree(line).findValue("link");
        for (String name : List.of("window", "taken", "acknowledged", "refused")) {
            assertThat(told.get(name).isNull()).as(name).isTrue();
        }
        assertThat(told.get("unacknowledged").asLong()).isZero();
    }
}
