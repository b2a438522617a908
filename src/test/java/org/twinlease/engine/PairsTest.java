package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Command;
import org.twinlease.control.Counter;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PassedView;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.control.UpdateCause;
import org.twinlease.dhcp.Plan;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.sim.SimDisk;
import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// Two relationships in one server, each with a partner of its own.
class PairsTest {

    private static final String CONFIG =
            """
            failover peer "fo" {
              primary; address 10.0.1.1; peer address 10.0.1.2; mclt 60; split 128;
            }
            failover peer "fo-branch" {
              primary; address 10.0.1.1; peer address 10.0.2.2; mclt 60; split 128;
            }
            subnet 10.0.1.0 netmask 255.255.255.0 {
              pool { failover peer "fo"; range 10.0.1.10 10.0.1.19; }
              pool { failover peer "fo-branch"; range 10.0.1.20 10.0.1.29; }
            }
            """;
    private static final long BEGIN = 1_700_000_000_000L;
    private static final HardwareAddress CLIENT = HardwareAddress.ethernet(3);
    private static final Ip4 HERE = Ip4.of("10.0.1.1");

    private final Wire wire = new Wire();
    private final SimDisk disk = new SimDisk("data", new Random(1));
    private final List<Notice> notices = new ArrayList<>();
    private final Engine engine = open(CONFIG);
    private long millis;
    private long strangers;

