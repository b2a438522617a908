package org.twinlease.isc.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Edit;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Altered;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.MarkedLine.Mark;

import java.util.List;

/// Two dhcpd.conf with a file that both include, as one document.
final class DocumentReaderTest {

    private static final String HEAD =
            """
            failover peer "fo" {
              ROLE;
              address A;
              peer address B;
              load balance max seconds 3;
            }
            include "nets.conf";
            """;

    private static final String NETS =
            """
            default-lease-time 3600;
            subnet 10.0.0.0 netmask 255.255.255.0 {
              pool { failover peer "fo"; range 10.0.0.10 10.0.0.19; }
            }
            """;

    private final DocumentReader reader = new DocumentReader(name -> List.of());
    private final Document document =
            new Document(
                    List.of(new Half("one", "one.conf"), new Half("two", "two.conf")),
                    List.of(
                            paper("one.conf", head("primary;\n  mclt 600;\n  split 128", "1", "2")),
                            paper("two.conf", head("secondary", "2", "1")),
                            paper("nets.conf", NETS)));

    private static Paper paper(String name, String text) {
        return new Paper(name, text);
    }

    private static String head(String role, String own, String other) {
        return HEAD.replace("ROLE", role)
                .replace("B;", "10.0.0." + other + ";")
                .replace("A;", "10.0.0." + own + ";");
    }

    private Document altered(Alteration... alterations) {
        Altered altered = reader.alter(document, List.of(alterations));
        assertThat(altered.refusal()).isEmpty();
        return document.after(altered.edits());
    }

    @Test
    void aRelationshipIsWhatBothHalvesSayOfIt() {
        var found = reader.survey(document).relationships().getFirst();
        assertThat(found.name()).isEqualTo("fo");
        assertThat(found.addresses()).isEqualTo(10);
        assertThat(found.shortestLease()).isEqualTo(3600);
        assertThat(found.sides()).hasSize(2);
        assertThat(found.primary().item("split")).isEqualTo("128");
        assertThat(found.sides().getLast().item("peer address")).isEqualTo("10.0.0.1");
        assertThat(found.sides().getLast().secondary()).isTrue();
    }

    @Test
    void problemsAreThoseOfEachHalfAndOfTheTwoTogether() {
        var apart = altered(new Alteration.Set(1, "failover peer \"fo\" / address", "10.0.0.9"));
        assertThat(reader.survey(document).problems())
                .noneMatch(p -> p.message().contains("10.0.0.9"));
        assertThat(reader.survey(apart).problems()).anyMatch(p -> p.message().contains("10.0.0.9"));
    }

    @Test
    void aFileThatBothIncludeIsAlteredOnce() {
        String path = "subnet 10.0.0.0 / pool / range";
        var altered =
                reader.alter(
                        document,
                        List.of(
                                new Alteration.Set(0, path, "10.0.0.10 10.0.0.29"),
                                new Alteration.Set(1, path, "10.0.0.10 10.0.0.29")));
        assertThat(altered.edits()).hasSize(1);
        assertThat(document.after(altered.edits()).text("nets.conf")).contains("10.0.0.29;");
        assertThat(document.after(altered.edits()).changed(document)).containsExactly("nets.conf");
    }

    @Test
    void twoStatementsPutInAtOnePlaceStandInTheirOrder() {
        var after =
                altered(
                        new Alteration.Set(0, "failover peer \"fo\" / min-balance", "30"),
                        new Alteration.Set(0, "failover peer \"fo\" / max-balance", "90"));
        assertThat(after.text("one.conf")).contains("  min-balance 30;\n  max-balance 90;\n");
    }

    @Test
    void statementsAreTakenOutAndRewritten() {
        var after =
                altered(
                        new Alteration.Remove(0, "failover peer \"fo\" / mclt"),
                        new Alteration.Remove(0, "failover peer \"fo\" / min-balance"),
                        new Alteration.Rewrite(1, "failover peer \"fo\" / secondary", "primary"),
                        new Alteration.Insert(0, "", "host h {\n\tfixed-address 10.0.0.5;\n}"));
        assertThat(after.text("one.conf"))
                .doesNotContain("mclt")
                .endsWith("host h {\n  fixed-address 10.0.0.5;\n}\n");
        assertThat(after.text("two.conf")).contains("  primary;\n");
    }

    @Test
    void whatLeadsNowhereIsRefused() {
        assertThat(
                        reader.alter(
                                        document,
                                        List.of(new Alteration.Rewrite(0, "authoritative", "x")))
                                .refusal())
                .isEqualTo("There is no statement 'authoritative'.");
    }

    @Test
    void theInverseOfEditsLeadsBackEvenBehindLaterOnes() {
        var first = reader.alter(document, List.of(set("mclt", "1200"))).edits();
        var after = document.after(first);
        var second = reader.alter(after, List.of(set("split", "64"))).edits();
        List<Edit> back =
                document.inverse(first).stream().map(edit -> edit.behind(second)).toList();
        assertThat(after.after(second).after(back).text("one.conf"))
                .contains("mclt 600;")
                .contains("split 64;");
    }

    private static Alteration set(String item, String value) {
        return new Alteration.Set(0, "failover peer \"fo\" / " + item, value);
    }

    @Test
    void whatAChangeMeansIsSaidForEachHalf() {
        var differences = reader.differences(document, altered(set("split", "64")));
        assertThat(differences.getFirst())
                .singleElement()
                .satisfies(d -> assertThat(d.about()).isEqualTo("failover peer \"fo\" / split"));
        assertThat(differences.getLast()).isEmpty();
    }

    @Test
    void linesAreMarkedBesideAFormerState() {
        assertThat(reader.compare("a\nb\nc\n", "a\nB\nc\nd"))
                .containsExactly(
                        new MarkedLine(Mark.SAME, 1, "a"),
                        new MarkedLine(Mark.REMOVED, 2, "b"),
                        new MarkedLine(Mark.ADDED, 2, "B"),
                        new MarkedLine(Mark.SAME, 3, "c"),
                        new MarkedLine(Mark.ADDED, 4, "d"));
    }
}
