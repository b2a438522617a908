package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.LeaseTable;
import org.twinlease.lease.PairState;
import org.twinlease.lease.PoolRange;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.failover.BindingUpdate;
import org.twinlease.wire.failover.Connect;
import org.twinlease.wire.failover.ConnectAck;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.LoadBalance;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.Messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One server of a pair by itself: ten addresses in memory, a clock that the test moves, and a
/// partner whose words the test writes. What it says is collected until the test takes it.
final class Half implements PairHost {

    static final Ip4 HERE = Ip4.of("10.0.0.1");
    static final Ip4 THERE = Ip4.of("10.0.0.2");
    static final long BEGIN = 1_700_000_000;
    static final int MCLT = 60;
    static final Octets HBA = LoadBalance.hbaOfSplit(128);

    final LeaseTable table =
            new LeaseTable(List.of(new PoolRange(0, Ip4.of("10.0.1.10"), Ip4.of("10.0.1.19"))));
    final List<Long> closed = new ArrayList<>();
    final List<Long> calls = new ArrayList<>();
    final List<PairEvent> events = new ArrayList<>();
    final List<Reason> notes = new ArrayList<>();
    final Peer peer;
    private final Map<Long, List<FailoverMessage>> sent = new HashMap<>();
    private final Map<String, PairState> saved = new HashMap<>();
    private long millis;
    private int ahead;
    private long lastCall;
    private long link = -1;

    /// How many updates the partner takes unanswered.
    int partnersWindow = 100;

    /// What the partner calls itself.
    String partnersProgram = "isc-4.4.3";

    private final boolean damaged;

    Half(Terms terms, ServerState mine, ServerState partner) {
        this(terms, mine, partner, false);
    }

    /// `damaged`: the server has found its journal damaged.
    Half(Terms terms, ServerState mine, ServerState partner, boolean damaged) {
        this(terms, new PairState("fo", mine, BEGIN - 1_000, partner, 0, MCLT, HBA), damaged);
    }

    /// `kept`: what it has on disk.
    Half(Terms terms, PairState kept, boolean damaged) {
        this.damaged = damaged;
        saved.put("fo", kept);
        peer = new Peer(now(), terms, List.of(0), "test-1", this);
    }

    static Half primary() {
        return new Half(terms(true, 10), ServerState.NORMAL, ServerState.NORMAL);
    }

    static Half secondary() {
        return new Half(terms(false, 10), ServerState.NORMAL, ServerState.NORMAL);
    }

    static Terms terms(boolean primary, int maxUnacked) {
        return terms(primary, maxUnacked, 0, 0);
    }

    static Terms terms(boolean primary, int maxUnacked, int loadBalanceMax, int autoPartnerDown) {
        return new Terms(
                "fo",
                primary,
                HERE,
                647,
                THERE,
                647,
                30,
                maxUnacked,
                primary ? MCLT : 0,
                primary ? HBA : null,
                loadBalanceMax,
                autoPartnerDown,
                new Terms.Shares(15, 10, 60, 3600),
                new Terms.Written("10.0.0.1", "10.0.0.2"));
    }

    Now now() {
        return new Now(BEGIN * 1000 + millis + 1000L * ahead, 1_000 + millis);
    }

    /// Somebody sets its clock to so many seconds ahead of the partner's.
    void setClock(int seconds) {
        ahead = seconds;
    }

    long second() {
        return now().wallSeconds();
    }

