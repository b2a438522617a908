package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.Preview;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Objects;

/// A person who is led through partner-down.
final class PartnerDownGuideTest {

    private static final long SECOND = PairDesk.SECOND;
    private static final String REASON = "its house has no current";

    private PairDesk pair = new PairDesk();

    private WizardModel wizard() {
        return pair.models.wizards();
    }

    private WizardModel.State state() {
        return wizard().shown().state();
    }

    private WizardModel.Deed deed() {
        return Objects.requireNonNull(state().deed());
    }

    private void open() {
        pair.first.preview = new Preview(true, "This server serves every client at once.");
        wizard().open(Wizard.PARTNER_DOWN);
    }

    private void go(int step) {
        while (state().at() < step) {
            int before = state().at();
            wizard().next();
            assertThat(state().at()).isEqualTo(before + 1);
        }
    }

    private List<Block.Finding> findings() {
        return state().blocks().stream()
                .filter(Block.Findings.class::isInstance)
                .map(Block.Findings.class::cast)
                .flatMap(block -> block.list().stream())
                .toList();
    }

    private Block.Finding finding(String title) {
        return findings().stream()
                .filter(finding -> finding.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String words() {
        return state().blocks().stream()
                .filter(Block.Words.class::isInstance)
                .map(block -> ((Block.Words) block).words())
                .toList()
                .toString();
    }

    private Block.Entry entry(String id) {
        return state().blocks().stream()
                .filter(Block.Entry.class::isInstance)
                .map(Block.Entry.class::cast)
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PacketView packet(long sequence, long atMillis, Reason reason) {
        PacketView usual = Samples.packet(sequence, "DHCPREQUEST", null, reason);
        return new PacketView(
                sequence,
                atMillis,
                usual.received(),
                null,
                usual.hardware(),
                null,
                null,
                usual.address(),
                usual.relay(),
                usual.xid(),
                -1,
                usual.reasons());
    }

    private void seen(long sequence, Reason reason) {
        var notice = new Notice.PacketSeen(packet(sequence, pair.desk.millis, reason));
        pair.models.on(0, List.of(notice));
    }

    @Test
    void aPartnerThatIsHeardIsAliveAndTheServersRefusalIsShown() {
        open();
        assertThat(state().title()).isEqualTo("dhcp-a: its partner dhcp-b is down");
        assertThat(finding("Failover connection"))
                .isEqualTo(
                        new Block.Finding(
                                "Failover connection",
                                "Connected; dhcp-b was heard now.",
                                "Proves that it is alive.",
                                Tone.BAD));
        assertThat(finding("Its control channel").words()).startsWith("dhcp-b answers this");
        assertThat(words()).contains("dhcp-b seems to be ALIVE: see \"Failover connection\"");
        pair.first.preview = new Preview(false, "The partner answers.");
        go(4);
        wizard().type("name", "dhcp-b");
        wizard().type("reason", REASON);
        assertThat(words()).contains("dhcp-a refuses: The partner answers.");
        assertThat(deed().ready()).as("no reason makes up for a refusal").isFalse();
        assertThat(deed().words()).isEqualTo("dhcp-a would refuse the order.");
        wizard().press();
        pair.pass(10);
        assertThat(pair.first.ordered).isEmpty();
    }

    @Test
    void whatSpeaksForItIsToldInNumbersWithWhatItIsWorth() {
        pair.interrupt();
        pair.pass(60);
        open();
        assertThat(finding("Failover connection").words())
                .startsWith(
                        "No connection. dhcp-b was heard last at 14:29:59, 1 min ago. Nothing was"
                                + " heard from the partner of campus for 9 s");
        assertThat(finding("Failover connection").worth()).startsWith("Weak: a cut cable");
        assertThat(finding("Its control channel").words())
                .isEqualTo(
                        "dhcp-b does not answer this console; what it told last is from 1 min"
                                + " ago.");
        assertThat(finding("Its state as last told").words()).isEqualTo("NORMAL since 14:26:00.");
        assertThat(finding("Its offers to clients").words()).startsWith("Cannot be said");
        assertThat(finding("What it served").words())
                .endsWith("Free addresses that it had to give: 9.");
        assertThat(finding("Second path: ping and ARP").words()).contains("ping 127.0.0.1");
        assertThat(words()).contains("Nothing says that dhcp-b is alive, and nobody has seen");
        wizard().tick("seen", true);
        assertThat(words()).contains("Seen powered off");
    }

    @Test
    void aClientThatTakesItsOfferProvesThatItLives() {
        var took = Reason.of(ReasonCode.SILENT_OTHER_SERVER, Samples.address(200));
        pair.models.on(0, List.of(new Notice.PacketSeen(packet(1_001, Samples.NOW - 1_000, took))));
        pair.interrupt();
        open();
        assertThat(finding("Its offers to clients").tone()).as("from before").isEqualTo(Tone.PLAIN);
        seen(1_002, Reason.of(ReasonCode.ACK_RENEWING, Samples.address(3)));
        assertThat(finding("Its offers to clients").words())
                .isEqualTo(
                        "Packets of clients since 14:29:59: 1. None took the offer of another"
                                + " server.");
        seen(1_003, Reason.of(ReasonCode.ACK_REBINDING, Samples.address(3)));
        assertThat(finding("Its clients' renewals").words())
                .isEqualTo(
                        "Renewals at dhcp-a since 14:29:59 of clients whose own server did not"
                                + " answer: 1.");
        seen(1_004, took);
        assertThat(finding("Its offers to clients").words())
                .isEqualTo(
                        "Requests since 14:29:59 that took an offer of 10.20.0.210: 1. A server"
                                + " that offers is alive.");
        assertThat(words()).contains("ALIVE: see \"Its offers to clients\"");
    }

    @Test
    void theTimeIsWhenItWasHeardLastUnlessThePersonSaysAnother() {
        pair.lose();
        open();
        go(1);
        assertThat(entry("since").value()).isEqualTo("14:29:59");
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND - 1));
        assertThat(finding("Only after MCLT").words())
                .isEqualTo(
                        "At 14:31:00 (in 57 s) the 9 free addresses of dhcp-b open to it: since"
                                + " when it is down plus MCLT 1 min.");
        assertThat(finding("At once").words()).endsWith("from its own 40 free addresses.");
        wizard().type("since", "14:30:01");
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND + 1));
        assertThat(finding("Only after MCLT").words()).startsWith("At 14:31:02");
        pair.first.preview = new Preview(false, "The partner was heard at X.");
        wizard().type("since", "15m");
        assertThat(entry("since").note()).isEqualTo("The partner was heard at X.");
        assertThat(entry("since").tone()).isEqualTo(Tone.BAD);
        wizard().type("since", "yesterday");
        assertThat(entry("since").note()).startsWith("\"yesterday\" is no time.");
        wizard().next();
        assertThat(state().at()).as("no time, no way on").isEqualTo(1);
    }

    private static LeaseView lease(int number, BindingState state, int pool) {
        LeaseView known = Samples.lease(number, state);
        return new LeaseView(
                known.address(),
                state,
                known.hardware(),
                null,
                null,
                known.starts(),
                SECOND + 600 + number,
                known.cltt(),
                false,
                false,
                pool,
                0,
                SECOND + 900,
                0);
    }

    @Test
    void theAddressesThatCouldBeDoubledAreCountedAndListed() {
        pair.interrupt();
        pair.first.leases.clear();
        for (int i = 0; i < 9; i++) pair.first.leases.add(lease(i, BindingState.BACKUP, 0));
        pair.first.leases.add(lease(20, BindingState.ACTIVE, 0));
        pair.first.leases.add(lease(21, BindingState.ACTIVE, 0));
        pair.first.leases.add(lease(22, BindingState.BACKUP, 1));
        open();
        go(2);
        assertThat(finding("If dhcp-b is off").words())
                .isEqualTo(
                        "Nothing is given twice. From 14:31:00 on there are more addresses for new"
                                + " clients: 9.");
        assertThat(finding("If dhcp-b is alive and serves").words())
                .isEqualTo(
                        "Addresses that can get two clients, since both servers give them from"
                                + " 14:31:00 on: 9. So can those of leases that it renews without"
                                + " being heard: 2, the first from 14:46:00 on.");
        assertThat(finding("voice").words())
                .isEqualTo("Free there: 9. Leases: 60. Addresses: 111.");
        assertThat(state().blocks().getLast())
                .isEqualTo(
                        new Block.Listing(
                                "Free addresses that both would give: 9 (9 shown)",
                                pair.first.leases.stream()
                                        .limit(9)
                                        .map(each -> each.address().toString())
                                        .toList()));
    }

    @Test
    void theOrderNeedsTheNameAndWhereNobodyHasSeenItOffAReason() {
        pair.interrupt();
        open();
        go(4);
        assertThat(state().next()).isFalse();
        assertThat(deed().ready()).isFalse();
        assertThat(deed().words()).isEqualTo("Type the name dhcp-b.");
        wizard().type("name", "dhcp-a");
        assertThat(deed().words()).isEqualTo("Type the name dhcp-b.");
        wizard().type("name", " dhcp-b ");
        assertThat(deed().words()).isEqualTo("Nobody has seen it off: write a reason.");
        wizard().type("reason", "so");
        assertThat(deed().ready()).isFalse();
        wizard().type("reason", "x".repeat(501));
        assertThat(deed().words()).isEqualTo("The reason is longer than 500 characters.");
        wizard().type("reason", REASON);
        assertThat(deed().ready()).isTrue();
        assertThat(deed().words()).isEmpty();
        wizard().type("reason", "");
        wizard().back();
        wizard().back();
        wizard().back();
        wizard().back();
        wizard().tick("seen", true);
        go(4);
        assertThat(deed().ready()).as("seen off, no reason is needed").isTrue();
    }

    @Test
    void aPartnerThatSeemsAliveIsOrderedDownOnlyForAReasonThatIsKept() {
        pair.lose();
        open();
        wizard().tick("seen", true);
        go(4);
        wizard().type("name", "dhcp-b");
        assertThat(deed().words())
                .isEqualTo("It seems to be alive (\"Its control channel\"): write a reason.");
        wizard().type("reason", REASON);
        wizard().press();
        pair.pass(6);
        assertThat(pair.first.ordered)
                .containsExactly(new Command.PartnerDown("campus", SECOND - 1, false, REASON));
    }

    private void countingDown() {
        pair.interrupt();
        open();
        wizard().tick("seen", true);
        go(4);
        wizard().type("name", "dhcp-b");
        wizard().press();
        assertThat(deed().label()).isEqualTo("Stop: ordered in 5 s");
    }

    @Test
    void theOrderIsGivenWhenItsCountdownHasRunAndStaysToBeWatched() {
        countingDown();
        pair.pass(4);
        assertThat(deed().label()).isEqualTo("Stop: ordered in 1 s");
        assertThat(pair.first.ordered).isEmpty();
        pair.pass(1);
        assertThat(pair.first.ordered)
                .containsExactly(new Command.PartnerDown("campus", SECOND - 1));
        assertThat(state().at()).isEqualTo(5);
        assertThat(state().back()).as("what is ordered is ordered").isFalse();
        pair.tell(0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.NORMAL, null));
        assertThat(finding("dhcp-a: PARTNER DOWN").words()).startsWith("Renews every lease");
        assertThat(finding("Its free addresses open in 00:49").words())
                .isEqualTo(
                        "Free addresses of dhcp-b that may be given from 14:31:00 on, in 00:49:"
                                + " 9.");
        pair.pass(60);
        assertThat(finding("Its free addresses are open").words()).endsWith("since 14:31:00: 9.");
        pair.tell(
                0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.RECOVER, null, true));
        assertThat(finding("dhcp-b is back").words()).contains("in RECOVER");
    }

    @Test
    void theCountdownIsStoppedByThePersonByLeavingAndByAPartnerThatIsHeard() {
        countingDown();
        pair.pass(2);
        wizard().press();
        assertThat(state().message()).isEqualTo("Stopped. Nothing was ordered.");
        pair.pass(10);
        wizard().press();
        pair.first.preview = new Preview(false, "The partner answers.");
        pair.pass(6);
        assertThat(state().message())
                .isEqualTo("Stopped, nothing was ordered. dhcp-a would refuse the order.");
        pair.first.preview = new Preview(true, "It would serve.");
        pair.pass(1);
        wizard().press();
        wizard().leave();
        assertThat(state().open()).isFalse();
        pair.pass(10);
        assertThat(pair.first.ordered).isEmpty();
    }

    @Test
    void aRefusalAtTheLastMomentIsSaidInItsWords() {
        countingDown();
        pair.first.outcome = new Outcome.Refused("The partner answers.");
        pair.pass(5);
        assertThat(state().at()).isEqualTo(4);
        assertThat(state().message()).isEqualTo("Not done: The partner answers.");
        assertThat(state().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aServerThatLostItsLeasesIsToldThatNobodyHasOne() {
        pair.second.gone = true;
        pair.tell(0, PairDesk.view(true, ServerState.RECOVER, ServerState.UNKNOWN, null));
        open();
        go(1);
        wizard().tick("noleases", true);
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND - 1, true, ""));
    }

    @Test
    void whatCannotBeCheckedSaysWhyAndTheOtherServerCanBeChosen() {
        pair = new PairDesk(1);
        pair.lose();
        open();
        assertThat(finding("Its control channel").words())
                .isEqualTo("Cannot be checked: this console is connected to dhcp-a only.");
        assertThat(state().title()).isEqualTo("dhcp-a: its partner campus is down");
        pair = new PairDesk();
        pair.second.preview = new Preview(true, "");
        open();
        wizard().choose("server", 1);
        assertThat(state().title()).isEqualTo("dhcp-b: its partner dhcp-a is down");
        assertThat(pair.second.considered.getLast()).isInstanceOf(Command.PartnerDown.class);
    }

    @Test
    void aServerThatIsSilentItselfIsNotAskedForAnything() {
        pair.first.pairs = List.of();
        pair.second.pairs = List.of();
        pair = new PairDesk(1);
        pair.first.gone = true;
        pair.pass(3);
        wizard().open(Wizard.PARTNER_DOWN);
        go(4);
        wizard().type("name", "campus");
        wizard().type("reason", REASON);
        assertThat(deed().words()).startsWith("dhcp-a does not answer");
    }
}
