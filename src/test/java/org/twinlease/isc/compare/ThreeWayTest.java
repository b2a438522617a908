package org.twinlease.isc.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.isc.compare.ThreeWay.Open;
import org.twinlease.isc.compare.ThreeWay.Taken;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What two halves of a pair take over from each other since they were alike.
final class ThreeWayTest {

    private static final String COMMON =
            """
            # head
            default-lease-time 600;
            max-lease-time 7200;
            failover peer "fo" {
              primary;
              address 10.0.0.2;
              peer address 10.0.0.3;
              max-response-delay 60;
            }
            subnet 10.0.0.0 netmask 255.255.255.0 {
              option routers 10.0.0.254;
              pool {
                failover peer "fo";
                range 10.0.0.10 10.0.0.99;
              }
            }
            host till {
              hardware ethernet 02:00:00:00:00:01;
              fixed-address 10.0.0.5;
            }
            """;

    /// The secondary's half, laid out in another way.
    private static final String OTHER =
            COMMON.replace("primary;", "secondary;")
                    .replace("address 10.0.0.2", "address 10.0.0.1")
                    .replace("# head", "# the other head")
                    .replace("  ", "\t");

    private static List<ConfTree> file(String text) {
        return List.of(ConfTree.of("x.conf", text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static ThreeWay.Result merge(String one, String two) {
        return ThreeWay.of(file(COMMON), file(one), file(two));
    }

    private static String text(List<ConfTree> files) {
        return new String(files.getFirst().bytes(), StandardCharsets.ISO_8859_1);
    }

    private static String change(String text, String was, String is) {
        assertThat(text).contains(was);
        return text.replace(was, is);
    }

    @Test
    void whatBelongsToEachHalfDoesNotCross() {
        ThreeWay.Result merge = merge(COMMON, OTHER);
        assertThat(merge.taken()).isEmpty();
        assertThat(merge.open()).isEmpty();
        assertThat(text(merge.two())).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    default-lease-time 600; | default-lease-time 900;
                    10.0.0.99;              | 10.0.0.89;
                    max-response-delay 60;  | max-response-delay 30;
                    fixed-address 10.0.0.5; | fixed-address 10.0.0.6;
                    option routers 10.0.0.254; | option routers 10.0.0.1;
                    """)
    void whatOneHasChangedTheOtherTakesInItsOwnLayout(String was, String is) {
        ThreeWay.Result merge = merge(change(COMMON, was, is), OTHER);
        assertThat(text(merge.two())).isEqualTo(change(OTHER, was, is));
        assertThat(text(merge.one())).isEqualTo(change(COMMON, was, is));
        assertThat(merge.taken()).singleElement().matches(Taken::second);
        assertThat(merge.open()).isEmpty();
        ThreeWay.Result back = merge(COMMON, change(OTHER, was, is));
        assertThat(text(back.one())).isEqualTo(change(COMMON, was, is));
        assertThat(back.taken()).singleElement().matches(each -> !each.second());
    }

    @Test
    void changesOfBothGoBothWays() {
        String one = change(COMMON, "max-lease-time 7200;\n", "");
        String two = change(OTHER, "max-response-delay 60", "max-response-delay 30");
        ThreeWay.Result merge = merge(one, two);
        assertThat(text(merge.one()))
                .isEqualTo(change(one, "max-response-delay 60", "max-response-delay 30"));
        assertThat(text(merge.two())).isEqualTo(change(two, "max-lease-time 7200;\n", ""));
        assertThat(merge.taken()).hasSize(2);
        assertThat(merge.taken()).anyMatch(each -> each.words().isEmpty());
        assertThat(merge.open()).isEmpty();
    }

    @Test
    void theSameChangeOnBothSidesIsNoneToMake() {
        String was = "default-lease-time 600";
        ThreeWay.Result merge =
                merge(change(COMMON, was, was + "0"), change(OTHER, was, was + "0"));
        assertThat(merge.taken()).isEmpty();
        assertThat(merge.open()).isEmpty();
    }

    @Test
    void whatBothHaveChangedDifferentlyIsAPersonsToDecide() {
        String one = change(COMMON, "default-lease-time 600", "default-lease-time 700");
        String two = change(OTHER, "default-lease-time 600", "default-lease-time 800");
        ThreeWay.Result merge = merge(one, change(two, "10.0.0.254", "10.0.0.1"));
        assertThat(merge.open())
                .containsExactly(
                        new Open(
                                "default-lease-time",
                                "default-lease-time 700",
                                "default-lease-time 800",
                                "Both have changed it, differently"));
        assertThat(text(merge.one())).isEqualTo(change(one, "10.0.0.254", "10.0.0.1"));
        assertThat(text(merge.two())).contains("default-lease-time 800");
    }

    /// What stands in a block comes with it.
    @Test
    void aNewSubnetComesWhole() {
        String subnet =
                """
                subnet 10.1.0.0 netmask 255.255.255.0 {
                  option routers 10.1.0.254;
                  pool { failover peer "fo"; range 10.1.0.10 10.1.0.99; }
                }
                """;
        ThreeWay.Result merge = merge(COMMON + subnet, OTHER);
        assertThat(text(merge.two())).contains(subnet.replace("  ", "\t"));
        assertThat(merge.open()).isEmpty();
        assertThat(PairDiff.of(Site.of(merge.one()), Site.of(merge.two())).differences()).isEmpty();
    }

    @Test
    void aHostThatOneTookOutGoesFromTheOtherUnlessThatChangedIt() {
        String host = COMMON.substring(COMMON.indexOf("host till"));
        String without = change(COMMON, host, "");
        assertThat(text(merge(without, OTHER).two())).doesNotContain("host till");
        ThreeWay.Result merge = merge(without, change(OTHER, "10.0.0.5", "10.0.0.6"));
        assertThat(text(merge.two())).contains("fixed-address 10.0.0.6");
        assertThat(merge.open()).isNotEmpty();
    }

    /// A file that is included takes what belongs into it.
    @Test
    void aChangeGoesIntoTheFileThatHoldsWhatItIsAbout() {
        String main = "include \"more\";\n" + COMMON.substring(0, COMMON.indexOf("subnet"));
        String more = COMMON.substring(COMMON.indexOf("subnet"));
        List<ConfTree> two =
                List.of(
                        ConfTree.of("x.conf", main.getBytes(StandardCharsets.ISO_8859_1)),
                        ConfTree.of("more", more.getBytes(StandardCharsets.ISO_8859_1)));
        String one = change(COMMON, "10.0.0.254", "10.0.0.1");
        ThreeWay.Result merge = ThreeWay.of(file(COMMON), file(one), two);
        assertThat(text(merge.two())).isEqualTo(main);
        assertThat(text(merge.two().subList(1, 2)))
                .isEqualTo(change(more, "10.0.0.254", "10.0.0.1"));
    }
}
