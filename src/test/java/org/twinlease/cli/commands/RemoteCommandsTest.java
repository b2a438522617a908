package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.api.ApiFault;
import org.twinlease.api.Connection;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.StoryLine;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The commands that ask and order a running server: what is asked of it, what is said of the
/// answer, and how they end.
final class RemoteCommandsTest {

    private static final String AT = " --connect http://a";
    private static final long NOW = Samples.NOW / 1000;
    private static final Ip4 ADDRESS = Ip4.of("10.20.0.10");

    private final FakeChannel channel = new FakeChannel();
    private final Map<Query.Client, ClientView> clients = new HashMap<>();
    private final List<Query.Client> looked = new ArrayList<>();
    private final Desk desk = new Desk();

    /// A server that knows some clients, and sends the notices that it has when it is followed.
    private final class Known implements Connection {
        private @Nullable ApiFault fault;
        private List<Notice> notices = List.of();
        private @Nullable String after;

        @Override
        @SuppressWarnings("unchecked") // the one query whose answer the channel does not know
        public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
            if (fault != null) return CompletableFuture.failedFuture(fault);
            if ((Query<?>) query instanceof Query.Client client) {
                looked.add(client);
                var none = new ClientView(List.of(), List.of());
                return (CompletableFuture<A>)
                        CompletableFuture.completedFuture(clients.getOrDefault(client, none));
            }
            return channel.ask(query);
        }

        @Override
        public CompletableFuture<Outcome> submit(Command command) {
            return channel.submit(command);
        }

