package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Survey;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.Command;
import org.twinlease.value.ServerState;

import java.util.concurrent.atomic.AtomicInteger;

/// The wizards at whose end stands a change of configurations: leave failover, swap roles, join.
final class ConfigGuidesTest {

    private final MemoryDocuments documents = campus();
    private final PairDesk pair = new PairDesk(2, documents);
    private final Led led = new Led(pair);

    /// The pair of the samples, whose relationship is `campus`.
    private static MemoryDocuments campus() {
        Document pair = MemoryDocuments.pair().kept;
        return new MemoryDocuments(
                new Document(
                        pair.halves(),
                        pair.papers().stream()
                                .map(
                                        p ->
                                                new Paper(
                                                        p.name(),
                                                        p.text().replace("\"fo\"", "\"campus\"")))
                                .toList()));
    }

    private DraftModel draft() {
        return pair.models.drafts().draft();
    }

    /// The second server has stopped in order, and the first serves everything.
    private void stopped() {
        pair.tell(1, PairDesk.view(false, ServerState.SHUTDOWN, ServerState.PARTNER_DOWN, null));
        pair.tell(0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.SHUTDOWN, null));
    }

    @Test
    void whoLeavesStopsFirstAndOnlyByItsName() {
        led.open(Wizard.LEAVE);
        assertThat(led.state().title()).isEqualTo("dhcp-b leaves campus");
        assertThat(led.words()).contains("dhcp-a will serve all 111 addresses alone");
        assertThat(led.finding("dhcp-b: NORMAL").words()).startsWith("60 active leases");
        led.go(1);
        assertThat(led.deed().ready()).isFalse();
        assertThat(led.deed().grave()).isTrue();
        assertThat(led.deed().words()).isEqualTo("Type dhcp-b to confirm.");
        led.wizard.type("name", "dhcp-a");
        assertThat(led.entry("name").tone()).isEqualTo(Tone.BAD);
        assertThat(led.state().next()).as("not without the order").isFalse();
        led.wizard.type("name", "dhcp-b");
        led.wizard.press();
        assertThat(led.deed().counting()).isTrue();
        pair.pass(6);
        assertThat(pair.second.ordered).containsExactly(new Command.ShutDown("campus"));
        assertThat(led.state().at()).isEqualTo(2);
        assertThat(led.deed().ready()).as("it has not stopped yet").isFalse();
        assertThat(led.deed().words()).contains("dhcp-a is not in PARTNER DOWN yet");
        stopped();
        assertThat(led.deed().ready()).isTrue();
        assertThat(led.deed().grave()).as("nothing is written or ordered by it").isFalse();
    }

    @Test
    void theChangeGoesIntoTheDraftAndLeavesAServerThatGivesNothing() {
        stopped();
        led.open(Wizard.LEAVE);
        led.go(1);
        assertThat(led.words()).contains("serves everything alone already");
        led.go(2);
        assertThat(led.steps())
                .containsExactly(
                        "dhcp-a: the block failover peer \"campus\" goes, and so does that"
                                + " statement in its only pool. Comments and layout stay.",
                        "dhcp-b: its include of nets.conf goes with the pools in it, which dhcp-a"
                                + " goes on to use. Started again, it gives none of them.");
        led.wizard.press();
        assertThat(led.state().at()).isEqualTo(3);
        assertThat(documents.kept).as("nothing is written").isEqualTo(draft().stored());
        assertThat(draft().unwritten()).isEqualTo(1);
        Document now = draft().now();
        assertThat(now.text("a.conf")).doesNotContain("failover").contains("include");
        assertThat(now.text("nets.conf"))
                .doesNotContain("failover")
                .contains("range 10.0.0.10 10.0.0.209;");
        assertThat(now.text("b.conf")).doesNotContain("failover").doesNotContain("include");
        Survey survey = documents.survey(now);
        assertThat(survey.relationships()).isEmpty();
        assertThat(documents.survey(now).configs().getFirst().toString()).contains("10.0.0.209");
        assertThat(survey.configs().getLast().toString()).doesNotContain("10.0.0.209");
        draft().undo();
        assertThat(draft().isAltered()).isFalse();
    }

    @Test
    void whatWaitsInTheDraftIsNotMixedWithIt() {
        stopped();
        led.open(Wizard.LEAVE);
        pair.models.drafts().peers().swap();
        led.go(2);
        assertThat(led.deed().ready()).isFalse();
        assertThat(led.deed().words()).contains("apply or discard them first");
    }

    @Test
    void aPoolInTheLeaversOwnFileGoesAlone() {
        var own =
                MemoryDocuments.with(
                        "b.conf",
                        "include \"nets.conf\";",
                        "subnet 10.0.0.0 netmask 255.255.255.0 { pool { failover peer \"fo\";"
                                + " range 10.0.0.10 10.0.0.209; } }");
        var draft = new DraftModel(session(own), Runnable::run);
        draft.load();
        var plan = new LeavePlan(draft, "fo", "dhcp-a", "dhcp-b");
        assertThat(plan.words().getLast())
                .isEqualTo(
                        "dhcp-b: the only pool of the relationship goes. Started again, it gives"
                                + " none of its addresses.");
        assertThat(plan.stage()).isEmpty();
        assertThat(draft.now().text("b.conf")).contains("subnet").doesNotContain("range");
    }

    private static ConsoleSession session(MemoryDocuments documents) {
        var desk = new Desk(Samples.office());
        desk.documents = documents;
        return desk.session(ConsoleSession.Mode.FILES);
    }

    @Test
    void withoutTheConfigurationsTheLinesAreTold() {
        var remote = new PairDesk();
        var told = new Led(remote);
        remote.tell(0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.SHUTDOWN, null));
        told.open(Wizard.LEAVE);
        told.go(2);
        assertThat(told.words()).contains("not open in this console");
        assertThat(told.steps().getFirst()).contains("take out the block failover peer");
        assertThat(told.state().deed()).isNull();
        told.go(3);
        assertThat(told.steps().getLast()).contains("Keep the data folder of dhcp-b");
    }

    @Test
    void whoCannotBeAskedIsNotOrderedToStop() {
        pair.interrupt();
        led.open(Wizard.LEAVE);
        led.go(1);
        assertThat(led.words()).contains("dhcp-b cannot be asked to stop");
        assertThat(led.state().deed()).isNull();
        assertThat(led.state().next()).isFalse();
    }

    @Test
    void rolesAreSwappedOnlyWhileBothAreWell() {
        led.open(Wizard.SWAP);
        assertThat(led.words()).contains("dhcp-b becomes primary, dhcp-a secondary");
        pair.interrupt();
        assertThat(led.words()).contains("dhcp-a is not in NORMAL");
        led.go(1);
        assertThat(led.deed().ready()).isFalse();
        pair.second.gone = false;
        pair.tell(0, PairDesk.view(true, ServerState.NORMAL, ServerState.NORMAL, null));
        pair.pass(3);
        assertThat(led.deed().ready()).isTrue();
        led.wizard.press();
        assertThat(led.state().at()).isEqualTo(2);
        assertThat(led.steps()).anyMatch(step -> step.startsWith("Stop both before"));
        assertThat(draft().now().text("b.conf")).contains("primary;").contains("mclt 1800");
        assertThat(draft().now().text("a.conf")).contains("secondary;").doesNotContain("mclt");
    }

    @Test
    void aServerAloneIsLedToBothConfigurations() {
        FakeChannel alone = Samples.office();
        var models =
                new ConsoleModels(
                        new Desk(alone).session(ConsoleSession.Mode.SERVER), Runnable::run);
        models.start();
        models.tick();
        var opened = new AtomicInteger();
        WizardModel wizard = models.wizards();
        wizard.makesPairs(opened::incrementAndGet);
        wizard.open(Wizard.JOIN);
        assertThat(wizard.shown().state().title()).isEqualTo("dhcp-a becomes half of a pair");
        assertThat(findings(wizard)).contains("Free addresses: 188 of 600");
        wizard.next();
        wizard.next();
        wizard.press("pair");
        assertThat(opened).hasValue(1);
    }

    private static String findings(WizardModel wizard) {
        return wizard.shown().state().blocks().stream()
                .filter(Block.Findings.class::isInstance)
                .flatMap(block -> ((Block.Findings) block).list().stream())
                .map(finding -> finding.title() + ": " + finding.words())
                .toList()
                .toString();
    }

    @Test
    void whoIsInAPairDoesNotJoinItAgain() {
        led.open(Wizard.JOIN);
        assertThat(led.words()).contains("in the relationship campus already");
    }
}
