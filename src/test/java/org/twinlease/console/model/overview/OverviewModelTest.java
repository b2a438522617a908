package org.twinlease.console.model.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.overview.Happenings.Happening;
import org.twinlease.console.model.overview.OverviewModel.Gauge;
import org.twinlease.console.model.overview.OverviewModel.State;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

final class OverviewModelTest {

    private final Desk desk = Desk.started(Samples.office());

    private State state() {
        return desk.model.overview().shown().state();
    }

    private Gauge gauge(int number) {
        return state().gauges().get(number);
    }

    private void packet(PacketView packet) {
        desk.tell(new Notice.PacketSeen(packet));
    }

    @Test
    void fourNumbersSayHowItIs() {
        desk.tell(
                new Notice.Pulse(
                        Samples.counters(Samples.NOW + 1_000, 250, 120), desk.channel.pools));
        assertThat(gauge(0).value()).isEqualTo("408");
        assertThat(gauge(1).value()).isEqualTo("250");
        assertThat(gauge(2).value() + " " + gauge(2).unit()).isEqualTo("1.42 ms");
        assertThat(gauge(3).value() + " " + gauge(3).unit()).isEqualTo("188 of 600");
    }

    @Test
    void changesAreOnlyClaimedAfterAMinuteOfWatching() {
        Samples.pulses(30, desk.channel.pools).forEach(desk::tell);
        assertThat(gauge(1).change()).isEmpty();
        assertThat(gauge(1).note()).isEqualTo("recorded for 30 s");
        var longer = Desk.started(Samples.office());
        Samples.pulses(120, longer.channel.pools).forEach(longer::tell);
        var requests = longer.model.overview().shown().state().gauges().get(1);
        assertThat(requests.change()).matches("[+\u2212][0-9,.]+");
        assertThat(requests.note()).isEqualTo("vs a minute ago");
    }

    @Test
    void theChartSpansWhatWasChosen() {
        Samples.pulses(200, desk.channel.pools).forEach(desk::tell);
        assertThat(state().traffic().requests()).hasSize(60);
        desk.model.overview().span(300);
        assertThat(state().traffic().seconds()).isEqualTo(300);
        assertThat(state().traffic().requests()).hasSize(200);
    }

    @Test
    void aPoolIsABarAndASentence() {
        desk.pass(1);
        var pool = state().pools().getFirst();
        assertThat(pool.name()).isEqualTo("10.20.0.0/24");
        assertThat(pool.ranges()).isEqualTo("10.20.0.10 \u2013 10.20.0.250");
        assertThat(pool.summary()).isEqualTo("87 % taken");
        assertThat(pool.details())
                .isEqualTo("206 active \u00b7 6 offered \u00b7 25 free \u00b7 3 set aside");
        assertThat(pool.active() + pool.offered() + pool.free() + pool.abandoned())
                .isBetween(0.999, 1.001);
    }

    @Test
    void renewalsGoByAndWhatIsRemarkableIsListedNewestFirst() {
        packet(Samples.packet(201, "DHCPREQUEST", "DHCPACK", renewed()));
        assertThat(state().happenings()).isEmpty();
        packet(Samples.packet(202, "DHCPDISCOVER", null, full()));
        packet(Samples.packet(203, "DHCPREQUEST", "DHCPACK", given()));
        assertThat(state().happenings())
                .extracting(Happening::title)
                .containsExactly("New lease", "Not answered");
    }

    @Test
    void whatRepeatsWithinSecondsIsCountedNotListed() {
        for (int i = 0; i < 30; i++)
            packet(Samples.packet(201 + i, "DHCPREQUEST", "DHCPACK", given()));
        assertThat(state().happenings())
                .singleElement()
                .satisfies(h -> assertThat(h.more()).isEqualTo(29))
                .satisfies(h -> assertThat(h.address()).isNotNull());
    }

    @Test
    void leasesThatEndAreRemarkable() {
        var lease = desk.channel.leases.get(3);
        var why = Reason.of(ReasonCode.LEASE_EXPIRED, lease.address(), "ip-phone-103");
        desk.tell(new Notice.LeaseChanged(lease, why, Samples.NOW));
        assertThat(state().happenings())
                .extracting(Happening::sentence)
                .containsExactly(
                        "The lease of 10.20.0.13 for ip-phone-103 ended; the address is free.");
    }

    @Test
    void whatWasCountedIsListedWithItsShare() {
        desk.tell(
                new Notice.Pulse(
                        Samples.counters(Samples.NOW + 1_000, 400, 300), desk.channel.pools));
        assertThat(state().tallies())
                .filteredOn(tally -> tally.label().equals("DHCPREQUEST"))
                .singleElement()
                .satisfies(tally -> assertThat(tally.value()).isEqualTo("300"))
                .satisfies(tally -> assertThat(tally.share()).isEqualTo(1));
    }

    @Test
    void aServerWithoutPoolsHasNoBars() {
        var bare = Desk.started(new FakeChannel());
        assertThat(bare.model.overview().shown().state().pools()).isEqualTo(List.of());
    }

    private static Reason given() {
        return Reason.of(ReasonCode.ACK_SELECTING, Samples.address(1));
    }

    private static Reason renewed() {
        return Reason.of(ReasonCode.ACK_RENEWING, Samples.address(1));
    }

    private static Reason full() {
        return Reason.of(ReasonCode.SILENT_NO_FREE, "10.20.2.0/24");
    }
}
