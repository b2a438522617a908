package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two servers meet that do not know the same: one or both have served before, alone or in a pair.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairMeetTest {

    private static final List<String> LONG = PairLab.flags("--lease", "600", "--mclt", "15");

    @TempDir Path folder;

    private final long now = System.currentTimeMillis() / 1000;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    static Stream<Arguments> pasts() {
        return roles().flatMap(
                        roles ->
                                Stream.of(
                                                ServerState.UNKNOWN,
                                                ServerState.COMMUNICATIONS_INTERRUPTED,
                                                ServerState.PARTNER_DOWN)
                                        .map(past -> Arguments.of(roles, past)));
    }

    /// An address of the pool.
    private static Ip4 at(int last) {
        return Ip4.of("10.77.0." + last);
    }

    /// A lease of so many seconds ago that runs for so many more.
    private Lease lease(int last, int client, long ago, long left) {
        return Lease.unused(at(last))
                .withState(BindingState.ACTIVE)
                .withClient(Probe.hardware(client), null)
                .withStarts(now - ago)
                .withCltt(now - ago)
                .withEnds(now + left);
    }

    private Lease abandoned(int last, long left) {
        return Lease.unused(at(last))
                .withState(BindingState.ABANDONED)
                .withStarts(now - 60)
                .withEnds(now + left);
    }

    /// What a server that nobody shared its addresses with knows.
    private List<Lease> past() {
        return List.of(
                lease(100, 1, 100, 500),
                lease(101, 2, 10, 590),
                lease(102, 3, 300, 300),
                lease(105, 4, 900, -300).withState(BindingState.FREE),
                abandoned(106, 900),
                lease(119, 5, 50, 550));
    }

    private static Lease lease(Partner server, Ip4 address) {
        return Objects.requireNonNull(server.leases().get(address), address::toString);
    }

    private static String file(List<Lease> leases, List<PairState> states) {
        return new String(LeasesFile.write(leases, states), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aNewPartnerIsToldAllByAServerThatServedAlone(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles, LONG, LONG)) {
            pair.theirs.remember(file(past(), List.of()));
            pair.start();
            goesOn(pair);
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aServerThatServedAloneTellsItsNewPartnerAll(Roles roles) {
        try (PairLab pair = PairLab.up(folder, roles, LONG, LONG)) {
            pair.ours.remember(file(past(), List.of()));
            pair.start();
            goesOn(pair);
        }
    }

    /// Both know what one of them did, every client keeps its address, and the rest is divided.
    private void goesOn(PairLab pair) {
        pair.same();
        past().stream()
                .filter(l -> l.state() != BindingState.FREE)
                .forEach(
                        known -> {
                            Lease ours = lease(pair.ours, known.address());
                            assertThat(ours.state()).isEqualTo(known.state());
                            assertThat(ours.hardware()).isEqualTo(known.hardware());
                            // A server that is new may as well have lost its leases, and with
                            // them what it had promised: it holds on for MCLT.
                            assertThat(ours.ends()).isBetween(known.ends() - 1, known.ends() + 16);
                        });
        for (int client : new int[] {1, 2, 3, 5}) {
            Ip4 its = at(client == 5 ? 119 : 99 + client);
            var replies = pair.clients.ask("reboot", client, "--ip", its.toString());
            assertThat(replies).anyMatch(r -> r.is("ACK") && r.address().equals(its));
            assertThat(replies).noneMatch(r -> r.is("NAK"));
        }
        for (Partner side : new Partner[] {pair.ours, pair.theirs}) {
            pair.clients.bind(pair.clientOf(side, 40, 128));
        }
        pair.same();
        pair.clean();
    }

    /// Each has served clients that the other has not heard of, also on the same addresses, as
    /// after two servers were run by mistake. Of two clients of one address one must lose it; both
    /// servers must agree which.
    @ParameterizedTest
    @MethodSource("pasts")
    void twoThatServedTheSameAddressesAgreeOnOneOwnerOfEach(Roles roles, ServerState past) {
        try (PairLab pair = PairLab.up(folder, roles, LONG, LONG)) {
            pair.clients.mayDouble();
            pair.ours.remember(disagreeing(pair.ours, past, true));
            pair.theirs.remember(disagreeing(pair.theirs, past, false));
            pair.start();
            pair.same();
            assertThat(lease(pair.ours, at(100)).hardware()).isEqualTo(Probe.hardware(1));
            assertThat(lease(pair.ours, at(101)).hardware()).isEqualTo(Probe.hardware(2));
            for (int last : new int[] {102, 103, 104, 105, 107, 108}) {
                assertThat(lease(pair.ours, at(last)).state()).isEqualTo(BindingState.ACTIVE);
            }
            // Whoever lost its address is told so, and gets another one.
            for (int client : new int[] {5, 6, 7, 8}) {
                Ip4 given = pair.clients.bind(client, "--secs", "9");
                pair.both(given, BindingState.ACTIVE);
            }
            pair.same();
            pair.clean();
        }
    }

    private String disagreeing(Partner server, ServerState past, boolean ours) {
        List<Lease> leases =
                ours
                        ? List.of(
                                lease(100, 1, 100, 500),
                                lease(102, 3, 20, 580),
                                lease(103, 4, 90, 510),
                                lease(104, 5, 30, 570),
                                lease(105, 7, 60, 540),
                                abandoned(106, 900),
                                lease(107, 10, 45, 555),
                                lease(108, 11, 700, -100).withState(BindingState.FREE),
                                lease(109, 12, 40, 560))
                        : List.of(
                                lease(101, 2, 100, 500),
                                lease(102, 3, 90, 510),
                                lease(103, 4, 20, 580),
                                lease(104, 6, 60, 540),
                                lease(105, 8, 30, 570),
                                lease(106, 9, 50, 550),
                                lease(107, 13, 700, -100).withState(BindingState.FREE),
                                lease(108, 14, 45, 555),
                                lease(110, 12, 50, 550));
        if (past == ServerState.UNKNOWN) return file(leases, List.of());
        // Each had promised more than the other knows when they parted.
        List<Lease> untold =
                leases.stream().map(l -> l.withTimes(l.ends() + 300, now - 800, 0)).toList();
        ServerState partner =
                past == ServerState.PARTNER_DOWN
                        ? ServerState.COMMUNICATIONS_INTERRUPTED
                        : ServerState.NORMAL;
        long mclt = server.host().equals("b") ? 15 : 0;
        return file(
                untold,
                List.of(new PairState("fo", past, now - 900, partner, now - 900, mclt, null)));
    }

    /// More addresses than fit into a window of updates, all taken.
    @ParameterizedTest
    @MethodSource("roles")
    void everyLeaseOfAFullPoolIsToldThroughASmallWindow(Roles roles) {
        List<String> flags =
                PairLab.flags(
                        "--lease",
                        "600",
                        "--max-unacked-updates",
                        "1",
                        "--range",
                        "10.77.0.100 10.77.0.139");
        try (PairLab pair = PairLab.up(folder, roles, flags, flags)) {
            List<Lease> all =
                    IntStream.range(0, 40)
                            .mapToObj(i -> lease(100 + i, i + 1, i, 600 - i))
                            .toList();
            pair.theirs.remember(file(all.subList(0, 20), List.of()));
            pair.ours.remember(file(all.subList(20, 40), List.of()));
            pair.start();
            pair.same();
            assertThat(PairLab.count(pair.ours, BindingState.ACTIVE)).isEqualTo(40);
            pair.clean();
        }
    }
}
