package org.twinlease.console.model.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.pair.PairDeeds.Verb;
import org.twinlease.console.model.pair.PairModel.Relation;
import org.twinlease.console.model.pools.PoolsModel;
import org.twinlease.console.model.timeline.TimelineModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.Notice;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PoolView;
import org.twinlease.control.Preview;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.List;

/// A server with several failover relationships: which is looked at, and what the others are.
final class PairRelationsTest {

    private final FakeChannel first = Samples.office();
    private final FakeChannel second = Samples.office();
    private final Desk desk = new Desk(first);
    private ConsoleModels models;
    private long sequence;

    @BeforeEach
    void open() {
        second.name = "dhcp-b";
        List<PoolView> pools = List.of(pool(0, "east"), pool(1, "west"));
        first.pools = pools;
        second.pools = pools;
        first.pairs = List.of(Pairs.of("east", true, 0), Pairs.of("west", false, 1));
        second.pairs = List.of(Pairs.of("east", false, 0), Pairs.of("west", true, 1));
        start(List.of(first, second));
    }

    private void start(List<FakeChannel> channels) {
        desk.channels = List.copyOf(channels);
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        models.start();
        models.tick();
    }

    private static PoolView pool(int index, String network) {
        return new PoolView(
                index,
                network,
                network,
                List.of("10.20.%1$d.10 10.20.%1$d.109".formatted(index)),
                100,
                40,
                0,
                40,
                0,
                0,
                20);
    }

    private List<Relation> relations() {
        return models.pair().shown().state().relations();
    }

    private PairModel.Truth truth() {
        return models.pair().truth().state();
    }

    private void interrupt(String relationship) {
        int pool = relationship.equals("east") ? 0 : 1;
        var alone =
                Pairs.of(
                        relationship,
                        relationship.equals("east"),
                        ServerState.COMMUNICATIONS_INTERRUPTED,
                        pool);
        models.on(0, List.of(new Notice.PairChanged(alone, alone.why(), desk.millis)));
    }

    @Test
    void allAreListedWithTheirStatesAndTheFirstIsShownUntilAPersonChooses() {
        assertThat(relations())
                .containsExactly(
                        new Relation(
                                "east",
                                "dhcp-a NORMAL 4 min \u00b7 dhcp-b NORMAL 4 min",
                                Tone.GOOD,
                                true),
                        new Relation(
                                "west",
                                "dhcp-a NORMAL 4 min \u00b7 dhcp-b NORMAL 4 min",
                                Tone.GOOD,
                                false));
        assertThat(role(0)).isEqualTo("primary");
        models.pair().choose("west");
        assertThat(relations()).extracting(Relation::chosen).containsExactly(false, true);
        assertThat(role(0)).isEqualTo("secondary");
        models.pair().choose("nowhere");
        assertThat(role(0)).as("there is no such").isEqualTo("secondary");
    }

    private void message(int server, String relationship, boolean outgoing, String type) {
        var message =
                new FailoverMessageView(
                        sequence++,
                        desk.millis,
                        relationship,
                        outgoing,
                        type,
                        sequence,
                        Ip4.of("10.20.0.11"),
                        "binding-status active",
                        Octets.ofText(relationship + type),
                        null);
        models.on(server, List.of(new Notice.PairMessage(message)));
    }

    private List<String> flow() {
        desk.millis += 500;
        models.tick();
        return models.live().shown().state().rows().stream()
                .filter(row -> row.from() > 0 && row.to() > 1)
                .map(row -> row.from() + " " + row.label() + " " + Integer.toBinaryString(row.to()))
                .toList();
    }

    @Test
    void theFlowShowsTheMessagesOfTheRelationshipThatIsChosen() {
        message(0, "east", true, "BNDUPD");
        message(0, "west", false, "STATE");
        assertThat(flow()).containsExactly("1 BNDUPD 100");
        models.pair().choose("west");
        assertThat(flow()).containsExactly("2 STATE 10");
        assertThat(models.live().shown().state().lanes()).hasSize(3);
    }

    @Test
    void aPartnerThatTheConsoleDoesNotReachHasALaneOfItsOwn() {
        first.pairs = List.of(Pairs.of("east", true, 0), Pairs.of("north", true, 1));
        second.pairs = List.of(Pairs.of("east", false, 0), Pairs.of("south", false, 1));
        start(List.of(first, second));
        message(0, "north", true, "BNDUPD");
        message(1, "south", false, "STATE");
        models.pair().choose("north");
        assertThat(flow()).containsExactly("1 BNDUPD 1000");
        assertThat(models.live().shown().state().lanes())
                .extracting(LiveModel.Lane::name)
                .containsExactly("Clients", "dhcp-a", "dhcp-b", "127.0.0.1");
        models.pair().choose("south");
        assertThat(flow()).containsExactly("3 STATE 100");
        models.pair().choose("east");
        assertThat(flow()).isEmpty();
        assertThat(models.live().shown().state().lanes()).hasSize(3);
    }

    private static PastEvent past(long number, PastKind kind, String subject, String words) {
        long at = Samples.NOW - 60_000 + number * 1_000;
        List<Long> numbers = kind == PastKind.SAMPLE ? List.of(number, 1L, 2L, 3L) : List.of();
        return new PastEvent(number, at, kind, subject, words, numbers, null, null);
    }