    private Engine open(String config) {
        Interface eth = new Interface("eth0", HERE, Ip4.of("255.255.255.0"), 1500, true);
        Edges edges =
                new Edges(
                        List.of(eth),
                        67,
                        wire,
                        () -> 0,
                        () -> new Edges.Lost(0, strangers),
                        () -> "raw",
                        () -> "none");
        try {
            return Engine.open(
                    plan(config), disk, edges, new Identity("test", "1", List.of(), "data"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Plan plan(String config) {
        byte[] octets = config.getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading = DhcpdConf.read("dhcpd.conf", _ -> octets, _ -> List.of());
        assertThat(reading.isUsable()).as("%s", reading.problems()).isTrue();
        return new Plan(reading.config());
    }

    private Now now() {
        return new Now(BEGIN + millis, 1_000 + millis);
    }

    private void batch(Input... inputs) {
        engine.batch(now(), List.of(inputs));
    }

    private <A> A ask(Query<A> query) {
        List<A> answers = new ArrayList<>();
        batch(new Input.Question<>(query, answers::add));
        return answers.getFirst();
    }

    private List<String> troubles() {
        return ask(new Query.Status()).alarms().stream()
                .filter(alarm -> alarm.type() == AlarmType.FAILOVER_TROUBLE)
                .map(AlarmView::detail)
                .toList();
    }

    /// The states that the alarms speak of, of a relationship.
    private List<String> alarmed(String name) {
        return ask(new Query.Status()).alarms().stream()
                .filter(alarm -> alarm.type() == AlarmType.FAILOVER_INTERRUPTED)
                .map(AlarmView::detail)
                .filter(detail -> detail.startsWith(name + " "))
                .toList();
    }

    private ServerState state(String name) {
        return ask(new Query.Failover()).stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /// A state that no disk took was never entered, whatever the alarms would have said of it.
    @Test
    void anAlarmSpeaksOfTheStateThatTheDiskHas() {
        batch();
        millis += 60_000;
        batch();
        disk.setBroken(true);
        List<Outcome> answer = new ArrayList<>();
        var order = new Command.PartnerDown("fo", now().wallSeconds() - 5, true, "");
        batch(new Input.Order(order, answer::add));
        assertThat(answer).singleElement().isInstanceOf(Outcome.Refused.class);
        assertThat(state("fo")).isEqualTo(ServerState.RECOVER);
        assertThat(alarmed("fo")).containsExactly("fo is in recover");
        disk.setBroken(false);
        millis += 60_000;
        batch();
        batch(new Input.Order(order, _ -> {}));
        assertThat(state("fo")).isEqualTo(ServerState.PARTNER_DOWN);
        assertThat(alarmed("fo")).containsExactly("fo is in partner-down");
    }

    /// What a relationship would have to do waits for the disk, and the server with it.
    @Test
    void aServerWhoseDiskRefusesLooksOnceASecond() {
        batch();
        millis += 60_000;
        batch();
        disk.setBroken(true);
        var order = new Command.PartnerDown("fo", now().wallSeconds() - 5, true, "");
        batch(new Input.Order(order, _ -> {}));
        for (int second = 0; second < 60; second++) {
            millis += 1_000;
            batch();
            assertThat(engine.nextWorkTick()).isEqualTo(now().tickMillis() + 1_000);
        }
    }

    private void accept(long link, String name) {
        var connect = Connect.of(name, 10, 30, "test", 60, Octets.EMPTY);
        batch(
                new Input.LinkData(
                        link,
                        ConnectAck.accept(connect, 10, 30, "test")
                                .message()
                                .at(now().wallSeconds(), 0)
                                .encode()));
    }

    @Test
    void eachPartnerIsCalledAndGreetedByItsOwnName() {
        batch();
        assertThat(wire.calls.values()).containsExactly("10.0.1.2:647", "10.0.2.2:647");
        for (long link : List.copyOf(wire.calls.keySet())) {
            batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
        }
        assertThat(wire.sent)
                .extracting(message -> message.text(FailoverOption.RELATIONSHIP_NAME))
                .containsExactly("fo", "fo-branch");
    }

    @Test
    void oneRelationshipsTroubleIsNotOverWithTheOthers() {
        batch();
        List<Long> links = List.copyOf(wire.calls.keySet());
        for (long link : links) {
            batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
            batch(new Input.LinkDown(link, "closed by the partner"));
        }
        assertThat(troubles()).hasSize(2);

        millis += 6_000;
        batch();
        long again = List.copyOf(wire.calls.keySet()).get(2);
        batch(new Input.LinkUp(again, HERE, 40_001, Ip4.of("10.0.1.2"), false));
        accept(again, "fo");

        FailoverView fo = ask(new Query.Failover()).getFirst();
        assertThat(fo.link().up()).isTrue();
        assertThat(troubles()).singleElement().asString().contains("fo-branch");
    }

    @Test
    void aPartnerByANameThatNobodyKnowsIsAnAlarmAndTheOthersAreCalled() {
        Engine engine = open(CONFIG.replace("peer address 10.0.1.2", "peer address ns2.example"));
        engine.batch(now(), List.of());
        List<AlarmView> alarms = new ArrayList<>();
        engine.batch(
                now(),
                List.of(
                        new Input.Question<>(
                                new Query.Status(), status -> alarms.addAll(status.alarms()))));
        assertThat(wire.calls.values()).containsExactly("10.0.2.2:647");
        assertThat(alarms)
                .filteredOn(alarm -> alarm.type() == AlarmType.FAILOVER_TROUBLE)
                .singleElement()
                .extracting(AlarmView::detail)
                .asString()
                .contains("peer address of failover peer fo, ns2.example,", "Write the address");
    }

    /// Why an order was refused; empty when it was carried out.
    private String refusal(Command command) {
        List<Outcome> outcomes = new ArrayList<>();
        batch(new Input.Order(command, outcomes::add));
        return outcomes.getFirst() instanceof Outcome.Refused(String why) ? why : "";
    }

    private ServerState state() {
        return ask(new Query.Failover()).getFirst().state();
    }

    @Test
    void aPartnerThatIsAwayIsDownOnlyFromAMomentThatCanBe() {
        batch();
        millis += 16_000;
        batch();
        long second = now().wallSeconds();
        // What comes from another program may be any number; none may end the server.
        for (long odd : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            assertThat(refusal(new Command.PartnerDown("fo", odd))).contains("no time");
        }
        assertThat(refusal(new Command.PartnerDown("fo", second + 60))).contains("to come");
        assertThat(refusal(new Command.PartnerDown("fo", second - 5, true, "x".repeat(501))))
                .isEqualTo("The reason has 501 characters, of at most 500.");
        assertThat(state()).isEqualTo(ServerState.RECOVER);
        // It has never had its partner's leases.
        assertThat(refusal(new Command.PartnerDown("fo", second - 5)))
                .contains("does not know who has which address", "--no-leases");
        assertThat(state()).isEqualTo(ServerState.RECOVER);
        assertThat(refusal(new Command.PartnerDown("fo", second - 5, true, ""))).isEmpty();
        assertThat(state()).isEqualTo(ServerState.PARTNER_DOWN);
        assertThat(ask(new Query.Failover()).getFirst().since()).isEqualTo(second - 5);
        assertThat(refusal(new Command.PartnerDown("fo", second))).contains("already");
    }

    /// Both have accepted each other on the connection that this server opened.
    private void connect() {
        batch();
        long link = wire.calls.keySet().iterator().next();
        batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
        accept(link, "fo");
    }

    @Test
    void ordersThatDoNotFitTheStateAreRefusedAndChangeNothing() {
        connect();
        long second = now().wallSeconds();
        assertThat(refusal(new Command.PartnerDown("fo", second))).contains("answers");
        for (Command command :
                List.of(
                        new Command.Pause("fo"),
                        new Command.ShutDown("fo"),
                        new Command.Resume("fo"),
                        new Command.Rebalance("fo"),
                        new Command.FullUpdate("fo-branch"),
                        new Command.Recover("fo-branch"),
                        new Command.Pause("nobody"))) {
            assertThat(refusal(command)).as("%s", command).isNotEmpty();
            Preview preview = ask(new Query.Consequence(command));
            assertThat(preview.allowed()).as("%s", command).isFalse();
        }
        assertThat(state()).isEqualTo(ServerState.RECOVER);
    }

    @Test
    void everythingIsAskedForOnceThePartnerIsThere() {
        connect();
        assertThat(refusal(new Command.FullUpdate("fo"))).isEmpty();
        assertThat(wire.sent.getLast().type()).isEqualTo(MessageType.UPDREQALL);
    }

    private FailoverView view(String name) {
        return ask(new Query.Failover()).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereTheBlockIsAsItWasTheConnectionOutlivesANewConfiguration() {
        connect();
        String other =
                CONFIG.replace("10.0.2.2", "10.0.3.2")
                        .replace(
                                "subnet 10.0.1.0",
                                "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.5 10.0.0.9; }"
                                        + " subnet 10.0.1.0");
        batch(new Input.NewPlan(plan(other)));
        assertThat(wire.closed).doesNotContain(wire.calls.keySet().iterator().next());
        assertThat(view("fo").link().up()).isTrue();
        assertThat(view("fo").pools()).containsExactly(1);
        assertThat(wire.calls).containsValue("10.0.3.2:647");
        assertThat(view("fo-branch").link().partner()).isEqualTo(Ip4.of("10.0.3.2"));
    }

    @Test
    void aBlockThatWasChangedIsGreetedAnew() {
        connect();
        batch(new Input.NewPlan(plan(CONFIG.replace("split 128", "split 64"))));
        assertThat(wire.closed).contains(wire.calls.keySet().iterator().next());
        assertThat(view("fo").link().up()).isFalse();
    }

    @Test
    void aRelationshipThatIsGoneNeedsNobody() {
        batch();
        for (long link : List.copyOf(wire.calls.keySet())) {
            batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
            batch(new Input.LinkDown(link, "closed by the partner"));
        }
        assertThat(troubles()).hasSize(2);
        String one = CONFIG.replaceFirst("(?s)failover peer \"fo-branch\" \\{.*?\\}", "");
        one = one.replaceFirst("pool \\{ failover peer \"fo-branch\";.*?\\}", "");
        batch(new Input.NewPlan(plan(one)));
        assertThat(troubles()).singleElement().asString().doesNotContain("fo-branch");
        assertThat(ask(new Query.Failover())).hasSize(1);
    }

    @Test
    void strangersAtTheFailoverPortAreCounted() {
        batch();
        strangers = 3;
        assertThat(ask(new Query.Counters()).get(Counter.TURNED_AWAY)).isEqualTo(3);
    }

    @Test
    void messagesAreRememberedAndToldToWhoWatches() {
        batch();
        long link = wire.calls.keySet().iterator().next();
        batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
        var _ = engine.channel(_ -> true).watch(notices::add);
        accept(link, "fo");

        List<FailoverMessageView> remembered = ask(new Query.FailoverMessages(10));
        assertThat(remembered)
                .extracting(view -> (view.outgoing() ? "> " : "< ") + view.type())
                .startsWith("> CONNECT", "< CONNECTACK", "> STATE");
        assertThat(remembered).extracting(FailoverMessageView::sequence).startsWith(0L, 1L, 2L);
        List<FailoverMessageView> told = new ArrayList<>();
        for (Notice notice : notices) {
            if (notice instanceof Notice.PairMessage(FailoverMessageView view)) told.add(view);
        }
        assertThat(told).isEqualTo(remembered.subList(1, 1 + told.size())).hasSizeGreaterThan(1);
    }

    private Input.Datagram from(PacketBuilder packet) {
        byte[] octets = packet.encode();
        return new Input.Datagram(octets, octets.length, 0, Ip4.ZERO, 68, Cast.UNKNOWN, 0, now());
    }

    /// A client takes an address while the partner is down; the partner comes and asks for all.
    private void tellThePartnerOfAClient() {
        batch();
        millis += 16_000;
        batch();
        assertThat(refusal(new Command.PartnerDown("fo", now().wallSeconds() - 5, true, "")))
                .isEmpty();
        PacketBuilder discover =
                PacketBuilder.request(76, CLIENT)
                        .type(org.twinlease.wire.dhcp.MessageType.DHCPDISCOVER);
        PacketBuilder request =
                PacketBuilder.request(77, CLIENT)
                        .type(org.twinlease.wire.dhcp.MessageType.DHCPREQUEST)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, Ip4.of("10.0.1.10"))
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, HERE);
        batch(from(discover));
        batch(from(request));
        millis += 6_000;
        batch();
        long link =
                wire.calls.entrySet().stream()
                        .filter(call -> call.getValue().equals("10.0.1.2:647"))
                        .reduce((_, newer) -> newer)
                        .orElseThrow()
                        .getKey();
        batch(new Input.LinkUp(link, HERE, 40_000, Ip4.of("10.0.1.2"), false));
        accept(link, "fo");
        var state = Messages.state(ServerState.RECOVER, false, now().wallSeconds() - 60);
        batch(new Input.LinkData(link, state.at(now().wallSeconds(), 1).encode()));
        var all = Messages.updreqall().at(now().wallSeconds(), 2);
        batch(new Input.LinkData(link, all.encode()));
    }

    @Test
    void anUpdateNamesThePacketThatCausedIt() {
        tellThePartnerOfAClient();
        FailoverMessageView update =
                ask(new Query.FailoverMessages(100)).stream()
                        .filter(m -> m.address().equals(Ip4.of("10.0.1.10")))
                        .findFirst()
                        .orElseThrow();
        UpdateCause cause = Objects.requireNonNull(update.cause());
        assertThat(update.type()).isEqualTo("BNDUPD");
        assertThat(cause.received()).isEqualTo("DHCPREQUEST");
        assertThat(cause.xid()).isEqualTo(77);
        assertThat(cause.hardware()).isEqualTo(CLIENT);
        assertThat(Sentences.of(cause.why())).contains("10.0.1.10");
    }

    @Test
    void whatPassedIsRememberedWithItsOctetsAndItsEnds() {
        tellThePartnerOfAClient();
        List<PassedView> all = ask(new Query.Passed(0, -1, 1_000));
        assertThat(all.stream().limit(4))
                .extracting(p -> p.from() + ":" + p.fromPort() + " " + p.to() + ":" + p.toPort())
                .containsExactly(
                        "0.0.0.0:68 255.255.255.255:67",
                        "10.0.1.1:67 10.0.1.10:68",
                        "0.0.0.0:68 255.255.255.255:67",
                        "10.0.1.1:67 10.0.1.10:68");
        PassedView first = all.stream().filter(PassedView::failover).findFirst().orElseThrow();
        assertThat(first.from()).isEqualTo(HERE);
        assertThat(first.toPort()).isEqualTo(647);
        byte[] octets = first.octets().toArray();
        assertThat(FailoverMessage.decode(octets)).isInstanceOf(Decoded.Ok.class);
        long third = all.get(2).sequence();
        assertThat(ask(new Query.Passed(0, third, 2)))
                .extracting(PassedView::sequence)
                .containsExactly(third + 1, third + 2);
        assertThat(ask(new Query.Passed(now().wallMillis() + 1, -1, 10))).isEmpty();
    }

    /// What the engine asks of its partners' wire; nothing else is sent here.
    private static final class Wire implements Outlet, PartnerWire {
        private final Map<Long, String> calls = new LinkedHashMap<>();
        private final List<FailoverMessage> sent = new ArrayList<>();
        private final List<Long> closed = new ArrayList<>();

        @Override
        public PartnerWire partners() {
            return this;
        }

        @Override
        public void listen(Ip4 address, int port) {}

        @Override
        public void connect(long link, Ip4 from, Ip4 to, int port) {
            calls.put(link, to + ":" + port);
        }

        @Override
        public void send(long link, byte[] octets) {
            if (FailoverMessage.decode(octets)
                    instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message)) {
                sent.add(message);
            } else {
                throw new AssertionError("sent something malformed");
            }
        }

        @Override
        public void close(long link) {
            closed.add(link);
        }

        @Override
        public void unicast(int interfaceIndex, byte[] payload, Ip4 to, int port) {}

        @Override
        public void broadcast(int interfaceIndex, byte[] payload, int port) {}

        @Override
        public void toHardware(
                int interfaceIndex, byte[] payload, HardwareAddress client, Ip4 to, int port) {}

        @Override
        public boolean ping(int interfaceIndex, Ip4 address) {
            return false;
        }

        @Override
        public void flush() {}
    }
}
