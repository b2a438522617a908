package org.twinlease.isc.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an ISC dhcpd 4.4.3-P1 keeps and loses of lease files with one damage each, as it was seen.
class DhcpdWalkTest {
    private static final String FILE =
            """
            lease 10.77.0.10 {
              starts 2 2026/11/24 08:00:00;
            %s
              binding state active;
              hardware ethernet 02:00:00:00:03:01;
            }
            lease 10.77.0.11 {
              binding state active;
              hardware ethernet 02:00:00:00:03:02;
            }
            lease 10.77.0.12 {
              binding state active;
              hardware ethernet 02:00:00:00:03:03;
            }
            """;

    /// What is wrong, the line, what becomes of its lease, and which of the whole ones are lost.
    private static final String SEEN =
            """
            a time without its semicolon | ends 5 2037/11/20 08:00:00 | kept | -
            a time without a year | ends 5 /11/20 08:00:00; | kept | -
            an unknown field | colour blue; | dropped | 10.77.0.11
            an unknown field with a block | colour { blue; } | dropped | 10.77.0.11
            a state that there is not | next binding state blue; | dropped | 10.77.0.11
            a client identifier that is no list | uid gg; | dropped | 10.77.0.11
            a client identifier without its semicolon | uid "a" | kept | -
            a host name without its semicolon | client-hostname "a" | dropped | 10.77.0.11
            a host name of punctuation | client-hostname ; | dropped | 10.77.0.11
            an unknown type of hardware | hardware wireless 02:00; | kept | -
            hardware with a short list | hardware ethernet 02:; | kept | -
            a class without a name | class ; | dropped | 10.77.0.11
            a billing class without quotes | billing class c; | kept | -
            a billing class and more | billing class "c" x; | kept | -
            an event that there is not | on lunch { log (info, "x"); } | dropped | -
            an event without a body | on expiry log; | dropped | -
            an event without its brace | on expiry { log (info, "x"); | dropped | -
            a variable without a value | set v = ; | dropped | 10.77.0.11
            a variable that is a number | set v = 01:02; | dropped | 10.77.0.11
            a variable by a keyword | set lease = "x"; | dropped | 10.77.0.11
            a variable of no truth | set v = maybe; | dropped | 10.77.0.11
            a number without one | set v = %x; | dropped | 10.77.0.11
            an option of no relay agent | option host-name "x"; | kept | -
            an option without a name | option ; | kept | -
            an option of a relay agent that is no address | option agent.link-selection "x"; | kept | -
            a brace that opens | { | dropped | 10.77.0.11
            a string without an end | client-hostname "a; | dropped | 10.77.0.11 10.77.0.12
            a semicolon too many | ; | dropped | 10.77.0.11
            the old word for an abandoned lease | abandoned | kept | -
            reserved without its semicolon | reserved | kept | -
            """;

    static Stream<List<String>> seen() {
        return SEEN.lines().map(line -> List.of(line.split(" \\| ", -1)));
    }

    private static Decode of(String text) {
        return Decode.of("f", text.getBytes(StandardCharsets.ISO_8859_1), 1_800_000_000L);
    }

    @ParameterizedTest
    @MethodSource("seen")
    void aDamagedEntryIsToldAsDhcpdTreatsIt(List<String> row) {
        Decode decode = of(FILE.formatted("  " + row.get(1)));
        String lost = decode.lost().isEmpty() ? "-" : String.join(" ", decode.lost());
        assertThat(decode.damaged()).hasSize(1);
        Boolean kept = decode.damaged().getFirst().kept();
        assertThat(Boolean.TRUE.equals(kept) ? "kept" : "dropped").isEqualTo(row.get(2));
        assertThat(lost).isEqualTo(row.get(3));
    }

    @Test
    void theRowsAreThere() {
        assertThat(seen().count()).isGreaterThan(25);
    }

    private static Map<String, Object> kept(String text) {
        Decode.Damage damage = of(text).damaged().getFirst();
        Map<String, Object> kept = damage.asKept();
        return kept == null ? Map.of() : kept;
    }

    @Test
    void aTimeWithoutItsSemicolonIsNoTimeAndTheFieldBehindItIsGone() {
        assertThat(kept(FILE.formatted("  ends 5 2037/11/20 08:00:00")))
                .doesNotContainKey("ends")
                .containsEntry("bindingState", "free")
                .containsKey("hardware");
    }

    @Test
    void ofATornTimeWhatStandsBeforeItIsKept() {
        String torn =
                """
                lease 10.77.0.10 {
                  uid "a";
                  hardware ethernet 02:00:00:00:03:01;
                  ends 5 20\
                """;
        assertThat(kept(torn))
                .containsEntry("bindingState", "free")
                .containsEntry("uidHex", "61")
                .doesNotContainKey("ends");
    }

    @Test
    void aStringWithoutAnEndTakesTheRestOfTheFile() {
        Decode decode = of(FILE.formatted("  uid \"a"));
        assertThat(decode.lost()).containsExactly("10.77.0.11", "10.77.0.12");
        assertThat(kept(FILE.formatted("  uid \"a")).get("uidHex"))
                .asString()
                .startsWith("610a202062696e64696e67");
    }

    @Test
    void whatDhcpdEndsOverIsNeitherKeptNorLost() {
        Decode decode = of(FILE.formatted("  timestamp 2 2026/11/24 08:00:00;"));
        assertThat(decode.damaged().getFirst().kept()).isNull();
        assertThat(decode.lost()).isEmpty();
    }

    @Test
    void wholeEntriesInADamagedFileAreThereAllTheSame() {
        assertThat(of(FILE.formatted("  colour blue;")).entries())
                .extracting(entry -> entry.fields().get("ip"))
                .containsExactly("10.77.0.11", "10.77.0.12");
    }

    @Test
    void aBlockThatIsNoLeaseIsPassedOverWithAllThatIsInIt() {
        String text =
                """
                garbage
                host h {
                  option x { lease 10.77.0.9 { } }
                }
                group { }
                failover peer "a" state {
                  my state normal;
                }
                class "c" {
                }
                subclass "c" 1:2;
                server-duid "abc";
                lease 10.77.0.10 {
                  binding state active;
                }
                """;
        Decode decode = of(text);
        assertThat(decode.damaged()).isNotEmpty();
        assertThat(decode.lost()).isEmpty();
    }

    @Test
    void garbageEatsUpToTheNextBrace() {
        Decode decode = of("garbage\nlease 10.77.0.10 {\n  binding state active;\n}\n");
        assertThat(decode.lost()).containsExactly("10.77.0.10");
    }
}
