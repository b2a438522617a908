package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Problem;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LeasesFileTest {
    private static final Lease FULL =
            new Lease(
                    Ip4.of("10.0.0.7"),
                    BindingState.ACTIVE,
                    Lease.RESERVED | Lease.BOOTP,
                    HardwareAddress.ethernet(0x0200_5E00_0001L),
                    Octets.of((byte) 1, (byte) 0xFF, (byte) '"', (byte) '\\', (byte) 'a'),
                    Octets.ofText("laptop 7"),
                    relayAgent(),
                    1_795_507_200L,
                    Lease.NEVER,
                    1_795_507_201L,
                    1_795_507_202L,
                    1_795_507_203L,
                    1_795_507_204L);

    private static Octets relayAgent() {
        return Octets.of(
                new byte[] {
                    1, 2, 'e', '1', 2, 3, 0, 0x11, (byte) 0xAA, 5, 4, 10, 0, 0, 0, 9, 1, 2, 19, 0
                });
    }

    @Test
    void writesAnEntryAsDhcpdDoes() {
        assertEquals(
                """
                lease 10.0.0.7 {
                  starts 2 2026/11/24 08:00:00;
                  ends never;
                  tstp 2 2026/11/24 08:00:02;
                  tsfp 2 2026/11/24 08:00:03;
                  atsfp 2 2026/11/24 08:00:04;
                  cltt 2 2026/11/24 08:00:01;
                  binding state active;
                  next binding state free;
                  rewind binding state free;
                  reserved;
                  dynamic-bootp;
                  hardware ethernet 02:00:5e:00:00:01;
                  uid "\\001\\377\\"\\\\a";
                  option agent.circuit-id "e1";
                  option agent.remote-id 0:11:aa;
                  option agent.link-selection 10.0.0.0;
                  option agent.unknown-9 2;
                  option agent.relay-port;
                  client-hostname "laptop 7";
                }
                """,
                new String(LeasesFile.entry(FULL), StandardCharsets.ISO_8859_1));
    }

    private static Lease withAgent(Lease l, Octets agent) {
        return new Lease(
                l.address(),
                l.state(),
                l.flags(),
                l.hardware(),
                l.clientId(),
                l.hostname(),
                agent,
                l.starts(),
                l.ends(),
                l.cltt(),
                l.tstp(),
                l.tsfp(),
                l.atsfp());
    }

    @Test
    void beginsAFileLikeDhcpdAndLeavesOutWhatIsUnused() {
        String text =
                new String(
                        LeasesFile.write(List.of(Lease.unused(Ip4.of("10.0.0.1")))),
                        StandardCharsets.ISO_8859_1);
        assertTrue(
                text.startsWith("# The format of this file is documented in the dhcpd.leases(5)"));
        assertTrue(text.contains("\nauthoring-byte-order little-endian;\n"));
        assertFalse(text.contains("lease 10"));
    }

    @Test
    void readsBackWhatItWroteOfManyRandomLeases() {
        var random = new Random(5);
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < 2000; i++) leases.add(random(random, i));
        LeasesFile.Reading read = LeasesFile.read("f", LeasesFile.write(leases), 0);
        assertEquals(List.of(), read.problems());
        assertEquals(leases, read.leases());
        assertEquals(1, read.skipped().get("authoring-byte-order"));
    }

    private static Lease random(Random random, int i) {
        boolean known = random.nextBoolean();
        byte[] id = new byte[1 + random.nextInt(20)];
        random.nextBytes(id);
        byte[] agent = new byte[2 + random.nextInt(9)];
        random.nextBytes(agent);
        agent[0] = (byte) (1 + random.nextInt(250));
        agent[1] = (byte) (agent.length - 2);
        long base = 1_700_000_000L + random.nextInt(300_000_000);
        return new Lease(
                new Ip4(0x0A00_0000 + i),
                BindingState.of(1 + random.nextInt(7)),
                random.nextInt(4)
                        | List.of(0, Lease.TOLD_ACTIVE, Lease.TOLD_ENDED).get(random.nextInt(3)),
                new HardwareAddress(random.nextInt(256), Octets.of(id, 0, Math.min(16, id.length))),
                known ? Octets.of(id) : null,
                known ? Octets.ofText("host " + i) : null,
                random.nextBoolean() ? Octets.of(agent) : null,
                base,
                random.nextInt(5) == 0 ? Lease.NEVER : base + 3600,
                base,
                random.nextBoolean() ? 0 : base,
                random.nextBoolean() ? 0 : base + 1,
                random.nextBoolean() ? 0 : Lease.NEVER);
    }

    @Test
    void doesNotWriteHostNamesThatDhcpdWouldNot() {
        for (String name : List.of("quo\"te", "back\\slash", "b\u00fcro", "a\u0007")) {
            var lease =
                    new Lease(
                            Ip4.of("10.0.0.1"),
                            BindingState.FREE,
                            0,
                            null,
                            null,
                            Octets.ofText(name),
                            null,
                            1,
                            2,
                            0,
                            0,
                            0,
                            0);
            String text = new String(LeasesFile.entry(lease), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("client-hostname"), name);
        }
    }

    @Test
    void leavesOutRelayOptionsThatDoNotAddUp() {
        Lease lease = withAgent(FULL, Octets.of((byte) 1, (byte) 9, (byte) 1));
        String text = new String(LeasesFile.entry(lease), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("agent"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "starts epoch 5; | 5",
                "starts 9 99/1/1 0:0:0; | 915148800",
                "starts 0 2000/03/01 00:00:00; | 951868800",
                "starts 2 2026/11/24 08:00:00 3600; | 1795510800",
                "starts 2 2026/11/24 08:00:00 -3600; | 1795503600",
                "starts 2 2026/13/01 00:00:00; | 1798761600",
                "starts 6 2038/01/01 00:00:00; | 4294967295",
                "starts never; | 4294967295",
                "STARTS EPOCH 7; | 7",
            })
    void readsTimesInAllForms(String field, long expected) {
        assertEquals(
                expected, one("lease 10.0.0.1 { binding state free; " + field + " }").starts());
    }

    @Test
    void letsTheLastEntryOfAnAddressReplaceTheOnesBefore() {
        Lease lease =
                one(
                        "lease 10.0.0.1 { binding state active; uid \"x\"; }\n"
                                + "lease 10.0.0.1 { binding state free; }");
        assertEquals(BindingState.FREE, lease.state());
        assertEquals(null, lease.clientId());
    }

    @Test
    void countsWhoComesAndWhoRenewsInWhatWasAppended() {
        String first = "lease 10.0.0.%d { cltt epoch %d; binding state active; uid \"%s\"; }\n";
        String text =
                first.formatted(1, 100, "a")
                        + first.formatted(2, 50, "b")
                        + first.formatted(1, 1000, "a")
                        + first.formatted(2, 1100, "c")
                        + first.formatted(3, 1200, "d")
                        + "lease 10.0.0.1 { cltt epoch 1250; binding state free; uid \"a\"; }\n"
                        + first.formatted(1, 1300, "a");
        assertEquals(new LeasesFile.History(1000, 1300, 2, 1), read(text, 2000).history());
        String fresh = first.formatted(1, 100, "a") + first.formatted(2, 50, "b");
        assertEquals(new LeasesFile.History(0, 0, 0, 0), read(fresh, 2000).history());
    }

    @ParameterizedTest
    @CsvSource({"1000, FREE", "1001, ACTIVE"})
    void judgesOldLeasesWithoutStateByTheirEnd(long ends, BindingState state) {
        String text = "lease 10.0.0.1 { ends epoch " + ends + "; }";
        assertEquals(state, read(text, 1000).leases().getFirst().state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lease 10.0.0.9 { binding state act | 1:1 lease-torn",
                "lease 10.0.0.9 { uid \"tor | 1:1 lease-damaged",
                "lease 10.0.0.9 { binding state blue; } | 1:1 lease-damaged",
                "lease 10.0.0.9 { colour blue; } | 1:1 lease-damaged",
                "lease 10.0.0.9 { starts 5 2037/1; } | 1:1 lease-damaged",
                "lease 10.0.0.9 { uid 01:02 client-hostname \"a\"; } | 1:1 lease-damaged",
                "lease 10.0.0 { } | 1:1 lease-damaged",
                "lease; | 1:1 lease-damaged",
                "garbage here; | 1:1 no-entry",
                "} ; | 1:1 no-entry",
                "ia-na \"x\" { } | 1:1 dhcpv6-entry",
            })
    void leavesOutADamagedEntryAndNoOther(String damaged, String problem) {
        String good = "\nlease 10.0.0.1 {\n  binding state active;\n}\n";
        LeasesFile.Reading read = read(damaged + good, 0);
        assertEquals(
                List.of(problem), read.problems().stream().map(LeasesFileTest::words).toList());
        assertEquals(1, read.leases().size());
    }

    /// The journal keeps fields of up to 255 octets; a longer one would stop whoever stores it.
    @ParameterizedTest
    @CsvSource({
        "uid \"%s\";, 255, 256",
        "client-hostname \"%s\";, 255, 256",
        "option agent.circuit-id \"%s\";, 253, 254",
        "option agent.circuit-id \"a\"; option agent.remote-id \"%s\";, 250, 251",
    })
    void takesFieldsThatAClientCanSendAndNoLongerOnes(String field, int longest, int tooLong) {
        String entry = "lease 10.0.0.1 { binding state active; " + field + " }";
        Lease lease = one(entry.formatted("x".repeat(longest)));
        byte[] again = LeasesFile.write(List.of(lease));
        assertEquals(List.of(lease), LeasesFile.read("f", again, 0).leases());
        LeasesFile.Reading read = read(entry.formatted("x".repeat(tooLong)), 0);
        assertEquals(List.of(), read.leases());
        assertEquals(
                List.of("1:1 lease-damaged"),
                read.problems().stream().map(LeasesFileTest::words).toList());
    }

    @Test
    void takesAnEntryWhoseStringHoldsALineLikeAnEntry() {
        Lease lease = one("lease 10.0.0.1 { binding state active;\n uid \"a\nlease b\";\n}\n");
        assertEquals(
                "a\nlease b",
                String.valueOf(lease.clientId() == null ? "" : lease.clientId().text()));
    }

    @Test
    void survivesFilesCutAnywhere() {
        byte[] whole = LeasesFile.write(List.of(FULL, withAgent(FULL, Octets.EMPTY)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            LeasesFile.Reading read = LeasesFile.read("f", cut, 0);
            assertTrue(read.leases().size() <= 1);
        }
    }

    @Test
    void survivesRandomOctets() {
        var random = new Random(3);
        byte[] whole = LeasesFile.write(List.of(FULL));
        for (int i = 0; i < 5000; i++) {
            byte[] mutant = whole.clone();
            for (int j = 0; j < 3; j++)
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            LeasesFile.Reading read = LeasesFile.read("f", mutant, 0);
            assertTrue(read.leases().size() + read.problems().size() + read.skipped().size() > 0);
        }
    }

    private static String words(Problem p) {
        return p.line() + ":" + p.column() + " " + p.code();
    }

    private static LeasesFile.Reading read(String text, long now) {
        return LeasesFile.read("f", text.getBytes(StandardCharsets.ISO_8859_1), now);
    }

    private static Lease one(String text) {
        LeasesFile.Reading read = read(text, 0);
        assertEquals(List.of(), read.problems());
        assertEquals(1, read.leases().size());
        return read.leases().getFirst();
    }
}