    @Test
    void theTimelineShowsThePastOfTheRelationshipThatIsChosen() {
        first.past.addAll(
                List.of(
                        past(0, PastKind.STARTED, "dhcp-a", "1.0"),
                        past(1, PastKind.STATE, "east", "normal"),
                        past(2, PastKind.STATE, "west", "partner-down"),
                        past(3, PastKind.SAMPLE, "east", ""),
                        past(4, PastKind.SAMPLE, "west", "")));
        models.timeline().seen(true);
        assertThat(titles()).containsExactly("State NORMAL", "dhcp-a has begun to work");
        models.pair().choose("west");
        assertThat(titles()).containsExactly("State PARTNER DOWN", "dhcp-a has begun to work");
        assertThat(models.timeline().shown().state().bands())
                .filteredOn(band -> band.name().equals("dhcp-a unacked"))
                .flatExtracting(TimelineModel.Band::points)
                .extracting(TimelineModel.Point::value)
                .containsExactly(4.0);
    }

    private List<String> titles() {
        return models.timeline().shown().state().entries().stream()
                .map(TimelineModel.Entry::title)
                .toList();
    }

    private String role(int card) {
        return models.pair().shown().state().cards().get(card).role();
    }

    @Test
    void theBarTellsOfTheWorstWhicheverIsLookedAtAndHowManyOthersThereAre() {
        assertThat(truth().name()).isEqualTo("east");
        assertThat(truth().more()).isEqualTo(new Fact("+1 more, all well", Tone.GOOD));
        models.pair().choose("west");
        assertThat(truth().name()).as("all alike: the one that is looked at").isEqualTo("west");
        interrupt("east");
        assertThat(truth().name()).isEqualTo("east");
        assertThat(truth().more().words()).isEqualTo("+1 more, all well");
        assertThat(truth().banners())
                .extracting(Banner::title)
                .containsExactly("east: dhcp-a is in COMMUNICATIONS INTERRUPTED since 14:26");
        interrupt("west");
        assertThat(truth().more()).isEqualTo(new Fact("+1 more, 1 in trouble", Tone.WATCH));
        assertThat(truth().banners()).hasSize(2);
    }

    @Test
    void eachHasItsOwnPath() {
        models.on(0, List.of(new Notice.PairPulse(first.pairs, desk.millis)));
        interrupt("east");
        assertThat(models.pair().shown().state().path()).hasSize(1);
        models.pair().choose("west");
        assertThat(models.pair().shown().state().path()).isEmpty();
    }

    @Test
    void anOrderIsAboutTheOneThatIsLookedAtAndAQuestionAboutAnotherIsTakenBack() {
        PairDeeds deeds = models.pair().deeds();
        first.preview = new Preview(true, "It divides.");
        deeds.ask(Verb.REBALANCE);
        models.pair().choose("west");
        assertThat(deeds.shown().state().asked()).isNull();
        deeds.ask(Verb.REBALANCE);
        deeds.confirm();
        assertThat(first.ordered).containsExactly(new Command.Rebalance("west"));
    }

    @Test
    void oneThatIsNoLongerConfiguredIsNotShownAnyMore() {
        models.pair().choose("west");
        for (int server = 0; server < 2; server++) {
            var left = List.of(Pairs.of("east", server == 0, 0));
            models.on(server, List.of(new Notice.PairPulse(left, desk.millis)));
        }
        assertThat(relations()).extracting(Relation::name).containsExactly("east");
        assertThat(relations().getFirst().chosen()).isTrue();
        assertThat(truth().more().words()).isEmpty();
    }

    @Test
    void aPartnerThatThisConsoleDoesNotReachIsShownAsItWasToldThoughAnotherServerIsThere() {
        second.pairs = List.of(Pairs.of("east", false, 0));
        start(List.of(first, second));
        models.pair().choose("west");
        assertThat(models.pair().shown().state().cards())
                .extracting(PairModel.Card::name)
                .containsExactly("dhcp-a", "partner");
        models.pair().choose("east");
        assertThat(models.pair().shown().state().cards())
                .extracting(PairModel.Card::name)
                .containsExactly("dhcp-a", "dhcp-b");
    }

    @Test
    void aPoolBelongsToItsOwnRelationshipWithTheRolesThatTheServersHaveThere() {
        PoolsModel.State pools = models.pools().shown().state();
        assertThat(pools.rows())
                .extracting(PoolsModel.Row::ranges)
                .containsExactly(
                        "10.20.0.10 \u2013 10.20.0.109 \u00b7 failover east",
                        "10.20.1.10 \u2013 10.20.1.109 \u00b7 failover west");
        assertThat(pools.primary()).isEqualTo("dhcp-a");
        // dhcp-a has the 40 free ones of its own pool, and the 20 backup ones where it is secondary
        assertThat(pools.rows()).extracting(PoolsModel.Row::primaryFree).containsExactly(0.4, 0.2);
        models.pools().lose(0);
        assertThat(models.pools().shown().state().rows())
                .extracting(row -> row.lost().words().split(" ", 2)[0])
                .as("what dhcp-b may give when dhcp-a is lost")
                .containsExactly("20", "40");
    }
}
