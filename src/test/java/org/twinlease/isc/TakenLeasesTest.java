package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;

import java.nio.charset.StandardCharsets;

/// How many leases of a file a configuration has room for.
class TakenLeasesTest {
    private static final String CONF =
            "subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.10 10.0.0.19;"
                    + " pool { range 10.0.0.30; } }\n";

    private static LeasesFile.Taken taken(String leases) {
        byte[] conf = CONF.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = leases.getBytes(StandardCharsets.ISO_8859_1);
        return LeasesFile.Taken.of(
                DhcpdConf.read("c", name -> conf).config(), LeasesFile.read("f", file, 0));
    }

    private static String lease(String address, String inside) {
        return "lease " + address + " {\n" + inside + "\n}\n";
    }

    @Test
    void countsWhatIsWorthAnEntry() {
        String leases =
                lease("10.0.0.10", "binding state active;")
                        + lease("10.0.0.11", "binding state free; uid \"a\";")
                        + lease(
                                "10.0.0.19",
                                "binding state free; hardware ethernet 02:00:00:00:00:01;")
                        + lease("10.0.0.30", "binding state free; tsfp 4 2026/01/01 00:00:00;")
                        + lease("10.0.0.12", "binding state free; cltt 4 2026/01/01 00:00:00;");
        assertThat(taken(leases).written()).isEqualTo(4);
        assertThat(taken(leases).outside()).isEmpty();
    }

    @Test
    void namesWhatIsInNoRange() {
        String leases =
                lease("10.0.0.9", "binding state active;")
                        + lease("10.0.0.20", "binding state active;")
                        + lease("10.0.0.31", "binding state free;")
                        + lease("192.0.2.1", "binding state active;");
        LeasesFile.Taken taken = taken(leases);
        assertThat(taken.outside())
                .containsExactly(
                        Ip4.of("10.0.0.9"),
                        Ip4.of("10.0.0.20"),
                        Ip4.of("10.0.0.31"),
                        Ip4.of("192.0.2.1"));
        assertThat(taken.lines())
                .contains("lease 10.0.0.20: no subnet.")
                .endsWith("Wrote 0 leases to leases file.");
    }
}
