package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a lease file says of failover: the pairs' states, and what partners know of each lease.
class PairEntriesTest {
    private static final PairState SECONDARY =
            new PairState(
                    "dhcp-fo",
                    ServerState.COMMUNICATIONS_INTERRUPTED,
                    1_795_507_200L,
                    ServerState.RECOVER_WAIT,
                    1_795_507_201L,
                    1800,
                    null);

    private static LeasesFile.Reading read(String text) {
        return LeasesFile.read("f", text.getBytes(StandardCharsets.ISO_8859_1), 1000);
    }

    private static String written(Lease lease, PairState... pairs) {
        byte[] file = LeasesFile.write(List.of(lease), List.of(pairs));
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static Lease lease(BindingState state, int flags) {
        return Lease.unused(Ip4.of("10.0.0.1"))
                .withState(state)
                .withFlags(flags)
                .withStarts(5)
                .withTimes(6, 0, 0);
    }

    @Test
    void writesAStateAsDhcpdDoes() {
        byte[] file = LeasesFile.write(List.of(), List.of(SECONDARY));
        assertEquals(
                """

                failover peer "dhcp-fo" state {
                  my state communications-interrupted at 2 2026/11/24 08:00:00;
                  partner state recover-wait at 2 2026/11/24 08:00:01;
                  mclt 1800;
                }
                """,
                new String(file, StandardCharsets.ISO_8859_1)
                        .substring(LeasesFile.header().length));
    }

    @Test
    void leavesOutTheMcltOfAPrimaryWhichDhcpdWouldRefuse() {
        String text = written(lease(BindingState.ACTIVE, 0), SECONDARY.withTerms(0, null));
        assertTrue(text.contains("failover peer") && !text.contains("mclt"), text);
    }

    @ParameterizedTest
    @EnumSource(ServerState.class)
    void readsEveryStateThatItWrites(ServerState state) {
        PairState pair = SECONDARY.withMine(state, 7).withPartner(state, 8);
        byte[] file = LeasesFile.write(List.of(), List.of(pair));
        LeasesFile.Reading read = LeasesFile.read("f", file, 0);
        assertEquals(List.of(pair), read.pairs());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void letsTheLastEntryOfAPairReplaceTheOnesBefore() {
        LeasesFile.Reading read =
                read(
                        """
                        failover peer "a" state { my state normal at epoch 5; mclt 60; }
                        failover peer "b" state { my state paused at epoch 6; }
                        Failover Peer a State { Partner State Recover at epoch 7; }
                        """);
        assertEquals(
                List.of(
                        new PairState("a", ServerState.UNKNOWN, 0, ServerState.RECOVER, 7, 0, null),
                        new PairState("b", ServerState.PAUSED, 6, ServerState.UNKNOWN, 0, 0, null)),
                read.pairs());
    }

    @Test
    void takesTheTimeOfReadingWhereNoneIsGiven() {
        PairState pair = read("failover peer a state { my state normal; }").pairs().getFirst();
        assertEquals(1000, pair.since());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failover peer a state { my state norm; } | 1:1 failover-damaged",
                "failover peer a state { peer state normal; } | 1:1 failover-damaged",
                "failover peer a state { my state normal at 2037; } | 1:1 failover-damaged",
                "failover peer a state { my state normal at epoch 5 6; } | 1:1 failover-damaged",
                "failover peer a state { on { } } | 1:1 failover-damaged",
                "failover peer a { } | 1:1 failover-damaged",
                "failover peer a state b { } | 1:1 failover-damaged",
                "failover; | 1:1 failover-damaged",
            })
    void leavesADamagedEntryOutAsAWhole(String text, String expected) {
        LeasesFile.Reading read =
                read(text + "\nfailover peer z state { my state normal at epoch 5; }\n");
        assertEquals(List.of("z"), read.pairs().stream().map(PairState::name).toList());
        assertEquals(List.of(expected), problems(read));
    }

    @Test
    void leavesOutAnEntryInsideWhichTheFileEnds() {
        LeasesFile.Reading read =
                read(
                        "failover peer a state { my state normal at epoch 5; }\n"
                                + "failover peer a state { my state paused at epoch 6;");
        assertEquals(ServerState.NORMAL, read.pairs().getFirst().mine());
        assertEquals(List.of("2:1 failover-torn"), problems(read));
    }

    private static List<String> problems(LeasesFile.Reading read) {
        return read.problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    @Test
    void leavesOutAPairWhoseNameNobodyCouldKeep() {
        String entry = "failover peer \"%s\" state { my state normal at epoch 5; }";
        assertEquals(1, read(entry.formatted("n".repeat(255))).pairs().size());
        assertEquals(List.of(), read(entry.formatted("n".repeat(256))).pairs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIVE | 0 | expired | backup | 0",
                "ACTIVE | 4 | expired | | 4",
                "ACTIVE | 8 | expired | expired | 8",
                "ACTIVE | 12 | expired | | 4",
                "EXPIRED | 0 | free | backup | 0",
                "EXPIRED | 4 | free | active | 4",
                "RELEASED | 8 | free | | 8",
                "RESET | 12 | free | | 8",
                "FREE | 0 | | | 0",
                "FREE | 4 | | active | 4",
                "BACKUP | 0 | | | 0",
                "BACKUP | 8 | | expired | 8",
                "ABANDONED | 0 | free | | 0",
            })
    void saysWhatThePartnerMayKnow(
            BindingState state,
            int flags,
            @Nullable String next,
            @Nullable String rewind,
            int readBack) {
        String text = written(lease(state, flags), SECONDARY);
        String states =
                "  binding state %s;\n".formatted(state.word())
                        + (next == null ? "" : "  next binding state %s;\n".formatted(next))
                        + (rewind == null ? "" : "  rewind binding state %s;\n".formatted(rewind));
        assertTrue(text.contains(states + "}"), text);
        assertEquals(lease(state, readBack), read(text).leases().getFirst());
    }

    @Test
    void writesALeaseThatNoPartnerSharesAsAServerAloneDoes() {
        Lease mine = lease(BindingState.ACTIVE, 0);
        assertTrue(written(mine.withTimes(0, 0, 0), SECONDARY).contains("next binding state free"));
        assertTrue(
                written(mine).contains("next binding state free;\n  rewind binding state free;\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binding state active; | 4",
                "binding state active; rewind binding state free; | 0",
                "binding state active; rewind binding state backup; | 0",
                "binding state active; rewind binding state active; | 4",
                "binding state active; rewind binding state released; | 8",
                "binding state expired; | 8",
                "binding state expired; rewind binding state active; | 4",
                "binding state expired; rewind binding state free; | 0",
                "binding state backup; rewind binding state free; | 0",
                "rewind binding state released; binding state backup; | 8",
                "ends epoch 2000; | 4",
                "ends epoch 500; | 0",
            })
    void readsWhatThePartnerMayKnow(String fields, int flags) {
        Lease lease = read("lease 10.0.0.1 { " + fields + " }").leases().getFirst();
        assertEquals(flags, lease.flags());
    }
}
