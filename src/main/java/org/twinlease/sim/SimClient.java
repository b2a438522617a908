package org.twinlease.sim;

import org.jspecify.annotations.Nullable;
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
import java.util.random.RandomGenerator;

/// A DHCP client (RFC 2131 section 4.4) as a state machine: packets and time in, packets out. It
/// has no clock, no socket and no randomness of its own, so that the same client runs on a
/// simulated network and on real ones. Time is ticks only; the wall clock never moves a lease.
///
/// The owner calls [#tick] when [#nextTick] has come and [#receive] for what arrives, and sends
/// what these return. A client begins switched off; see [#start]. Not safe for several threads.
public final class SimClient {

    /// Where a client is in its dealings (RFC 2131 figure 5).
    public enum State {
        /// Not there. A lease that was not released goes on, unused.
        OFF,
        /// About to look for servers.
        INIT,
        /// DISCOVER sent, waiting for an offer.
        SELECTING,
        /// Offer taken, waiting for the server to confirm.
        REQUESTING,
        /// Back with a lease from before, waiting for a server to confirm it.
        INIT_REBOOT,
        /// Has an address.
        BOUND,
        /// Has an address and asks its server to prolong.
        RENEWING,
        /// Has an address and asks any server to prolong.
        REBINDING
    }

    /// Something to send: a UDP payload and its destination, which is 255.255.255.255 or the
    /// server's address. With a relay in front, the relay takes what is broadcast to the server.
    public record Outgoing(byte[] payload, Ip4 to) {}

    /// A lease that the client has: from which server, and until which tick (`Long.MAX_VALUE`: for
    /// ever). `t1` and `t2` are the ticks at which it begins to renew and to rebind.
    public record Holding(Ip4 address, Ip4 server, long t1, long t2, long untilTick) {}

    private static final long SECOND = 1000;
    private static final long INFINITE = 0xFFFF_FFFFL;

    /// Tries of a REQUEST before the client begins anew: about a minute (RFC 2131 section 3.1).
    private static final int REQUESTS = 4;

    /// The least wait between two tries to prolong (RFC 2131 section 4.4.5).
    private static final long LEAST_WAIT = 60 * SECOND;

    /// The least wait after a DECLINE (RFC 2131 section 3.1).
    private static final long AFTER_DECLINE = 10 * SECOND;

    private static final Ip4 EVERYBODY = Ip4.BROADCAST;

    private final RandomGenerator random;
    private Habits habits;
    private State state = State.OFF;
    private int xid;
    private int tries;
    private long beganTick;
    private long askedTick;
    private long nextTick = Long.MAX_VALUE;
    private Ip4 wanted = Ip4.ZERO;
    private Ip4 server = Ip4.ZERO;
    private @Nullable Holding holding;
    private @Nullable String complaint;

    /// A client that is switched off and has no lease.
    public SimClient(Habits habits, RandomGenerator random) {
        this.habits = habits;
        this.random = random;
    }

    /// The client had this lease before the world began: it goes on with it, or is switched off and
    /// remembers it.
    public void had(Holding lease, boolean on) {
        holding = lease;
        wanted = lease.address();
        server = lease.server();
        state = on ? State.BOUND : State.OFF;
        nextTick = on ? lease.t1() : Long.MAX_VALUE;
    }

    /// Switches the client on: a lease that still runs is confirmed first, else a new one is looked
    /// for. The next [#tick] sends.
    public void start(Now now) {
        beginExchange(now);
        boolean lives = holding != null && holding.untilTick() > now.tickMillis();
        if (!lives) holding = null;
        state = lives ? State.INIT_REBOOT : State.INIT;
        nextTick = now.tickMillis();
    }

    /// Switches the client off without a word. It remembers its lease.
    public void stop() {
        state = State.OFF;
        nextTick = Long.MAX_VALUE;
    }

    /// The client finds itself behind another relay (0.0.0.0: on the server's own wire) and asks
    /// there for what it has.
    public void move(Now now, Ip4 relay) {
        habits = habits.withRelay(relay, habits.relayed());
        if (state != State.OFF) start(now);
    }

