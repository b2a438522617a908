package org.twinlease.isc.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What stands in a lease file, one thing after the other; whole files are held against goldens
/// elsewhere.
class DecodeTest {
    private static final long NOW = 1_800_000_000L;

    private static Decode of(String text) {
        return Decode.of("dhcpd.leases", text.getBytes(StandardCharsets.ISO_8859_1), NOW);
    }

    private static Map<String, Object> fields(String inside) {
        Decode decode = of("lease 10.0.0.1 {\n" + inside + "\n}\n");
        assertThat(decode.damaged()).isEmpty();
        return decode.entries().getFirst().fields();
    }

    private static List<Map<?, ?>> variables(String inside) {
        List<Map<?, ?>> all = new ArrayList<>();
        if (fields(inside).get("variables") instanceof List<?> list) {
            for (Object each : list) if (each instanceof Map<?, ?> map) all.add(map);
        }
        return all;
    }

    private static Decode.Damage damage(String text) {
        Decode decode = of(text);
        assertThat(decode.damaged()).hasSize(1);
        return decode.damaged().getFirst();
    }

    private static Map<String, Object> state(String inside) {
        return counts(of("lease 10.0.0.1 {\n" + inside + "\n}\n"), "leases", "10.0.0.1");
    }

    private static Map<String, Object> counts(Decode decode, String section, String name) {
        return decode.effective().getOrDefault(section, Map.of()).getOrDefault(name, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "starts 4 2026/01/01 00:00:00;, starts, 1767225600",
        "ends 4 2026/01/01 00:00:00 60;, ends, 1767225660",
        "ends never;, ends, never",
        "tstp epoch 1767225600;, tstp, 1767225600",
        "cltt 0 2039/01/01 00:00:00;, cltt, never",
        "BINDING STATE Backup;, bindingState, backup",
        "next binding state expired;, nextBindingState, expired",
        "reserved;, reserved, true",
        "dynamic-bootp;, dynamicBootp, true",
        "uid 01:2:ff;, uidHex, 0102ff",
        "uid \"a\\001\";, uidHex, 6101",
        "client-hostname pc-1.example;, clientHostname, pc-1.example",
        "client-hostname \"b\\303\\274ro\";, clientHostname, büro",
        "client-hostname \"b\\374ro\";, clientHostnameHex, 62fc726f",
        "binding state bootp;, legacyState, bootp",
    })
    void aFieldIsShownAsItIs(String written, String key, String value) {
        assertThat(String.valueOf(fields(written).get(key))).isEqualTo(value);
    }

    @Test
    void aTimeOfZeroIsNoTime() {
        assertThat(fields("starts epoch 0;")).doesNotContainKey("starts");
    }

    @ParameterizedTest
    @CsvSource({
        "set v = \"ab\";, data, hex, 6162",
        "set v = a1:00;, data, hex, a100",
        "set v = %-5;, number, value, -5",
        "set v = %4294967295;, number, value, -1",
        "set v = true;, boolean, value, true",
        "ddns-fwd-name \"a.b\";, data, hex, 612e62",
    })
    void aVariableHasAType(String written, String type, String key, String value) {
        Map<?, ?> variable = variables(written).getFirst();
        assertThat(variable.get("type")).isEqualTo(type);
        assertThat(String.valueOf(variable.get(key))).isEqualTo(value);
    }

    @Test
    void aVariableThatComesAgainCountsAtItsLastPlace() {
        List<Map<?, ?>> variables = variables("set a = %1;\nset b = %2;\nset a = %3;");
        assertThat(variables)
                .extracting(each -> each.get("name") + "=" + each.get("value"))
                .containsExactly("b=2", "a=3");
    }

    @ParameterizedTest
    @CsvSource({
        "option agent.circuit-id \"eth0\";, circuit-id, 65746830",
        "option agent.remote-id 0:6:2:aa;, remote-id, 000602aa",
        "supersede agent.link-selection 10.77.0.0;, link-selection, 0a4d0000",
        "option agent.DOCSIS-device-class 258;, DOCSIS-device-class, 00000102",
        "option agent.relay-port;, relay-port, ''",
    })
    void aRelayAgentsOptionIsShownAsItsOctets(String written, String name, String hex) {
        assertThat(fields(written).get("agentOptions"))
                .isEqualTo(List.of(Map.of("name", name, "hex", hex)));
    }

