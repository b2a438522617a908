package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.control.Sentences;
import org.twinlease.lab.PairLab.Roles;
import org.twinlease.lease.PairState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two configurations or clocks that do not fit: what is wrong is told with its remedy, and neither
/// server is hurt.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class PairMismatchTest {

    @TempDir Path folder;

    static Stream<Roles> roles() {
        return Stream.of(Roles.OURS_PRIMARY, Roles.OURS_SECONDARY);
    }

    static Stream<Arguments> smallSkews() {
        return skews(-59, 10, 59);
    }

    static Stream<Arguments> largeSkews() {
        return skews(-61, 61);
    }

    private static Stream<Arguments> skews(int... seconds) {
        return roles().flatMap(
                        roles ->
                                IntStream.of(seconds)
                                        .mapToObj(second -> Arguments.of(roles, second)));
    }

    /// A pair with more flags for one of the two seats.
    private PairLab up(Roles roles, boolean primarys, String... more) {
        return up(roles, primarys, PairLab.SHORT, more);
    }

    private PairLab up(Roles roles, boolean primarys, List<String> flags, String... more) {
        List<String> own = new ArrayList<>(flags);
        own.addAll(List.of(more));
        return primarys
                ? PairLab.up(folder, roles, own, flags)
                : PairLab.up(folder, roles, flags, own);
    }

    /// Starts both and waits until ours says one of these; the dhcpd is well and waits.
    private static void told(PairLab pair, Reason... any) {
        pair.expectOddWords();
        pair.theirs.start();
        pair.ours.start();
        // What two clocks said is not known before.
        List<String> sentences =
                Stream.of(any).map(Sentences::of).map(s -> s.split(" It said ", 2)[0]).toList();
        pair.await(
                "ours says one of " + sentences,
                () -> sentences.stream().anyMatch(pair.ours.log()::contains));
        pair.in(pair.theirs, ServerState.RECOVER);
        pair.clean();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void anotherName(Roles roles) {
        boolean primary = roles.oursIsPrimary();
        try (PairLab pair = up(roles, primary, "--name", "other")) {
            told(
                    pair,
                    primary
                            ? Reason.of(
                                    ReasonCode.LINK_UNKNOWN_THERE,
                                    "other",
                                    "unknown failover relationship name")
                            : Reason.of(ReasonCode.LINK_NAME, "fo", "other"));
        }
    }

    /// Of two roles in a block a dhcpd takes the later one.
    @Test
    void bothPrimary() {
        String more = "primary; mclt 15; split 128;";
        try (PairLab pair = up(Roles.OURS_PRIMARY, false, "--fo-extra", more)) {
            told(pair, Reason.of(ReasonCode.LINK_ROLE, "fo", pair.theirs.address()));
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void bothSecondary(Roles roles) {
        String[] more = {"--mclt", "none", "--split", "none", "--fo-extra", "secondary;"};
        try (PairLab pair = up(roles, true, more)) {
            told(pair, Reason.of(ReasonCode.LINK_NO_CONNECT, "fo", 15L));
        }
    }

    /// The primary's holds, as a dhcpd has it.
    @ParameterizedTest
    @MethodSource("roles")
    void anotherMcltOnTheSecondary(Roles roles) {
        try (PairLab pair = up(roles, false, "--fo-extra", "mclt 99;")) {
            pair.start();
            PairState ours = Objects.requireNonNull(pair.ours.state());
            // A primary's stands in its configuration.
            assertThat(ours.mclt()).isEqualTo(roles.oursIsPrimary() ? 0 : 15);
            Probe.Reply first = pair.clients.bound(pair.clientOf(pair.ours, 1, 128));
            assertThat(first.lease()).isEqualTo(15);
            pair.clients.bind(pair.clientOf(pair.theirs, 1, 128));
            pair.same();
            pair.clean();
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void otherRanges(Roles roles) {
        String[] more = {"--range", "10.77.0.105 10.77.0.124"};
        try (PairLab pair = up(roles, !roles.oursIsPrimary(), more)) {
            pair.expectOddWords();
            pair.start();
            pair.await(
                    "ours names an address that only one has",
                    () ->
                            IntStream.concat(IntStream.range(100, 105), IntStream.range(120, 125))
                                    .mapToObj(n -> "10.77.0." + n)
                                    .map(a -> Reason.of(ReasonCode.LINK_POOLS, "fo", a))
                                    .map(Sentences::of)
                                    .anyMatch(pair.ours.log()::contains));
            for (Partner side : new Partner[] {pair.ours, pair.theirs}) {
                pair.clients.bind(pair.clientOf(side, 1, 128));
            }
            pair.normal();
            pair.clean();
        }
    }

    @ParameterizedTest
    @MethodSource("smallSkews")
    void clocksThatAreLessThanAMinuteApart(Roles roles, int seconds) {
        List<String> flags = PairLab.flags("--lease", "600", "--mclt", "300");
        String[] more = {"--faketime", shift(seconds)};
        try (PairLab pair = up(roles, !roles.oursIsPrimary(), flags, more)) {
            pair.start();
            for (Partner side : new Partner[] {pair.ours, pair.theirs}) {
                pair.clients.bind(pair.clientOf(side, 1, 128));
            }
            pair.same();
            pair.clean();
        }
    }

    @ParameterizedTest
    @MethodSource("largeSkews")
    void clocksThatAreMoreThanAMinuteApart(Roles roles, int seconds) {
        String[] more = {"--faketime", shift(seconds)};
        try (PairLab pair = up(roles, !roles.oursIsPrimary(), more)) {
            // A header has whole seconds, and takes a moment to come. That moment brings the clocks
            // nearer for one of the two and moves them apart for the other, so one refuses 61.
            told(
                    pair,
                    Reason.of(ReasonCode.LINK_CLOCK, "fo", (long) seconds, 60L, 0L, 0L),
                    Reason.of(ReasonCode.LINK_CLOCK, "fo", seconds - 1L, 60L, 0L, 0L));
        }
    }

    private static String shift(int seconds) {
        return (seconds < 0 ? "" : "+") + seconds + "s";
    }
}
