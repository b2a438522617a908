package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.fail;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;
import org.twinlease.wire.failover.LoadBalance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A failover pair in a network of its own: this program and a real dhcpd, or two of this program,
/// or two dhcpd, which is how the checks are checked. When it is closed, the capture and the
/// dhcpd's log must be as two dhcpd would have left them.
final class PairLab implements AutoCloseable {

    /// Who is who.
    enum Roles {
        OURS_PRIMARY,
        OURS_SECONDARY,
        ISC_ONLY,
        OURS_ONLY;

        /// The roles that tests are run with; two dhcpd only when `twinlease.pair.isc` is set.
        static Stream<Roles> all() {
            return Boolean.getBoolean("twinlease.pair.isc")
                    ? Stream.of(ISC_ONLY)
                    : Stream.of(OURS_PRIMARY, OURS_SECONDARY);
        }

        boolean oursIsPrimary() {
            return this == OURS_PRIMARY || this == OURS_ONLY;
        }

        boolean oursIsSecondary() {
            return this == OURS_SECONDARY || this == OURS_ONLY;
        }
    }

    /// Short times, so that a test sees leases end and MCLT pass.
    static final List<String> SHORT =
            List.of(
                    "--mclt",
                    "15",
                    "--lease",
                    "24",
                    "--ping",
                    "off",
                    "--max-response-delay",
                    "9",
                    "--range",
                    "10.77.0.100 10.77.0.119");

    /// How far apart two servers' words for one moment may be.
    private static final long SLACK = 1;

    private final Lab lab;
    private final Capture capture;
    private final List<Partner> partners;
    final Partner primary;
    final Partner secondary;

    /// The half that is put to the test; of two dhcpd the secondary.
    final Partner ours;

    /// The dhcpd beside it; of two of this program the secondary.
    final Partner theirs;

    /// The clients.
    final Probe clients;

    private boolean odd;

    private PairLab(Lab lab, Roles roles, List<String> first, List<String> second) {
        this.lab = lab;
        primary =
                roles.oursIsPrimary()
                        ? new OurPartner(lab, "primary", first)
                        : new IscPartner(lab, "primary", first);
        secondary =
                roles.oursIsSecondary()
                        ? new OurPartner(lab, "secondary", second)
                        : new IscPartner(lab, "secondary", second);
        ours = roles.oursIsPrimary() ? primary : secondary;
        theirs = roles.oursIsPrimary() ? secondary : primary;
        partners = List.of(primary, secondary);
        clients = new Probe(lab, "c1");
        capture = Capture.start(lab);
    }

    /// Builds the network; nothing serves yet. `more` are flags of isc-peer.sh for both servers.
    static PairLab up(Path folder, Roles roles, String... more) {
        List<String> flags = new ArrayList<>(SHORT);
        flags.addAll(List.of(more));
        return up(folder, roles, flags, flags);
    }

    /// As above, with all flags of each.
    static PairLab up(Path folder, Roles roles, List<String> first, List<String> second) {
        Lab lab = Lab.up(folder, "--clients", "2");
        PairLab pair = new PairLab(lab, roles, first, second);
        for (Partner partner : pair.partners) lab.closeLater(() -> end(partner));
        return pair;
    }

    private static void end(Partner partner) {
        if (partner instanceof IscPartner) partner.kill();
    }

    /// Flags for both servers, with some of them replaced.
    static List<String> flags(String... others) {
        List<String> flags = new ArrayList<>(SHORT);
        flags.addAll(List.of(others));
        return flags;
    }

    /// What is wrong on purpose makes a dhcpd say things that it would not say else.
    void expectOddWords() {
        odd = true;
    }

    /// Starts both and waits until both are in NORMAL.
    void start() {
        theirs.start();
        ours.start();
        normal();
    }

    /// The network that it is in.
    Lab lab() {
        return lab;
    }

    Partner other(Partner partner) {
        return partner.equals(primary) ? secondary : primary;
    }

    /// Waits until something is so, at most two minutes; tells what both said when it does not
    /// come.
    void await(String what, BooleanSupplier condition) {
        Lab.await(() -> what + "; " + words(), condition);
    }

    /// Waits until a server is in a state.
    void in(Partner partner, ServerState state) {
        await(name(partner) + " is in " + state, () -> partner.mine() == state);
    }

    /// Waits until both are in NORMAL and know it of each other.
    void normal() {
        await(
                "both are in NORMAL",
                () ->
                        partners.stream().allMatch(PairLab::isNormal)
                                && isNormal(theirs)
                                && isNormal(ours));
    }

    private static boolean isNormal(Partner partner) {
        PairState state = partner.state();
        return state != null
                && state.mine() == ServerState.NORMAL
                && state.partner() == ServerState.NORMAL;
    }

