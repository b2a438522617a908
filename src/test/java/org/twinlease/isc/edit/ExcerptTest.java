package org.twinlease.isc.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Statements that go from one file into another keep their comments and take on its layout.
final class ExcerptTest {

    private static final String FROM =
            """
            subnet 10.0.0.0 netmask 255.255.255.0 {
                pool {
                    # for people
                    range 10.0.0.10 10.0.0.99; # and only those

                    allow unknown-clients;
                }
            }
            """;

    private static ConfTree tree(String text) {
        return ConfTree.of("x.conf", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Entry entry(ConfTree tree, String word) {
        return Outline.of(List.of(tree)).all().stream()
                .filter(e -> e.is(word))
                .findFirst()
                .orElseThrow();
    }

    private static String after(ConfTree tree, Edit edit) {
        byte[] octets = Edit.apply("x.conf", tree.bytes(), List.of(edit));
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aBlockHasATabForEveryLevelBelowItsFirstLine() {
        assertThat(Excerpt.of(entry(tree(FROM), "pool")))
                .isEqualTo(
                        """
                        pool {
                        \t# for people
                        \trange 10.0.0.10 10.0.0.99; # and only those

                        \tallow unknown-clients;
                        }\
                        """);
    }

    @Test
    void aStatementEndsWithItsSemicolonAndWithoutTheCommentBehindIt() {
        assertThat(Excerpt.of(entry(tree(FROM), "range"))).isEqualTo("range 10.0.0.10 10.0.0.99;");
    }

    @Test
    void itStandsInTheOtherFileAsThatOneIsLaidOut() {
        ConfTree to = tree("group {\r\n  host a {\r\n    fixed-address 10.0.0.5;\r\n  }\r\n}\r\n");
        Entry group = entry(to, "group");
        String pool = Excerpt.of(entry(tree(FROM), "pool"));
        String after = after(to, new Editor(to).insert(group, group.children(), pool));
        assertThat(after)
                .contains("\r\n  pool {\r\n    # for people\r\n    range 10.0.0.10")
                .contains("\r\n    allow unknown-clients;\r\n  }\r\n");
    }

    @Test
    void anExchangeTakesTheWholeBlockAndLeavesWhatIsAroundIt() {
        ConfTree to =
                tree("# before\nhost a { fixed-address 10.0.0.5; } # behind\nnot authoritative;\n");
        Edit edit =
                new Editor(to)
                        .exchange(entry(to, "host"), "host a {\n\tfixed-address 10.0.0.6;\n}");
        assertThat(after(to, edit))
                .isEqualTo(
                        """
                        # before
                        host a {
                          fixed-address 10.0.0.6;
                        } # behind
                        not authoritative;
                        """);
    }
}