        @Override
        public Watch follow(@Nullable String from, Follower follower) {
            after = from;
            for (int i = 0; i < notices.size(); i++) follower.heard("t" + i, notices.get(i));
            return () -> {};
        }
    }

    private final Known server = new Known();

    @BeforeEach
    void open() {
        desk.server = server;
        channel.preview = new Preview(true, "It would serve everybody.");
        channel.pairs = List.of(pair("fo"));
    }

    private static FailoverView pair(String name) {
        var link = new FailoverView.Link(null, true, null, 0, 0, 10, -1, -1, null, 0, -1, 0, 0, 0);
        return new FailoverView(
                name,
                true,
                ServerState.COMMUNICATIONS_INTERRUPTED,
                false,
                NOW - 60,
                Reason.of(ReasonCode.PAIR_PARTNER_SAID, name, "normal"),
                ServerState.NORMAL,
                NOW - 60,
                1800,
                List.of(),
                -1,
                link);
    }

    private static LeaseView lease(BindingState state, long ends) {
        return new LeaseView(
                ADDRESS,
                state,
                Samples.hardware(1),
                null,
                "printer",
                NOW - 100,
                ends,
                NOW - 100,
                false,
                false,
                0);
    }

    private int explain(String what) {
        return desk.run("explain " + what + AT);
    }

    // ---- explain

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIVE | 90 | , ends 2026-03-03T14:31:30Z (in 1 min 30 s).",
                "ACTIVE | 0 | , ends 2026-03-03T14:30:00Z (in 0 s).",
                "EXPIRED | -3600 | , ended 2026-03-03T13:30:00Z (1 h ago).",
            })
    void aLeaseSaysWhoseItIsAndWhenItEnds(BindingState state, long from, String end) {
        channel.leases.add(lease(state, NOW + from));
        assertThat(explain("10.20.0.10")).isZero();
        assertThat(desk.out().lines().findFirst().orElse(""))
                .isEqualTo(
                        "10.20.0.10 is "
                                + state.word()
                                + ", client "
                                + Samples.hardware(1)
                                + " (printer)"
                                + end);
        assertThat(desk.out()).contains("Nothing was decided about it since the server began.");
    }

    @Test
    void aLeaseWithoutEndIsForEver() {
        channel.leases.add(lease(BindingState.ACTIVE, LeaseView.NEVER));
        assertThat(explain("10.20.0.10")).isZero();
        assertThat(desk.out()).contains("(printer), for ever.");
    }

    @Test
    void aStoryHasALineForEachDecision() {
        channel.leases.add(lease(BindingState.ACTIVE, NOW + 90));
        Reason why = Reason.of(ReasonCode.LEASE_IMPORTED, ADDRESS);
        channel.story.add(new StoryLine(Samples.NOW - 61_000, "DHCPREQUEST", "", List.of(why)));
        channel.story.add(new StoryLine(Samples.NOW - 1_000, "", "", List.of(why)));
        assertThat(explain("10.20.0.10")).isZero();
        assertThat(desk.out().lines().skip(1).toList())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "  2026-03-03T14:28:59Z (1 min 1 s ago) "
                                                        + " DHCPREQUEST > silence: "),
                        line ->
                                assertThat(line)
                                        .startsWith("  2026-03-03T14:29:59Z (1 s ago)  ")
                                        .doesNotContain(">", "silence"));
    }

    @Test
    void anAddressOfNoPoolIsAFindingUnlessSomebodyAskedForIt() {
        assertThat(explain("10.9.9.9")).isEqualTo(1);
        assertThat(desk.out()).contains("no pool of this server, and no client asked for it");
        Reason why = Reason.of(ReasonCode.LEASE_IMPORTED, ADDRESS);
        channel.story.add(new StoryLine(NOW, "DHCPREQUEST", "DHCPNAK", List.of(why)));
        assertThat(explain("10.9.9.9")).isZero();
        assertThat(desk.out()).contains("is in no pool of this server.\n");
    }

    /// As people have it before them: with colons or hyphens, as octets or as the text that the
    /// client was given, with or without the type that clients put in front.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "02:00:00:00:00:01",
                "02-00-00-00-00-01",
            })
    void aHardwareAddressIsOneInEverySpelling(String said) {
        assertThat(explain(said)).isEqualTo(1);
        assertThat(looked).hasSize(1);
        assertThat(String.valueOf(looked.getFirst().hardware())).contains("02:00:00:00:00:01");
        assertThat(looked.getFirst().clientId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "01:02:00:00:00:00:01, 01:02:00:00:00:00:01",
        "01-02-00-00-00-00-01, 01:02:00:00:00:00:01",
        "my-host, 6d:79:2d:68:6f:73:74",
        "cafe, 63:61:66:65"
    })
    void anIdentifierIsOctetsOrTextAndThenTextWithItsType(String said, String octets) {
        assertThat(explain(said)).isEqualTo(1);
        assertThat(looked).extracting(Query.Client::hardware).containsOnlyNulls();
        assertThat(looked)
                .extracting(query -> String.valueOf(query.clientId()))
                .containsExactly(octets, String.valueOf(Octets.ofText("\0" + said)));
        assertThat(desk.out()).contains("its packets do not arrive");
    }

    @Test
    void aClientIsToldWithItsLeasesAndWhatWasDecided() {
        PacketView packet =
                Samples.packet(
                        1, "DHCPDISCOVER", null, Reason.of(ReasonCode.LEASE_IMPORTED, ADDRESS));
        clients.put(
                new Query.Client(null, Octets.ofText("\0box")),
                new ClientView(List.of(lease(BindingState.ACTIVE, NOW + 5)), List.of(packet)));
        assertThat(explain("box")).isZero();
        assertThat(desk.out())
                .startsWith("10.20.0.10 is active, client ")
                .contains("  DHCPDISCOVER > silence: ");
    }

    // ---- orders

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maintenance pause | Pause[name=fo]",
                "maintenance shutdown | ShutDown[name=fo]",
                "maintenance RESUME | Resume[name=fo]",
                "maintenance full-update | FullUpdate[name=fo]",
                "maintenance recover --i-have-checked | Recover[name=fo]",
                "rebalance | Rebalance[name=fo]",
                "partner-down --i-have-checked --as-of 15m | PartnerDown[name=fo,"
                        + " since=1772547300, noLeases=false, reason=]",
                "partner-down --i-have-checked --as-of 14:00 --no-leases --reason fire |"
                        + " PartnerDown[name=fo, since=1772546400, noLeases=true, reason=fire]",
            })
    void anOrderIsSaidAndThenGiven(String words, String order) {
        assertThat(desk.run(words + AT)).as(desk.err()).isZero();
        assertThat(channel.considered).hasToString("[" + order + "]");
        assertThat(channel.ordered).isEqualTo(channel.considered);
        assertThat(desk.out())
                .isEqualToIgnoringNewLines(
                        "It would serve everybody.done: this server is in"
                                + " communications-interrupted, the partner in normal");
    }

    @ParameterizedTest
    @CsvSource({
        "maintenance recover, 1",
        "partner-down, 1",
        "partner-down --dry-run, 0",
        "maintenance pause --dry-run, 0",
        "partner-down --i-have-checked --as-of yesterday, 2",
        "rebalance --peer other, 2",
        "maintenance, 2",
        "maintenance dance, 2"
    })
    void whatIsNotMeantOrNotCheckedIsNotDone(String words, int exit) {
        assertThat(desk.run(words + AT)).isEqualTo(exit);
        assertThat(channel.ordered).isEmpty();
        if (exit != 0) assertThat(desk.err()).isNotBlank();
    }

    @Test
    void whatWouldBeRefusedIsNotOrderedAndWhatIsRefusedIsAFinding() {
        channel.preview = new Preview(false, "It is in partner-down already.");
        assertThat(desk.run("rebalance" + AT)).isEqualTo(1);
        assertThat(desk.err()).contains("in partner-down already");
        assertThat(channel.ordered).isEmpty();
        channel.preview = new Preview(true, "");
        channel.outcome = new Outcome.Refused("Too late.");
        assertThat(desk.run("rebalance" + AT)).isEqualTo(1);
        assertThat(desk.err()).contains("Too late.");
    }

    @Test
    void ofSeveralRelationshipsOneIsNamed() {
        channel.pairs = List.of(pair("north"), pair("south"));
        assertThat(desk.run("rebalance" + AT)).isEqualTo(2);
        assertThat(desk.err()).contains("\"north\", \"south\"");
        assertThat(desk.run("rebalance --peer south" + AT)).isZero();
        assertThat(channel.ordered).containsExactly(new Command.Rebalance("south"));
        channel.pairs = List.of();
        assertThat(desk.run("rebalance" + AT)).isEqualTo(1);
    }

    // ---- status, watch, and no server

    @Test
    void statusEndsWithOneWhileAnOperatorIsNeededAndTellsEachServer() {
        assertThat(desk.run("status" + AT)).isZero();
        assertThat(desk.run("status --json" + AT)).isZero();
        assertThat(desk.out()).startsWith("{");
        assertThat(desk.run("status --json --connect http://a,http://b")).isZero();
        assertThat(desk.out()).startsWith("[");
        channel.alarms = List.of(new AlarmView(AlarmType.POOL_EMPTY, Samples.NOW, false, "voice"));
        assertThat(desk.run("status" + AT)).isEqualTo(1);
        assertThat(desk.out()).contains("! ", "voice");
    }

    @Test
    void watchEndsAfterSoManyLinesThatSaySomething() {
        var pulse = new Notice.Pulse(Samples.counters(Samples.NOW, 40, 7), List.of());
        server.notices =
                List.of(
                        pulse,
                        new Notice.Resync(),
                        pulse,
                        new Notice.PoolBalanced("fo", 0, 5, 3, 1, Samples.NOW),
                        new Notice.Resync());
        assertThat(desk.run("watch --count 2" + AT)).isZero();
        assertThat(desk.out().lines())
                .containsExactly(
                        "-- some notices were missed --",
                        "14:30:00.000Z pool   0 of \"fo\": 5 free here, 3 at the partner, 1 given");
        assertThat(desk.run("watch --all --count 1" + AT)).isZero();
        assertThat(desk.out()).contains("40 received, 7 answered with ACK");
        assertThat(desk.run("watch --json --count 4 --after t9" + AT)).isZero();
        assertThat(desk.out().lines()).hasSize(4).allMatch(line -> line.startsWith("{"));
        assertThat(desk.out()).contains("\"t0\"", "\"t3\"").doesNotContain("\"t4\"");
        assertThat(server.after).isEqualTo("t9");
    }

    @ParameterizedTest
    @EnumSource(ApiFault.Kind.class)
    void aServerThatIsNotReachedEndsEveryCommandAlike(ApiFault.Kind kind) {
        server.fault = new ApiFault(kind, "no answer");
        int exit =
                switch (kind) {
                    case UNREACHABLE, BUSY -> 3;
                    case DENIED, REFUSED -> 2;
                };
        for (String words : List.of("status", "rebalance", "explain 10.0.0.1", "watch")) {
            assertThat(desk.run(words + AT)).as(words).isEqualTo(exit);
            assertThat(desk.err()).contains("no answer");
        }
    }
}