    @Test
    void whatIsToBeDoneAtTheEndKeepsItsText() {
        var event = "on expiry or release {\n    log (info,   \"a;  }\") ;\n  }";
        assertThat(fields(event).get("onEvents"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "events",
                                        List.of("expiry", "release"),
                                        "body",
                                        "log (info, \"a;  }\") ;")));
    }

    @ParameterizedTest
    @CsvSource({
        "ends 4 2030/01/01 00:00:00;, active, free, active",
        "ends 4 2020/01/01 00:00:00;, free, free, free",
        "ends never;, active, free, active",
        "on expiry { }, active, free, active",
        "starts 4 2020/01/01 00:00:00;, free, free, free",
    })
    void aStateThatIsNotNamedGoesByTheClock(
            String inside, String state, String next, String rewind) {
        assertThat(state(inside))
                .containsEntry("assumedState", true)
                .containsEntry("state", state)
                .containsEntry("next", next)
                .containsEntry("rewind", rewind);
    }

    @Test
    void whatThePartnerKnowsIsTakenForTheEndWhereNothingIsSaid() {
        assertThat(state("ends never;")).containsEntry("tstp", "never");
        assertThat(state("ends never; tstp never;")).doesNotContainKey("tstp");
    }

    @Test
    void theLastEntryOfANameCounts() {
        Decode decode =
                of(
                        """
                        lease 10.0.0.1 { binding state active; }
                        host a { dynamic; }
                        lease 10.0.0.1 { binding state free; }
                        host a { dynamic; deleted; }
                        failover peer "fo" state {
                          my state normal at 4 2026/01/01 00:00:00;
                          partner state recover;
                          mclt 60;
                        }
                        """);
        assertThat(counts(decode, "leases", "10.0.0.1"))
                .containsEntry("entry", 2)
                .containsEntry("state", "free");
        assertThat(counts(decode, "hosts", "a")).containsEntry("deleted", true);
        assertThat(decode.entries().getLast().fields())
                .containsEntry("myStateAt", 1_767_225_600L)
                .containsEntry("partnerStateAt", NOW)
                .containsEntry("mclt", 60L);
    }

    @ParameterizedTest
    @CsvSource({
        "colour blue;, false",
        "binding state purple;, false",
        "set v = 01:02;, false",
        "uid 01:02 client-hostname \"a\";, true",
        "option dhcp.x 1;, true",
    })
    void ofADamagedLeaseItIsSaidWhetherADhcpdKeepsIt(String inside, boolean kept) {
        var damage = damage("lease 10.0.0.1 {\n  " + inside + "\n}\n");
        assertThat(damage.kept()).isEqualTo(kept);
        assertThat(damage.line()).isEqualTo(1);
        assertThat(damage.text()).isEqualTo("lease 10.0.0.1 {");
    }

    /// The field before the missing semicolon is read, the one behind it lost.
    @Test
    void ofADamagedLeaseItIsSaidWhatADhcpdMakesOfIt() {
        var damage = damage("lease 10.0.0.1 {\n ends never;\n uid 01:02 reserved;\n}\n");
        assertThat(damage.asKept())
                .containsEntry("uidHex", "0102")
                .containsEntry("bindingState", "active")
                .containsEntry("nextBindingState", "free")
                .containsEntry("tstp", "never")
                .doesNotContainKey("reserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease 10.0.0.9 { colour blue; }\n", "oops\n"})
    void theEntryBehindSomeDamageIsLostByADhcpd(String before) {
        Decode decode = of(before + "lease 10.0.0.1 { binding state free; }\n");
        assertThat(decode.lost()).containsExactly("10.0.0.1");
        assertThat(decode.entries()).hasSize(1);
    }

    @Test
    void damageThatEndsLeavesTheNextEntryAlone() {
        assertThat(of("oops;\nlease 10.0.0.1 { binding state free; }\n").lost()).isEmpty();
    }
}
