package org.twinlease.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

final class PairCommandTest {
    private static final String[] WORDS = {
        "conf", "pair", "a", "b", "--name", "fo", "--primary", "10.0.0.2", "--secondary", "10.0.0.3"
    };

    private final Desk desk = new Desk();

    private int pair(String... more) {
        String[] words = Arrays.copyOf(WORDS, WORDS.length + more.length);
        System.arraycopy(more, 0, words, WORDS.length, more.length);
        return desk.run(words);
    }

    private void isClean() {
        assertThat(desk.run("check a b")).as(desk.out()).isZero();
    }

    @Test
    void writesBothHalvesFromADescription() {
        assertThat(pair("--network", "10.0.0.0/24,10.0.0.10,10.0.0.200,10.0.0.1")).isZero();
        assertThat(desk.files.get("a"))
                .contains("failover peer \"fo\" {\n  primary;\n  address 10.0.0.2;")
                .contains("  mclt 1800;\n", "  split 128;\n", "range 10.0.0.10 10.0.0.200;");
        assertThat(desk.files.get("b"))
                .contains("  secondary;\n  address 10.0.0.3;\n")
                .contains("    failover peer \"fo\";\n    deny dynamic bootp clients;\n")
                .doesNotContain("mclt", "split");
        isClean();
    }

    @Test
    void makesAServerHalfOfAPairAndLeavesAllElseAsItWas() {
        String before =
                """
                # ours
                authoritative; default-lease-time 600; max-lease-time 600;
                subnet 10.0.0.0 netmask 255.255.255.0 {
                \trange 10.0.0.10 10.0.0.50; # guests
                \tpool {
                \t\trange dynamic-bootp 10.0.0.60 10.0.0.99;
                \t\tallow known-clients; }
                }
                """;
        desk.files.put("a", before);
        assertThat(pair()).isZero();
        assertThat(desk.files.get("a"))
                .contains("# ours\nauthoritative; default-lease-time 600;")
                .contains("\tmclt 300;\n")
                .contains(
                        "\tpool { failover peer \"fo\"; deny dynamic bootp clients; range 10.0.0.10"
                                + " 10.0.0.50; } # guests\n")
                .contains("\t\tfailover peer \"fo\";\n", "\t\tdeny dynamic bootp clients;\n")
                .contains("\t\trange 10.0.0.60 10.0.0.99;\n");
        assertThat(desk.files.get("a.bak")).isEqualTo(before);
        isClean();
    }

    @Test
    void refusesWhatCannotBeAPair() {
        desk.files.put("a", "subnet 10.0.0.0 netmask 255.0.0.0 { }\n");
        assertThat(pair()).isEqualTo(2);
        assertThat(desk.err()).contains("a has no dynamic addresses to share");
        assertThat(pair("--network", "10.0.0.0")).isEqualTo(2);
        assertThat(pair("--network", "10.0.0.0/24,10.0.0.1,10.0.0.9", "--split", "300"))
                .isEqualTo(2);
        assertThat(desk.files).hasSize(1);
    }
}
