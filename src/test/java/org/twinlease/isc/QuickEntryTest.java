package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.lease.Lease;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The quick way of reading entries says the same as the thorough one, or nothing.
class QuickEntryTest {
    private static final String ENTRY =
            """
            lease 10.0.0.9 {
              starts 4 2026/01/01 00:00:00;
              ends never;
              tstp 4 2026/01/01 00:00:00;
              tsfp 4 2026/01/01 00:00:01;
              atsfp 4 2026/01/01 00:00:02;
              cltt 4 2026/01/01 00:00:03;
              binding state active;
              next binding state expired;
              rewind binding state free;
              hardware ethernet 02:00:5e:00:00:ff;
              uid "\\001a\\377\\"\\\\";
              set vendor-class-identifier = "MSFT 5.0";
              client-hostname "pc-1";
            }
            """;

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// What the thorough way makes of an entry: a blank in front keeps the quick one off.
    private static LeasesFile.Reading thorough(byte[] entry) {
        var out = new ByteArrayOutputStream();
        out.write(' ');
        out.writeBytes(entry);
        return LeasesFile.read("f", out.toByteArray(), 1_800_000_000L);
    }

    /// Whether the quick way reads it; then the thorough one must read the same.
    private static boolean isQuick(byte[] entry) {
        var quick = new QuickEntry(entry);
        Lease lease = quick.read(0);
        if (lease == null) return false;
        byte[] read = Arrays.copyOf(entry, quick.end());
        LeasesFile.Reading reading = thorough(read);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.leases()).containsExactly(lease);
        long lines = new String(read, StandardCharsets.ISO_8859_1).lines().count();
        assertThat((long) quick.lines()).isEqualTo(lines);
        return true;
    }

    @Test
    void everythingThatDhcpdUsuallyWritesIsReadQuickly() {
        assertThat(isQuick(octets(ENTRY))).isTrue();
        assertThat(isQuick(octets("lease 10.0.0.9 {\n  binding state backup;\n}\n"))).isTrue();
        assertThat(
                        isQuick(
                                octets(
                                        ENTRY.replace(
                                                "next binding state expired",
                                                "next binding state free"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lease 10.0.0.9 {\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n}",
                "lease 10.0.0.9 {\n  binding state active;\n",
                "lease 10.0.0.9 {\r\n  binding state active;\r\n}\r\n",
                "lease 10.0.0.256 {\n  binding state active;\n}\n",
                "lease 10.0.0 {\n  binding state active;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  binding state free;\n}\n",
                "lease 10.0.0.9 {\n  binding state actives;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  uid \"\";\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  uid \"\\400\";\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  uid \"\\x41\";\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  uid \"a\nb\";\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  uid 1:2;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  ends epoch 5;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  ends 4 2026/1/1 0:0:0 60;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  hardware ethernet 2:0;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  hardware token-ring 02:00;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  reserved;\n}\n",
                "lease 10.0.0.9 {\n  binding state active;\n  set lease = \"x\";\n}\n",
            })
    void whatIsSpeltOtherwiseIsLeftToTheThoroughWay(String entry) {
        assertThat(new QuickEntry(octets(entry)).read(0)).isNull();
    }

    @Test
    void whatIsAlmostRightIsNeverReadOtherwise() {
        var random = new Random(11);
        int quick = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] entry = octets(ENTRY);
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(entry.length);
                entry[at] = entry[random.nextInt(entry.length)];
            }
            if (isQuick(entry)) quick++;
        }
        assertThat(quick).as("some changes are harmless").isBetween(500, 19_000);
    }

    @Test
    void anEntryThatIsCutIsNotRead() {
        byte[] whole = octets(ENTRY);
        for (int i = 0; i < whole.length; i++) {
            assertThat(new QuickEntry(Arrays.copyOf(whole, i)).read(0)).isNull();
        }
    }

    @Test
    void mostEntriesOfRealFilesAreReadQuickly() {
        int quick = 0;
        int all = 0;
        for (Path file : Corpus.files("leases", ".leases")) {
            String text = new String(Corpus.bytes(file), StandardCharsets.ISO_8859_1);
            for (String entry : text.split("(?m)^(?=lease )", -1)) {
                if (!entry.startsWith("lease ")) continue;
                all++;
                if (isQuick(octets(entry))) quick++;
            }
        }
        assertThat(all).isGreaterThan(300);
        assertThat(quick).isGreaterThan(all / 2);
    }

    @Test
    void aMillionLeasesOfTheSameKindWouldBeReadInSeconds() {
        var file = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            file.append(ENTRY.replace("10.0.0.9", "10.0.%d.%d".formatted(i / 250, i % 250)));
        }
        byte[] octets = octets(file.toString());
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(LeasesFile.read("f", octets, 0).leases()).hasSize(20_000);
            times.add(System.nanoTime() - start);
        }
        long quick = times.stream().min(Long::compare).orElseThrow();
        // The same entries where the quick way is kept off by a blank that changes nothing.
        byte[] odd = octets(file.toString().replace(" {\n", "  {\n"));
        long start = System.nanoTime();
        assertThat(LeasesFile.read("f", odd, 0).leases()).hasSize(20_000);
        long thorough = System.nanoTime() - start;
        assertThat(quick).as("a ratio, whatever else the machine does").isLessThan(thorough / 2);
    }
}
