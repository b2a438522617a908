package org.twinlease.console.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.model.health.Item.Place;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.ControlView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.PoolView;
import org.twinlease.control.StoreView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// What the Health page finds in a pair, and what it says where it finds nothing.
final class HealthModelTest {

    private final PairDesk pair = new PairDesk();
    private final HealthModel model = pair.models.health();

    private HealthModel.State state() {
        return model.shown().state();
    }

    private Item item(String title) {
        return state().items().stream()
                .filter(item -> item.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " not in " + state().items()));
    }

    private HealthModel.Line line(Section section) {
        return state().lines().stream()
                .filter(line -> line.section() == section)
                .findFirst()
                .orElseThrow();
    }

    private void hear(int server, PacketView packet) {
        pair.models.on(server, List.of(new Notice.PacketSeen(packet)));
    }

    private PacketView packet(
            long sequence, String type, int client, @Nullable Octets id, Ip4 relay, Reason reason) {
        return new PacketView(
                sequence,
                pair.desk.millis,
                type,
                null,
                Samples.hardware(client),
                id,
                null,
                Samples.address(client),
                relay,
                7,
                -1,
                List.of(reason));
    }

    private PacketView discover(long sequence, int client, Ip4 relay) {
        var offered = Reason.of(ReasonCode.OFFER_PREVIOUS, Samples.address(client));
        return packet(sequence, "DHCPDISCOVER", client, null, relay, offered);
    }

    private void pulse(int server, long swapped, long p99) {
        long[] values = Samples.counters(Samples.NOW, 900, 500).values();
        values[Counter.SECS_SWAPPED.ordinal()] = swapped;
        var counters = new CountersView(pair.desk.millis, values, 400, p99);
        List<PoolView> pools = List.of(PairDesk.pool(40, 9));
        pair.models.on(server, List.of(new Notice.Pulse(counters, pools)));
    }

    private static FailoverView with(long skew, long refused, long oldest) {
        FailoverView of = PairDesk.view(true, ServerState.NORMAL, ServerState.NORMAL, null);
        FailoverView.Link link = of.link();
        return new FailoverView(
                of.name(),
                of.primary(),
                of.state(),
                of.starting(),
                of.since(),
                of.why(),
                of.partner(),
                of.partnerSince(),
                of.mclt(),
                of.pools(),
                of.balanceDue(),
                new FailoverView.Link(
                        link.partner(),
                        true,
                        null,
                        link.unacknowledged(),
                        link.inFlight(),
                        link.window(),
                        oldest,
                        link.lagMillis(),
                        skew,
                        link.lastHeardMillis(),
                        link.patienceMillis(),
                        link.taken(),
                        link.acknowledged(),
                        refused));
    }

    @Test
    void aPairThatIsWellHasNothingToDoAndSaysWhatWasChecked() {
        pulse(0, 0, 1_400);
        pulse(1, 0, 1_400);
        pair.pass(2);
        assertThat(state().items()).isEmpty();
        assertThat(state().score()).isEqualTo(100);
        assertThat(state().reasons().words()).isEqualTo("Nothing to do");
        assertThat(line(Section.SERVERS).words()).isEqualTo("2 of 2 servers answer.");
        assertThat(line(Section.CLOCKS).words())
                .isEqualTo(
                        "The partner's clock is +0.2 s from this one; 60 s are tolerated.\n"
                                + "Its drift shows after 10 minutes of watching.");
        assertThat(line(Section.STORE).words())
                .contains("dhcp-a: the disk takes what is written")
                .contains("1.40 ms");
        assertThat(line(Section.RELAYS).words()).startsWith("No relay was heard since 14:30:00");
    }

    @Test
    void aCheckThatCannotRunSaysWhy() {
        pair.pass(1);
        assertThat(line(Section.CONFIG).tone()).isEqualTo(Tone.PLAIN);
        assertThat(line(Section.CONFIG).words()).startsWith("Cannot be checked: the dhcpd.conf");
        assertThat(line(Section.STORE).words()).contains("dhcp-b has told no numbers");
        pair.interrupt();
        assertThat(line(Section.CLOCKS).words()).contains("no two servers are connected");
        assertThat(line(Section.RELAYS).words()).contains("while one does not answer");
        var one = new PairDesk(1);
        one.pass(1);
        assertThat(one.models.health().shown().state().lines().toString())
                .contains("this console is connected to dhcp-a only");
    }

    @Test
    void whatTheServersTellOfTheirTroublesCostsPoints() {
        pair.interrupt();
        assertThat(item("dhcp-b does not answer").tone()).isEqualTo(Tone.BAD);
        assertThat(item("campus: dhcp-a is in COMMUNICATIONS INTERRUPTED").door())
                .isEqualTo(Door.to(Place.PAIR));
        assertThat(state().score()).isEqualTo(74);
        assertThat(state().reasons().words())
                .isEqualTo("of 100. To mend: 1, to watch: 1, to know: 0.");
        assertThat(state().items().getFirst().tone()).as("the worst first").isEqualTo(Tone.BAD);
        assertThat(line(Section.SERVERS).tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void alarmsRefusalsAndSlowUpdatesAreItems() {
        var empty = new AlarmView(AlarmType.POOL_EMPTY, Samples.NOW, false, "voice");
        pair.models.on(0, List.of(new Notice.Alarm(empty)));
        pair.tell(0, with(200, 4, 9_000));
        assertThat(item("campus: the partner refuses updates of dhcp-a").evidence())
                .isEqualTo("4 refused, 118 acknowledged, since its start.");
        assertThat(item("campus: the partner refuses updates of dhcp-a").door())
                .isEqualTo(new Door(Place.LEASES, "differs:yes", 0));
        assertThat(item("campus: updates of dhcp-a wait").evidence())
                .isEqualTo("The oldest has waited for 9 s; 3 are not acknowledged.");
        for (int i = 0; i < 4; i++) pulse(0, 0, 250_000);
        pulse(0, 0, 900);
        pair.pass(1);
        assertThat(state().items()).noneMatch(each -> each.section() == Section.STORE);
        pulse(0, 0, 120_000);
        pair.pass(1);
        assertThat(item("dhcp-a answers slowly").evidence())
                .startsWith("In 5 seconds of the last minute")
                .contains("the worst 250.00 ms");
        for (int i = 0; i < 60; i++) pulse(0, 0, 900);
        pair.pass(1);
        assertThat(state().items()).noneMatch(each -> each.section() == Section.STORE);
    }

    @Test
    void clocksThatAreApartOrDriftAreSaidWithTheTimeOfTheRefusal() {
        pair.tell(0, with(12_000, 0, 0));
        assertThat(item("campus: the clocks are +12.0 s apart").tone()).isEqualTo(Tone.WATCH);
        for (int i = 0; i < 140; i++) {
            pair.desk.millis += 5_000;
            long skew = 31_000 + i * 2L;
            pair.models.on(
                    0, List.of(new Notice.PairPulse(List.of(with(skew, 0, 0)), pair.desk.millis)));
            pair.models.tick();
        }
        assertThat(item("campus: the clocks are +31.3 s apart").tone()).isEqualTo(Tone.BAD);
        Item drift =
                state().items().stream()
                        .filter(each -> each.key().equals("drift campus"))
                        .findFirst()
                        .orElseThrow();
        assertThat(drift.tone()).isEqualTo(Tone.BAD);
        assertThat(drift.evidence()).contains("60 s apart at");
        assertThat(state().curve().millis()).hasSizeGreaterThan(100);
        assertThat(state().curve().range()).isEqualTo("+12.0 to +31.3 s");
    }

    @Test
    void aRelayThatReachesOneServerOnlyIsNamed() {
        Ip4 relay = Ip4.of("10.9.0.1");
        for (int i = 0; i < 9; i++) hear(1, discover(i, i, relay));
        pair.pass(1);
        assertThat(state().items()).isEmpty();
        hear(1, discover(9, 9, relay));
        pair.pass(1);
        assertThat(item("The relay 10.9.0.1 does not reach dhcp-a").evidence())
                .isEqualTo("dhcp-b heard 10 DISCOVERs by it, dhcp-a none.");
        assertThat(state().relays())
                .containsExactly(new HealthModel.Relay("10.9.0.1", List.of("0", "10"), Tone.WATCH));
        hear(0, discover(10, 10, relay));
        pair.pass(1);
        assertThat(state().items()).isEmpty();
    }

    @Test
    void quirksOfClientsAreFoundInWhatTheySend() {
        Octets id = Octets.of((byte) 0, (byte) 9);
        var renewed = Reason.of(ReasonCode.ACK_RENEWING, Samples.address(1));
        hear(0, packet(1, "DHCPREQUEST", 1, id, Ip4.ZERO, renewed));
        hear(0, packet(2, "DHCPREQUEST", 2, id, Ip4.ZERO, renewed));
        for (int i = 0; i < Ears.LOOP; i++) hear(0, discover(10 + i, 3, Ip4.ZERO));
        pulse(0, 17, 900);
        pair.pass(1);
        assertThat(item("dhcp-a: clients send secs with its octets exchanged").evidence())
                .isEqualTo("17 of 225 DISCOVERs since its start.");
        assertThat(item(Samples.hardware(3) + " asks again and again").door())
                .isEqualTo(new Door(Place.LIVE, Samples.hardware(3).toString(), 0));
        assertThat(state().items())
                .filteredOn(each -> each.title().startsWith("Several devices"))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.evidence())
                                        .contains(
                                                Samples.hardware(1) + ", " + Samples.hardware(2)));
    }

    @Test
    void anUnknownServerIsAStrangerAndThePartnerIsNot() {
        var partner = Reason.of(ReasonCode.SILENT_OTHER_SERVER, Ip4.of("10.20.0.5"));
        hear(0, packet(1, "DHCPREQUEST", 1, null, Ip4.ZERO, partner));
        pair.pass(1);
        assertThat(state().items()).as("only one calls it another").isEmpty();
        var stranger = Reason.of(ReasonCode.SILENT_OTHER_SERVER, Ip4.of("192.168.1.1"));
        hear(0, packet(2, "DHCPREQUEST", 1, null, Ip4.ZERO, stranger));
        hear(1, packet(2, "DHCPREQUEST", 1, null, Ip4.ZERO, stranger));
        pair.pass(1);
        assertThat(item("Another DHCP server answers clients: 192.168.1.1").tone())
                .isEqualTo(Tone.BAD);
        var one = new PairDesk(1);
        one.pass(1);
        assertThat(one.models.health().shown().state().lines().getLast().words())
                .contains("cannot be told from the partner");
    }

    @Test
    void forAServerWithoutAPartnerEveryOtherServerIsAStranger() {
        var desk = new Desk(Samples.office());
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        models.start();
        var took = Reason.of(ReasonCode.SILENT_OTHER_SERVER, Ip4.of("10.20.0.5"));
        var packet = packet(1, "DHCPREQUEST", 1, null, Ip4.ZERO, took);
        models.on(0, List.of(new Notice.PacketSeen(packet), new Notice.PacketSeen(packet)));
        models.tick();
        assertThat(models.health().shown().state().items())
                .filteredOn(each -> each.section() == Section.SECURITY)
                .singleElement()
                .satisfies(each -> assertThat(each.evidence()).startsWith("2 requests took"));
        assertThat(models.health().shown().state().score()).isEqualTo(80);
    }

    @Test
    void aControlApiThatTheNetworkReachesIsAnItemAndOneOfThisMachineIsNot() {
        pair.first.control = new ControlView("127.0.0.1:8067", false, true);
        pair.pass(11);
        assertThat(line(Section.SECURITY).words())
                .contains("dhcp-a listens on 127.0.0.1:8067: this machine only, and every request")
                .contains("dhcp-b has no control API");
        assertThat(state().items()).noneMatch(each -> each.section() == Section.SECURITY);
        pair.first.control = new ControlView("10.0.0.2:8067", true, true);
        pair.pass(11);
        Item open = item("dhcp-a: the control API can be reached from the network");
        assertThat(open.tone()).isEqualTo(Tone.WATCH);
        assertThat(open.evidence())
                .isEqualTo(
                        "It listens on 10.0.0.2:8067, unencrypted; every request must show the"
                                + " token.");
        assertThat(line(Section.SECURITY).tone()).isEqualTo(Tone.WATCH);
        pair.first.control = new ControlView("10.0.0.2:8067", true, false);
        pair.pass(11);
        assertThat(item(open.title()).tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aServerThatDoesNotTellWhereItsControlsListenIsNotCalledSafe() {
        pair.second.gone = true;
        pair.pass(11);
        assertThat(line(Section.SECURITY).words())
                .contains("control API of dhcp-b can be reached from elsewhere cannot be checked");
    }

    @Test
    void whatIsLeftOfADiskIsAskedForAndTooLittleIsAnItem() {
        pair.first.store = new StoreView(40_000_000, 900_000_000, 20_000_000_000L);
        pair.second.store = new StoreView(40_000_000, 30_000_000, 20_000_000_000L);
        pulse(0, 0, 900);
        pulse(1, 0, 900);
        pair.pass(11);
        assertThat(line(Section.STORE).words())
                .contains("Its folder takes 40 MB; 900 MB are free.");
        assertThat(item("dhcp-a has little room left on its disk").tone()).isEqualTo(Tone.WATCH);
        assertThat(item("dhcp-b has little room left on its disk"))
                .satisfies(low -> assertThat(low.tone()).isEqualTo(Tone.BAD))
                .satisfies(
                        low ->
                                assertThat(low.evidence())
                                        .isEqualTo(
                                                "30 MB of 20 GB are free; the data folder takes"
                                                        + " 40 MB."));
        pair.first.store = new StoreView(40_000_000, 9_000_000_000L, 20_000_000_000L);
        pair.second.store = pair.first.store;
        pair.pass(11);
        assertThat(state().items()).isEmpty();
    }

    @Test
    void whatIsMutedCountsNoMoreAndIsKeptWithItsReason() {
        pair.interrupt();
        String gone = item("dhcp-b does not answer").key();
        model.mute(gone, "  ");
        assertThat(state().muted()).as("not without a reason").isEmpty();
        model.mute(gone, "in the workshop\tuntil May");
        assertThat(state().score()).isEqualTo(94);
        assertThat(state().items()).noneMatch(each -> each.key().equals(gone));
        assertThat(state().muted())
                .singleElement()
                .satisfies(
                        quiet -> assertThat(quiet.reason()).isEqualTo("in the workshop until May"))
                .satisfies(quiet -> assertThat(quiet.when()).isEqualTo("2026-03-03"));
        var again = new ConsoleModels(pair.desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        pair.second.gone = false;
        again.start();
        pair.second.gone = true;
        pair.desk.millis += 3_000;
        again.tick();
        again.tick();
        assertThat(again.health().shown().state().muted()).hasSize(1);
        model.unmute(gone);
        assertThat(state().muted()).isEmpty();
        assertThat(state().score()).isEqualTo(74);
    }

    @Test
    void findingsOfTheConfigurationsOpenTheirLine() {
        pair.desk.documents = MemoryDocuments.pair();
        var models = new ConsoleModels(pair.desk.session(ConsoleSession.Mode.FILES), Runnable::run);
        models.start();
        var health = models.health().shown();
        assertThat(models.health().shown().state().servers()).as("files hear nobody").isEmpty();
        assertThat(health.state().lines()).hasSize(1);
        assertThat(health.state().lines().getFirst().words())
                .startsWith("2 configurations checked");
        for (Item item : health.state().items()) {
            if (item.door().place() != Place.CONFIG) continue;
            assertThat(item.door().line()).isPositive();
            assertThat(item.severity()).isIn("mend", "watch", "know");
        }
        models.health().choose("drift");
        assertThat(models.health().shown().state().chosen()).isEqualTo("drift");
    }
}