    private String name(Partner partner) {
        return (partner.equals(ours) ? "ours" : "theirs")
                + (partner.equals(primary) ? ", the primary," : ", the secondary,");
    }

    /// Waits until both have the same leases, address by address.
    void same() {
        await("both have the same leases", () -> differences().isEmpty());
    }

    /// What the two lease sets differ in: the state, and of leases and abandoned addresses the
    /// client and the end. An ended lease that the partner has acknowledged is free.
    List<String> differences() {
        return differences(primary.leases(), secondary.leases());
    }

    static List<String> differences(Map<Ip4, Lease> first, Map<Ip4, Lease> second) {
        TreeSet<Ip4> all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        List<String> differences = new ArrayList<>();
        for (Ip4 address : all) {
            Lease one = first.getOrDefault(address, Lease.unused(address));
            Lease two = second.getOrDefault(address, Lease.unused(address));
            if (!isSame(one, two)) differences.add("primary " + one + "\nsecondary " + two);
        }
        return differences;
    }

    private static boolean isSame(Lease one, Lease two) {
        BindingState state = settled(one);
        if (state != settled(two)) return false;
        return switch (state) {
            case ACTIVE -> {
                HardwareAddress client = one.hardware();
                yield client != null && client.equals(two.hardware()) && endTogether(one, two);
            }
            case ABANDONED -> endTogether(one, two);
            default -> true;
        };
    }

    private static boolean endTogether(Lease one, Lease two) {
        return Math.abs(one.ends() - two.ends()) <= SLACK;
    }

    private static BindingState settled(Lease lease) {
        return switch (lease.state()) {
            case EXPIRED, RELEASED, RESET -> BindingState.FREE;
            default -> lease.state();
        };
    }

    /// Waits until an address is in a state on both servers.
    void both(Ip4 address, BindingState state) {
        await(
                address + " is " + state + " on both",
                () -> partners.stream().allMatch(p -> state(p, address) == state));
    }

    /// The state of an address in a server's files.
    static BindingState state(Partner partner, Ip4 address) {
        Lease lease = partner.leases().get(address);
        return lease == null ? BindingState.FREE : lease.state();
    }

    /// How many addresses of the pool a server has in a state; those it has no word of are free.
    static long count(Partner partner, BindingState state) {
        return partner.leases().values().stream().filter(l -> l.state() == state).count();
    }

    /// The first client from a number on that a server answers under a split.
    int clientOf(Partner partner, int from, int split) {
        int client = from;
        while (isPrimarys(client, split) != partner.equals(primary)) client++;
        return client;
    }

    static boolean isPrimarys(int client, int split) {
        int bucket = LoadBalance.bucket(null, Probe.hardware(client));
        return LoadBalance.isPrimarys(LoadBalance.hbaOfSplit(split), bucket);
    }

    /// A fault of the network at a server's host: `netns.sh` cut, delay or loss with its arguments.
    void fault(String kind, Partner at, String... how) {
        List<String> command = new ArrayList<>(List.of(Lab.script("netns.sh"), kind));
        command.addAll(List.of(lab.prefix(), at.host()));
        command.addAll(List.of(how));
        lab.run(command.toArray(new String[0])).mustBeGood();
    }

    /// Ends all faults.
    void heal() {
        lab.run(Lab.script("netns.sh"), "heal", lab.prefix()).mustBeGood();
    }

    /// Ends the faults at a server's host.
    void heal(Partner at) {
        lab.run(Lab.script("netns.sh"), "heal", lab.prefix(), at.host()).mustBeGood();
    }

    /// Waits until so many seconds have passed since a moment of the wall clock.
    void pass(double since, double seconds) {
        await(seconds + " s have passed", () -> clock() > since + seconds);
    }

    /// The wall clock in seconds since 1970.
    static double clock() {
        return System.currentTimeMillis() / 1000.0;
    }

    private String words() {
        var words = new StringBuilder();
        for (Partner partner : partners) {
            @Nullable PairState state = partner.state();
            words.append(name(partner)).append(" has ").append(state).append("; it said:\n");
            words.append(tail(partner.log())).append('\n');
        }
        return words.append(String.join("\n", differences())).toString();
    }

    private static String tail(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /// Checks what a run leaves behind: nothing malformed on the wire, nothing in the dhcpd's log
    /// that another dhcpd would not have given cause for.
    void clean() {
        capture.stop();
        capture.mustBeWellFormed();
        if (odd) return;
        for (Partner partner : partners) {
            if (!(partner instanceof IscPartner)) continue;
            List<String> strange = DhcpdLog.strange(partner.log());
            if (!strange.isEmpty()) {
                fail("strange words:\n" + String.join("\n", strange) + "\n" + words());
            }
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
