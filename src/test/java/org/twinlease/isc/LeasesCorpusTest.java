package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.config.Problem;
import org.twinlease.config.Problem.Severity;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Octets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Lease files of real servers, damaged ones and handmade ones, with what each entry says.
class LeasesCorpusTest {

    static List<Path> files() {
        List<Path> files = Corpus.files("leases", ".leases");
        assertTrue(files.size() >= 31);
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsTheLastWholeEntryOfEveryAddress(Path file) throws IOException {
        JsonNode decode = decode(file);
        Map<String, String> expected = new TreeMap<>();
        decode.path("effective")
                .path("leases")
                .properties()
                .forEach(
                        e -> {
                            JsonNode entry =
                                    decode.path("entries").path(e.getValue().path("entry").asInt());
                            expected.put(e.getKey(), words(entry, e.getValue()));
                        });
        Map<String, String> found = new TreeMap<>();
        for (Lease lease : read(file).leases()) {
            found.put(lease.address().toString(), words(lease));
        }
        assertEquals(String.join("\n", expected.values()), String.join("\n", found.values()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsEveryDamagedEntryAtItsLine(Path file) throws IOException {
        List<Integer> expected = new ArrayList<>();
        decode(file).path("damaged").forEach(d -> expected.add(d.path("line").asInt()));
        List<Integer> found =
                read(file).problems().stream()
                        .filter(p -> p.severity() == Severity.ERROR)
                        .map(Problem::line)
                        .toList();
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("files")
    void countsEveryEntryOfAnotherKind(Path file) throws IOException {
        Map<String, Integer> expected = new TreeMap<>();
        for (JsonNode entry : decode(file).path("entries")) {
            String kind = entry.path("kind").asText();
            if (!kind.equals("lease") && !kind.equals("failover"))
                expected.merge(kind, 1, Integer::sum);
        }
        assertEquals(expected, new TreeMap<>(read(file).skipped()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsTheLastStateOfEveryPair(Path file) throws IOException {
        JsonNode decode = decode(file);
        List<String> expected = new ArrayList<>();
        decode.path("effective")
                .path("failover")
                .forEach(
                        e -> {
                            JsonNode entry = decode.path("entries").path(e.path("entry").asInt());
                            expected.add(
                                    "%s %s %d %s %d %d"
                                            .formatted(
                                                    entry.path("peer").asText(),
                                                    entry.path("myState").asText(),
                                                    entry.path("myStateAt").asLong(),
                                                    entry.path("partnerState").asText(),
                                                    entry.path("partnerStateAt").asLong(),
                                                    entry.path("mclt").asLong()));
                        });
        List<String> found = read(file).pairs().stream().map(LeasesCorpusTest::words).toList();
        assertEquals(expected, found);
    }

    private static String words(PairState pair) {
        return "%s %s %d %s %d %d"
                .formatted(
                        pair.name(),
                        pair.mine().word(),
                        pair.since(),
                        pair.partner().word(),
                        pair.partnerSince(),
                        pair.mclt());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatItWrites(Path file) throws IOException {
        List<Lease> leases = read(file).leases().stream().filter(l -> !l.isUnused()).toList();
        List<PairState> pairs = read(file).pairs();
        byte[] written = LeasesFile.write(leases, pairs);
        LeasesFile.Reading again = LeasesFile.read("written", written, 0);
        assertEquals(List.of(), again.problems());
        assertEquals(pairs, again.pairs());
        assertEquals(
                leases.stream().map(LeasesCorpusTest::words).toList(),
                again.leases().stream().map(LeasesCorpusTest::words).toList());
    }

    private static LeasesFile.Reading read(Path file) throws IOException {
        long now = decode(file).path("assumedNow").asLong();
        return LeasesFile.read(String.valueOf(file.getFileName()), Corpus.bytes(file), now);
    }

    private static JsonNode decode(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".leases", ".json");
        return new ObjectMapper().readTree(Corpus.bytes(file.resolveSibling(name)));
    }

    private static String words(JsonNode entry, JsonNode effective) {
        int legacy = entry.path("legacyState").asText().equals("bootp") ? Lease.BOOTP : 0;
        if (entry.path("legacyState").asText().equals("reserved")) legacy = Lease.RESERVED;
        int flags =
                legacy
                        | (entry.path("reserved").asBoolean() ? Lease.RESERVED : 0)
                        | (entry.path("dynamicBootp").asBoolean() ? Lease.BOOTP : 0)
                        | told(effective.path("rewind").asText());
        JsonNode hardware = entry.path("hardware");
        var agents = new TreeSet<String>();
        entry.path("agentOptions").forEach(a -> agents.add(a.path("hex").asText()));
        return "%s %s %d hw %s uid %s name %s agent %s %s %s %s %s %s %s"
                .formatted(
                        entry.path("ip").asText(),
                        effective.path("state").asText(),
                        flags,
                        hardware.path("address").asText(),
                        entry.path("uidHex").asText(),
                        name(entry),
                        agents,
                        time(entry, "starts"),
                        time(entry, "ends"),
                        time(entry, "cltt"),
                        time(entry, "tstp"),
                        time(entry, "tsfp"),
                        time(entry, "atsfp"));
    }

    private static int told(String rewind) {
        if (rewind.equals("active")) return Lease.TOLD_ACTIVE;
        return Set.of("expired", "released", "reset").contains(rewind) ? Lease.TOLD_ENDED : 0;
    }

    private static String name(JsonNode entry) {
        if (entry.has("clientHostnameHex")) return entry.path("clientHostnameHex").asText();
        return hex(Octets.ofText(entry.path("clientHostname").asText()));
    }

    private static long time(JsonNode entry, String field) {
        JsonNode time = entry.path(field);
        return time.asText().equals("never") ? Lease.NEVER : time.asLong();
    }

    private static String words(Lease lease) {
        return "%s %s %d hw %s uid %s name %s agent %s %s %s %s %s %s %s"
                .formatted(
                        lease.address(),
                        lease.state().word(),
                        lease.flags(),
                        lease.hardware() == null ? "" : lease.hardware().address().hex(),
                        hex(lease.clientId()),
                        hex(lease.hostname()),
                        agents(lease.relayAgent()),
                        lease.starts(),
                        lease.ends(),
                        lease.cltt(),
                        lease.tstp(),
                        lease.tsfp(),
                        lease.atsfp());
    }

    private static Set<String> agents(@Nullable Octets relayAgent) {
        var values = new TreeSet<String>();
        if (relayAgent == null) return values;
        for (int at = 0; at < relayAgent.length(); at += 2 + relayAgent.at(at + 1)) {
            values.add(hex(Octets.of(relayAgent.toArray(), at + 2, relayAgent.at(at + 1))));
        }
        return values;
    }

    private static String hex(@Nullable Octets octets) {
        return octets == null ? "" : HexFormat.of().formatHex(octets.toArray());
    }
}
