package org.twinlease.console.model.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.peers.PeersModel.Row;
import org.twinlease.console.model.window.Desk;

import java.util.List;

/// The form of a failover relationship, over both files.
final class PeersModelTest {

    private DraftModel draft = read(MemoryDocuments.pair());
    private PeersModel model = new PeersModel(draft);

    private static DraftModel read(@Nullable Documents documents) {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        var draft = new DraftModel(session.with(documents), Runnable::run);
        draft.load();
        return draft;
    }

    private void open(@Nullable Documents documents) {
        draft = read(documents);
        model = new PeersModel(draft);
    }

    private Row row(PeerField field) {
        return model.shown().state().rows().stream()
                .filter(row -> row.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private String said(PeerField field) {
        return row(field).consequence().words();
    }

    private String wrong(PeerField field) {
        return row(field).cells().getFirst().wrong();
    }

    private String first() {
        return draft.now().text("a.conf");
    }

    private String second() {
        return draft.now().text("b.conf");
    }

    @Test
    void everyItemSaysWhatItLeadsToInThisPairsNumbers() {
        assertThat(said(PeerField.SPLIT))
                .isEqualTo(
                        "dhcp-a answers 128 of 256 buckets (50.0 % of the clients), dhcp-b the"
                                + " other 128 (50.0 %).");
        assertThat(said(PeerField.MCLT))
                .isEqualTo(
                        "A new client gets 30 min first, 2 h from its first renewal on. When a"
                                + " partner is lost, its share of the 200 addresses opens 30 min"
                                + " after partner-down.");
        assertThat(said(PeerField.UNACKED))
                .isEqualTo(
                        "10 updates may be under way; as answers may be held back for 2 s, at"
                                + " least 5.0 changes a second get through.");
        assertThat(said(PeerField.AUTO_DOWN))
                .isEqualTo("Off: only a person declares a partner down.");
        assertThat(row(PeerField.MIN_BALANCE).cells().getFirst().otherwise()).isEqualTo("60");
        assertThat(model.shown().state().buckets()).isEqualTo(128);
    }

    @Test
    void whatOnlyThePrimaryHasIsWrittenIntoItsFileAlone() {
        String before = second();
        model.type(PeerField.MCLT, 0, "15 min");
        assertThat(first()).contains("  mclt 900; # half an hour\n");
        assertThat(second()).isEqualTo(before);
        assertThat(said(PeerField.MCLT)).startsWith("A new client gets 15 min first");
        assertThat(row(PeerField.MCLT).cells().getFirst().typed()).isEqualTo("15 min");
        model.leave(PeerField.MCLT, 0);
        assertThat(row(PeerField.MCLT).cells().getFirst().typed()).isEqualTo("900");
    }

    @Test
    void whatBothHaveIsWrittenIntoBothFilesWithTheirComments() {
        model.type(PeerField.BALANCE, PeersModel.BOTH, "5");
        for (String file : List.of(first(), second())) {
            assertThat(file).contains("  # the same on both\n  load balance max seconds 5;\n");
        }
        model.type(PeerField.MIN_BALANCE, PeersModel.BOTH, "2m");
        assertThat(first()).contains("  min-balance 120;\n");
        assertThat(second()).contains("  min-balance 120;\n");
        model.type(PeerField.MIN_BALANCE, PeersModel.BOTH, "");
        assertThat(first()).doesNotContain("min-balance");
        assertThat(second()).doesNotContain("min-balance");
    }

    @Test
    void anAddressGoesIntoBothFilesCrossedOver() {
        model.type(PeerField.ADDRESS, 1, "10.0.0.99");
        assertThat(first()).contains("  peer address 10.0.0.99;").contains("  address 10.0.0.1;");
        assertThat(second()).contains("  address 10.0.0.99;").contains("  peer address 10.0.0.1;");
    }

    @Test
    void serversThatLookForEachOtherAtTheWrongPlaceAreToldAndOneValueMendsIt() {
        var documents = MemoryDocuments.pair();
        String text = documents.kept.text("a.conf").replace("peer port 647", "peer port 648");
        var alterations =
                documents.kept.edits(
                        new Document(documents.kept.halves(), List.of(new Paper("a.conf", text))));
        documents.kept =
                documents.kept.after(
                        alterations.stream().filter(e -> e.file().equals("a.conf")).toList());
        open(documents);
        assertThat(row(PeerField.PORT).consequence().tone()).isEqualTo(Tone.BAD);
        assertThat(said(PeerField.PORT))
                .startsWith("dhcp-b says 647, but dhcp-a looks for it at 648");
        model.type(PeerField.PORT, 1, "647");
        assertThat(row(PeerField.PORT).consequence().tone()).isEqualTo(Tone.PLAIN);
        assertThat(draft.survey().problems())
                .allMatch(problem -> problem.severity() == Problem.Severity.INFO);
    }

    @Test
    void whatIsNoValueStaysInItsFieldWithTheReasonAndTheFilesStayAsTheyAre() {
        model.type(PeerField.SPLIT, 0, "300");
        assertThat(wrong(PeerField.SPLIT))
                .isEqualTo(
                        "The split is a number from 0 to 256: the buckets of clients that the"
                                + " primary answers.");
        model.type(PeerField.MCLT, 0, "0");
        assertThat(wrong(PeerField.MCLT)).startsWith("To dhcpd an mclt of 0 is a missing one");
        model.type(PeerField.ADDRESS, 0, "10.0.0.256");
        assertThat(wrong(PeerField.ADDRESS)).startsWith("256 is over 255");
        model.type(PeerField.DELAY, PeersModel.BOTH, "soon");
        assertThat(wrong(PeerField.DELAY)).startsWith("A time: seconds");
        assertThat(draft.isAltered()).isFalse();
        model.leave(PeerField.SPLIT, 0);
        assertThat(row(PeerField.SPLIT).cells().getFirst().typed()).isEqualTo("300");
        model.type(PeerField.SPLIT, 0, "200");
        assertThat(wrong(PeerField.SPLIT)).isEmpty();
        assertThat(first()).contains("split 200;");
    }

    @Test
    void valuesThatDifferStandSideBySideUntilOneIsTakenForBoth() {
        model.apart(PeerField.DELAY, true);
        assertThat(row(PeerField.DELAY).cells()).hasSize(2);
        model.type(PeerField.DELAY, 1, "30");
        assertThat(second()).contains("max-response-delay 30;");
        assertThat(first()).contains("max-response-delay 60;");
        assertThat(row(PeerField.DELAY).apart()).isTrue();
        model.apart(PeerField.DELAY, false);
        assertThat(second()).contains("max-response-delay 60;");
        assertThat(row(PeerField.DELAY).cells()).hasSize(1);
    }

    @Test
    void swappedRolesTakeWhatOnlyAPrimaryHasAlong() {
        model.swap();
        assertThat(first()).contains("  secondary;").doesNotContain("mclt").doesNotContain("split");
        assertThat(second()).contains("  primary;").contains("mclt 1800;").contains("split 128;");
        assertThat(model.shown().state().primary()).isEqualTo("dhcp-b");
        assertThat(draft.survey().isUsable()).isTrue();
        draft.undo();
        assertThat(model.shown().state().primary()).isEqualTo("dhcp-a");
    }

    @Test
    void aBucketMapGivesWayToTheSplit() {
        var pair = MemoryDocuments.pair().kept.text("a.conf");
        String hba = "ff:".repeat(16) + "00:".repeat(15) + "00";
        open(
                MemoryDocuments.single(
                        pair.replace("split 128", "hba " + hba)
                                .replace("include \"nets.conf\";\n", "")));
        assertThat(model.shown().state().buckets()).isEqualTo(-1);
        model.type(PeerField.SPLIT, 0, "64");
        assertThat(first()).contains("split 64;").doesNotContain("hba");
        assertThat(model.shown().state().buckets()).isEqualTo(64);
    }

    @Test
    void withoutAFileOrARelationshipThePageSaysWhatHelps() {
        open(MemoryDocuments.single("authoritative;\n"));
        assertThat(model.shown().state().empty())
                .isEqualTo(new Empty(Text.of("peers.none"), Text.of("peers.none.advice")));
        open(null);
        assertThat(model.shown().state().empty())
                .isEqualTo(new Empty(Text.of("draft.none"), Text.of("draft.none.advice")));
    }

    @Test
    void oneHalfAloneHasItsPartnersAddressAsWell() {
        String text = MemoryDocuments.pair().kept.text("a.conf");
        open(MemoryDocuments.single(text.replace("include \"nets.conf\";\n", "")));
        assertThat(model.shown().state().both()).isFalse();
        assertThat(row(PeerField.ADDRESS).cells())
                .extracting(PeersModel.Cell::server, PeersModel.Cell::typed)
                .containsExactly(tuple("dhcp-a", "10.0.0.1"), tuple("the partner", "10.0.0.2"));
        model.type(PeerField.ADDRESS, 1, "10.0.0.77");
        assertThat(first()).contains("  peer address 10.0.0.77;").contains("  address 10.0.0.1;");
    }
}
