package org.twinlease.isc.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Difference;
import org.twinlease.config.Difference.Danger;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Differences between the halves of a pair, and what one half takes over from the other.
final class AdoptionTest {

    private static final String BASE =
            """
            # head
            default-lease-time 600;
            option domain-name-servers 10.0.0.1, 10.0.0.2;
            failover peer "fo" {
              primary;
              address 10.0.0.2;
              max-response-delay 60;
            }
            class "phones" {
              match if substring(hardware, 1, 3) = 00:04:f2;
            }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              option routers 10.0.0.254;
              pool {
                failover peer "fo";
                deny dynamic bootp clients;
                range 10.0.0.10 10.0.0.99;
              }
            }
            host till {
              # at the door
              hardware ethernet 02:00:00:00:00:01;
              fixed-address 10.0.0.5;
            }
            """;

    private static Site site(String text) {
        return Site.of(List.of(ConfTree.of("x.conf", text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String half(String... changes) {
        String text = BASE;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    private static List<Difference> differences(String one, String two) {
        return PairDiff.of(site(one), site(two)).differences();
    }

    /// What becomes of `two` when it takes the only difference from `one`.
    private static String taken(String one, String two) throws Adoption.Unable {
        List<Difference> found = differences(one, two);
        assertThat(found).hasSize(1);
        List<Edit> edits = Adoption.of(site(one), site(two), found.getFirst().about());
        byte[] octets = two.getBytes(StandardCharsets.ISO_8859_1);
        return new String(Edit.apply("x.conf", octets, edits), StandardCharsets.ISO_8859_1);
    }

    @Test
    void halvesThatDifferOnlyInWhatIsTheirOwnAgreeAndWhatIsAlikeIsCounted() {
        String other = half("primary;", "secondary;", "address 10.0.0.2", "address 10.0.0.3");
        assertThat(differences(BASE, other)).isEmpty();
        assertThat(PairDiff.of(site(BASE), site(other)).alike()).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    default-lease-time 600;  | default-lease-time 900;    | SETTINGS
                    failover peer "fo";      | no failover peer;          | ADDRESSES
                    range 10.0.0.10 10.0.0.99 | range 10.0.0.10 10.0.0.89 | PARTNER
                    max-response-delay 60;   | max-response-delay 30;     | SERVER
                    fixed-address 10.0.0.5;  | fixed-address 10.0.0.6;    | ADDRESSES
                    00:04:f2                 | 00:04:f3                   | CLIENTS
                    deny dynamic bootp clients; | allow members of "phones"; | CLIENTS
                    """)
    void whatDiffersIsOneDifferenceOfADangerAndIsGoneInBothDirectionsOnceItIsTaken(
            String was, String is, Danger danger) throws Adoption.Unable {
        String other = half(was, is);
        assertThat(differences(BASE, other)).extracting(Difference::danger).containsExactly(danger);
        assertThat(taken(BASE, other)).isEqualTo(BASE);
        assertThat(taken(other, BASE)).isEqualTo(other);
    }

    @Test
    void rangesThatMeetAreToldTogetherWithWhatEachHas() {
        Difference found = differences(BASE, half("10.0.0.99", "10.0.0.89")).getFirst();
        assertThat(found.one()).isEqualTo("10.0.0.10 to 10.0.0.99, failover fo");
        assertThat(found.two()).isEqualTo("10.0.0.10 to 10.0.0.89, failover fo");
    }

    @Test
    void aBlockThatOnlyOneHasComesWithItsCommentsAndGoesWithThem() throws Adoption.Unable {
        String host = BASE.substring(BASE.indexOf("host till"));
        String without = BASE.replace(host, "");
        assertThat(taken(BASE, without)).isEqualTo(BASE);
        assertThat(taken(without, BASE)).isEqualTo(without);
        String deeper =
                half("host till", "  host till", "  # at", "        # at")
                        .replace("\n  h", "\n    h");
        assertThat(taken(deeper, without)).contains("host till {");
    }

    @Test
    void aWholeSubnetIsOneDifferenceAndIsPutIn() throws Adoption.Unable {
        String subnet = "subnet 10.9.0.0 netmask 255.255.255.0 {\n  range 10.9.0.5;\n}\n";
        String more = BASE + subnet;
        assertThat(differences(more, BASE))
                .extracting(Difference::about)
                .containsExactly("addresses 10.9.0.5", "subnet 10.9.0.0/24");
        List<Edit> edits = Adoption.of(site(more), site(BASE), "subnet 10.9.0.0/24");
        byte[] octets = BASE.getBytes(StandardCharsets.ISO_8859_1);
        String after = new String(Edit.apply("x.conf", octets, edits), StandardCharsets.ISO_8859_1);
        assertThat(differences(more, after)).isEmpty();
    }

    @Test
    void aPoolThatOnlyOneHasIsPutIntoTheSubnetAndTakenOutWhole() throws Adoption.Unable {
        String pool = "  pool {\n    failover peer \"fo\";\n    range 10.0.0.150;\n  }\n";
        String more = half("  pool {\n", pool + "  pool {\n");
        String after = taken(more, BASE);
        assertThat(differences(more, after)).isEmpty();
        assertThat(taken(BASE, more)).isEqualTo(BASE);
    }

    @Test
    void whatAPersonHasToDoIsSaid() {
        String without =
                BASE.replaceFirst("(?s)failover peer \"fo\" \\{.*?\\}\n", "")
                        .replace("    failover peer \"fo\";\n", "");
        assertThatThrownBy(() -> Adoption.of(site(BASE), site(without), "failover peer \"fo\""))
                .isInstanceOf(Adoption.Unable.class)
                .hasMessageContaining("Failover peers page");
        assertThatThrownBy(() -> Adoption.of(site(BASE), site(BASE), "host nobody"))
                .isInstanceOf(Adoption.Unable.class);
        String elsewhere = "subnet 10.9.0.0 netmask 255.255.255.0 { }\n";
        assertThatThrownBy(
                        () ->
                                Adoption.of(
                                        site(BASE),
                                        site(elsewhere),
                                        "subnet 10.0.0.0/24 / option routers"))
                .isInstanceOf(Adoption.Unable.class)
                .hasMessageContaining("take that first");
    }
}