    /// Gives the lease back, if there is one, and switches off.
    public List<Outgoing> release(Now now) {
        Holding had = holding;
        stop();
        if (had == null || had.untilTick() <= now.tickMillis()) return List.of();
        holding = null;
        beginExchange(now);
        PacketBuilder message =
                alone(now, MessageType.DHCPRELEASE)
                        .ciaddr(had.address().bits())
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, had.server());
        return List.of(new Outgoing(message.encode(), had.server()));
    }

    /// Somebody else answers for the address that the client was given: it is declined, and another
    /// one is asked for after ten seconds.
    public List<Outgoing> addressTaken(Now now) {
        Holding had = holding;
        if (had == null) return List.of();
        holding = null;
        wanted = Ip4.ZERO;
        beginExchange(now);
        state = State.INIT;
        nextTick = now.tickMillis() + AFTER_DECLINE;
        PacketBuilder message =
                toEverybody(now, MessageType.DHCPDECLINE)
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, had.address())
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, had.server());
        return List.of(new Outgoing(message.encode(), EVERYBODY));
    }

    /// When [#tick] wants to be called; `Long.MAX_VALUE` for never.
    public long nextTick() {
        return nextTick;
    }

    /// Does what time demands: sends, sends again, or gives up what has ended.
    public List<Outgoing> tick(Now now) {
        if (now.tickMillis() < nextTick) return List.of();
        return switch (state) {
            case OFF -> List.of();
            case INIT, SELECTING -> discover(now);
            case REQUESTING -> tries < REQUESTS ? select(now) : anew(now);
            case INIT_REBOOT -> tries < REQUESTS ? confirm(now) : unconfirmed(now);
            case BOUND, RENEWING, REBINDING -> prolong(now);
        };
    }

    private List<Outgoing> anew(Now now) {
        state = State.INIT;
        beginExchange(now);
        return discover(now);
    }

    private void beginExchange(Now now) {
        xid = random.nextInt();
        tries = 0;
        beganTick = now.tickMillis();
        askedTick = now.tickMillis();
    }

    private List<Outgoing> discover(Now now) {
        state = State.SELECTING;
        PacketBuilder message = wishes(toEverybody(now, MessageType.DHCPDISCOVER));
        if (!wanted.isZero()) message.option(OptionType.DHCP_REQUESTED_ADDRESS, wanted);
        waitForAnswer(now);
        return List.of(new Outgoing(message.encode(), EVERYBODY));
    }

    private List<Outgoing> select(Now now) {
        PacketBuilder message =
                wishes(toEverybody(now, MessageType.DHCPREQUEST))
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, wanted)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, server);
        waitForAnswer(now);
        return List.of(new Outgoing(message.encode(), EVERYBODY));
    }

    private List<Outgoing> confirm(Now now) {
        PacketBuilder message =
                wishes(toEverybody(now, MessageType.DHCPREQUEST))
                        .option(OptionType.DHCP_REQUESTED_ADDRESS, wanted);
        waitForAnswer(now);
        return List.of(new Outgoing(message.encode(), EVERYBODY));
    }

    /// Nobody confirms the old lease; while it runs it may be used (RFC 2131 section 3.2).
    private List<Outgoing> unconfirmed(Now now) {
        if (holding == null || holding.untilTick() <= now.tickMillis()) {
            holding = null;
            return anew(now);
        }
        state = State.BOUND;
        nextTick = Math.max(now.tickMillis(), holding.t1());
        return List.of();
    }

    private List<Outgoing> prolong(Now now) {
        long tick = now.tickMillis();
        Holding has = Objects.requireNonNull(holding);
        if (tick >= has.untilTick()) {
            holding = null;
            return anew(now);
        }
        boolean rebinds = tick >= has.t2();
        State next = rebinds ? State.REBINDING : State.RENEWING;
        long began = beganTick;
        boolean again = state == next;
        beginExchange(now);
        if (again) beganTick = began;
        state = next;
        long end = rebinds ? has.untilTick() : has.t2();
        nextTick = Math.min(end, tick + Math.max(LEAST_WAIT, (end - tick) / 2));
        PacketBuilder message =
                rebinds
                        ? toEverybody(now, MessageType.DHCPREQUEST)
                        : alone(now, MessageType.DHCPREQUEST);
        wishes(message.ciaddr(has.address().bits()));
        return List.of(new Outgoing(message.encode(), rebinds ? EVERYBODY : has.server()));
    }

    /// The next try after twice the wait of the last one, give or take a quarter (RFC 2131 section
    /// 4.1 has one second of the first four).
    private void waitForAnswer(Now now) {
        long wait = habits.patienceMillis() << Math.min(tries, 4);
        long spread = Math.max(1, habits.patienceMillis() / 4);
        tries++;
        nextTick = now.tickMillis() + wait + random.nextLong(-spread, spread + 1);
    }

    private PacketBuilder toEverybody(Now now, MessageType type) {
        PacketBuilder message = start(now, type).broadcast(habits.broadcast());
        return relay(message);
    }

    private PacketBuilder alone(Now now, MessageType type) {
        PacketBuilder message = start(now, type);
        return habits.relayed() ? relay(message) : message;
    }

    private PacketBuilder relay(PacketBuilder message) {
        return habits.relay().isZero() ? message : message.giaddr(habits.relay().bits()).hops(1);
    }

    private PacketBuilder start(Now now, MessageType type) {
        long secs = Math.min(0xFFFF, (now.tickMillis() - beganTick) / SECOND);
        PacketBuilder message =
                PacketBuilder.request(xid, habits.hardware()).secs((int) secs).type(type);
        Octets id = habits.clientId();
        return id == null ? message : message.option(OptionType.DHCP_CLIENT_IDENTIFIER, id);
    }

    private PacketBuilder wishes(PacketBuilder message) {
        String name = habits.hostName();
        if (name != null) message.option(OptionType.HOST_NAME, Octets.ofText(name));
        if (habits.wishSeconds() >= 0) {
            message.seconds(OptionType.DHCP_LEASE_TIME, habits.wishSeconds());
        }
        if (habits.asks().length() > 0) {
            message.option(OptionType.DHCP_PARAMETER_REQUEST_LIST, habits.asks());
        }
        return message;
    }

    /// Takes the first `length` octets of a payload that arrived; what is not for this client now
    /// is passed over.
    public List<Outgoing> receive(Now now, byte[] payload, int length) {
        boolean waits = state != State.OFF && state != State.INIT && state != State.BOUND;
        if (!waits
                || !(Packet.decode(payload, length) instanceof Decoded.Ok<Packet>(Packet packet))) {
            return List.of();
        }
        boolean mine =
                packet.op() == 2
                        && packet.xid() == xid
                        && packet.hardware().equals(habits.hardware());
        MessageType type = packet.messageType();
        if (!mine || type == null) return List.of();
        Ip4 from = packet.address(OptionType.DHCP_SERVER_IDENTIFIER);
        if (from == null) return complain(type + " without a server identifier");
        return switch (type) {
            case DHCPOFFER -> offered(now, packet, from);
            case DHCPACK -> granted(packet, from);
            case DHCPNAK -> denied(now, from);
            default -> List.of();
        };
    }

    private List<Outgoing> offered(Now now, Packet packet, Ip4 from) {
        if (state != State.SELECTING || !isSound(packet)) return List.of();
        wanted = new Ip4(packet.yiaddr());
        server = from;
        state = State.REQUESTING;
        tries = 0;
        askedTick = now.tickMillis();
        return select(now);
    }

    private List<Outgoing> granted(Packet packet, Ip4 from) {
        if (state == State.SELECTING || !isSound(packet)) return List.of();
        if (packet.yiaddr() != wanted.bits()) {
            return complain("granted " + Ip4.text(packet.yiaddr()) + " instead of " + wanted);
        }
        if (state == State.REQUESTING && !from.equals(server)) {
            return complain("granted by " + from + " and not by the chosen " + server);
        }
        long seconds = packet.seconds(OptionType.DHCP_LEASE_TIME);
        boolean ends = seconds < INFINITE;
        long t1 = packet.seconds(OptionType.DHCP_RENEWAL_TIME);
        long t2 = packet.seconds(OptionType.DHCP_REBINDING_TIME);
        if (t2 < 0 || t2 > seconds) t2 = seconds - seconds / 8;
        if (t1 < 0 || t1 > t2) t1 = Math.min(t2, seconds / 2);
        long never = Long.MAX_VALUE;
        holding =
                new Holding(
                        wanted,
                        from,
                        ends ? askedTick + t1 * SECOND : never,
                        ends ? askedTick + t2 * SECOND : never,
                        ends ? askedTick + seconds * SECOND : never);
        state = State.BOUND;
        nextTick = holding.t1();
        return List.of();
    }

    private List<Outgoing> denied(Now now, Ip4 from) {
        boolean others = state == State.REQUESTING && !from.equals(server);
        if (state == State.SELECTING || others) return List.of();
        holding = null;
        wanted = Ip4.ZERO;
        beginExchange(now);
        state = State.INIT;
        // A moment's wait, so that a server that says no for ever is not asked without a pause.
        long patience = habits.patienceMillis();
        nextTick = now.tickMillis() + patience / 4 + random.nextLong(patience);
        return List.of();
    }

    /// Whether an OFFER or ACK has what RFC 2131 table 3 demands.
    private boolean isSound(Packet packet) {
        String wrong = null;
        Octets echo = packet.clientId();
        if (packet.yiaddr() == 0) wrong = "yiaddr is 0.0.0.0";
        else if (!packet.has(OptionType.DHCP_LEASE_TIME)) wrong = "there is no lease time";
        else if (!Objects.equals(echo, habits.clientId())) {
            wrong = "the client identifier came back as " + echo;
        }
        if (wrong != null) complaint = packet.messageType() + ": " + wrong;
        return wrong == null;
    }

    private List<Outgoing> complain(String what) {
        complaint = what;
        return List.of();
    }

    /// Where the client is in its dealings.
    public State state() {
        return state;
    }

    /// What it is like now.
    public Habits habits() {
        return habits;
    }

    /// The lease that a server gave and that the client has not given up, used or not; it may have
    /// ended. Null when there is none.
    public @Nullable Holding holding() {
        return holding;
    }

    /// What a server did last that RFC 2131 forbids; null when all was well.
    public @Nullable String complaint() {
        return complaint;
    }
}