    /// Time passes, second by second.
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            millis += 1000;
            peer.tick(now());
        }
    }

    /// The partner opens a connection.
    void opened(long number) {
        link = number;
        peer.opened(now(), number, THERE, true);
    }

    /// A connection on which both have accepted each other.
    void link() {
        opened(lastCall + 1_001);
        lastCall += 2;
        if (peer.terms().primary()) {
            hear(
                    ConnectAck.accept(connect("fo"), partnersWindow, 30, partnersProgram).message(),
                    0);
        } else {
            hear(connect("fo").message(), 0);
        }
    }

    /// As above, and the partner has said its state.
    void link(ServerState partner) {
        link();
        hear(Messages.state(partner, false, second()), 1);
    }

    /// Both in NORMAL, with nothing left to say.
    void normal() {
        link(ServerState.NORMAL);
        assertThat(peer.kept().mine()).isEqualTo(ServerState.NORMAL);
        while (agree() > 0) assertThat(peer.kept().mine()).isEqualTo(ServerState.NORMAL);
    }

    Connect connect(String name) {
        return Connect.of(name, partnersWindow, 30, partnersProgram, MCLT, HBA);
    }

    /// The partner acknowledges every update that was sent and not taken by the test; how many.
    int agree() {
        List<FailoverMessage> updates =
                taken().stream().filter(m -> m.type() == MessageType.BNDUPD).toList();
        for (FailoverMessage update : updates) {
            hear(Messages.bndack(BindingUpdate.read(update).address()), update.xid());
        }
        return updates.size();
    }

    void cut() {
        peer.closed(now(), link, "cut");
    }

    void hear(FailoverMessage message, long xid) {
        hear(link, message.at(second(), xid));
    }

    void hear(long on, FailoverMessage message) {
        peer.data(now(), on, message.encode());
    }

    /// What it said on the current connection since this was asked last.
    List<FailoverMessage> taken() {
        return taken(link);
    }

    List<FailoverMessage> taken(long on) {
        List<FailoverMessage> said = sent.remove(on);
        return said == null ? List.of() : said;
    }

    /// The types of what it said since.
    List<MessageType> words() {
        return taken().stream().map(FailoverMessage::type).toList();
    }

    /// What is wrong with the connection, told since the beginning.
    List<ReasonCode> troubles() {
        List<ReasonCode> troubles = new ArrayList<>();
        for (PairEvent event : events) {
            if (event instanceof PairEvent.Trouble(String _, Reason why)) troubles.add(why.code());
        }
        return troubles;
    }

    static Ip4 address(int n) {
        return Ip4.of("10.0.1." + (10 + n));
    }

    Lease lease(int n) {
        return table.lease(n);
    }

    /// A client's lease of this server's own, an hour long, that the partner has acknowledged.
    Lease active(int n, int client) {
        long end = second() + 3600;
        Lease lease =
                Lease.unused(address(n))
                        .withState(BindingState.ACTIVE)
                        .withClient(hardware(client), null)
                        .withStarts(second())
                        .withEnds(end)
                        .withCltt(second())
                        .withTimes(end, end, end);
        table.apply(lease);
        return lease;
    }

    static HardwareAddress hardware(int client) {
        return new HardwareAddress(1, Octets.of(new byte[] {2, 0, 0, 0, 0, (byte) client}));
    }

    /// This server changes an address, and the partner is to be told.
    void changed(int n) {
        Lease lease = lease(n);
        table.apply(Telling.told(lease, second() + 100));
        peer.changed(now(), n);
    }

    @Override
    public LeaseTable table() {
        return table;
    }

    @Override
    public void change(Lease lease, Reason why) {
        table.apply(lease);
    }

    @Override
    public void note(Ip4 address, Reason why) {
        notes.add(why);
    }

    @Override
    public void save(PairState state) {
        saved.put(state.name(), state);
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    @Override
    public @Nullable PairState saved(String name) {
        return saved.get(name);
    }

    @Override
    public void send(long on, byte[] octets) {
        if (FailoverMessage.decode(octets)
                instanceof Decoded.Ok<FailoverMessage>(FailoverMessage message)) {
            sent.computeIfAbsent(on, _ -> new ArrayList<>()).add(message);
        } else {
            throw new AssertionError("sent something malformed");
        }
    }

    @Override
    public void close(long number) {
        closed.add(number);
    }

    @Override
    public long connect(Ip4 from, Ip4 to, int port) {
        lastCall += 2;
        calls.add(lastCall);
        return lastCall;
    }

    @Override
    public void tell(PairEvent event) {
        events.add(event);
    }
}
