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

/// A person who is led through partner-down.
final class PartnerDownGuideTest {

    private static final long SECOND = PairDesk.SECOND;
    private static final String REASON = "its house has no current";

    private PairDesk pair = new PairDesk();
    private Led led = new Led(pair);

    private void open() {
        pair.first.preview = new Preview(true, "This server serves every client at once.");
        led.open(Wizard.PARTNER_DOWN);
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
        assertThat(led.state().title()).isEqualTo("dhcp-a: its partner dhcp-b is down");
        assertThat(led.finding("Failover connection"))
                .isEqualTo(
                        new Block.Finding(
                                "Failover connection",
                                "Connected; dhcp-b was heard now.",
                                "Proves that it is alive.",
                                Tone.BAD));
        assertThat(led.finding("Its control channel").words()).startsWith("dhcp-b answers this");
        assertThat(led.words()).contains("dhcp-b seems to be ALIVE: see \"Failover connection\"");
        pair.first.preview = new Preview(false, "The partner answers.");
        led.go(4);
        led.wizard.type("name", "dhcp-b");
        led.wizard.type("reason", REASON);
        assertThat(led.words()).contains("dhcp-a refuses: The partner answers.");
        assertThat(led.deed().ready()).as("no reason makes up for a refusal").isFalse();
        assertThat(led.deed().words()).isEqualTo("dhcp-a would refuse the order.");
        led.wizard.press();
        pair.pass(10);
        assertThat(pair.first.ordered).isEmpty();
    }

    @Test
    void whatSpeaksForItIsToldInNumbersWithWhatItIsWorth() {
        pair.interrupt();
        pair.pass(60);
        open();
        assertThat(led.finding("Failover connection").words())
                .startsWith(
                        "No connection. dhcp-b was heard last at 14:29:59, 1 min ago. Nothing was"
                                + " heard from the partner of campus for 9 s");
        assertThat(led.finding("Failover connection").worth()).startsWith("Weak: a cut cable");
        assertThat(led.finding("Its control channel").words())
                .isEqualTo(
                        "dhcp-b does not answer this console; what it told last is from 1 min"
                                + " ago.");
        assertThat(led.finding("Its state as last told").words())
                .isEqualTo("NORMAL since 14:26:00.");
        assertThat(led.finding("Its offers to clients").words()).startsWith("Cannot be said");
        assertThat(led.finding("What it served").words())
                .endsWith("Free addresses that it had to give: 9.");
        assertThat(led.finding("Second path: ping and ARP").words()).contains("ping 127.0.0.1");
        assertThat(led.words()).contains("Nothing says that dhcp-b is alive, and nobody has seen");
        led.wizard.tick("seen", true);
        assertThat(led.words()).contains("Seen powered off");
    }

    @Test
    void aClientThatTakesItsOfferProvesThatItLives() {
        var took = Reason.of(ReasonCode.SILENT_OTHER_SERVER, Samples.address(200));
        pair.models.on(0, List.of(new Notice.PacketSeen(packet(1_001, Samples.NOW - 1_000, took))));
        pair.interrupt();
        open();
        assertThat(led.finding("Its offers to clients").tone())
                .as("from before")
                .isEqualTo(Tone.PLAIN);
        seen(1_002, Reason.of(ReasonCode.ACK_RENEWING, Samples.address(3)));
        assertThat(led.finding("Its offers to clients").words())
                .isEqualTo(
                        "Packets of clients since 14:29:59: 1. None took the offer of another"
                                + " server.");
        seen(1_003, Reason.of(ReasonCode.ACK_REBINDING, Samples.address(3)));
        assertThat(led.finding("Its clients' renewals").words())
                .isEqualTo(
                        "Renewals at dhcp-a since 14:29:59 of clients whose own server did not"
                                + " answer: 1.");
        seen(1_004, took);
        assertThat(led.finding("Its offers to clients").words())
                .isEqualTo(
                        "Requests since 14:29:59 that took an offer of 10.20.0.210: 1. A server"
                                + " that offers is alive.");
        assertThat(led.words()).contains("ALIVE: see \"Its offers to clients\"");
    }

    @Test
    void theTimeIsWhenItWasHeardLastUnlessThePersonSaysAnother() {
        pair.lose();
        open();
        led.go(1);
        assertThat(led.entry("since").value()).isEqualTo("14:29:59");
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND - 1));
        assertThat(led.finding("Only after MCLT").words())
                .isEqualTo(
                        "At 14:31:00 (in 57 s) the 9 free addresses of dhcp-b open to it: since"
                                + " when it is down plus MCLT 1 min.");
        assertThat(led.finding("At once").words()).endsWith("from its own 40 free addresses.");
        led.wizard.type("since", "14:30:01");
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND + 1));
        assertThat(led.finding("Only after MCLT").words()).startsWith("At 14:31:02");
        pair.first.preview = new Preview(false, "The partner was heard at X.");
        led.wizard.type("since", "15m");
        assertThat(led.entry("since").note()).isEqualTo("The partner was heard at X.");
        assertThat(led.entry("since").tone()).isEqualTo(Tone.BAD);
        led.wizard.type("since", "yesterday");
        assertThat(led.entry("since").note()).startsWith("\"yesterday\" is no time.");
        led.wizard.next();
        assertThat(led.state().at()).as("no time, no way on").isEqualTo(1);
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
        led.go(2);
        assertThat(led.finding("If dhcp-b is off").words())
                .isEqualTo(
                        "Nothing is given twice. From 14:31:00 on there are more addresses for new"
                                + " clients: 9.");
        assertThat(led.finding("If dhcp-b is alive and serves").words())
                .isEqualTo(
                        "Addresses that can get two clients, since both servers give them from"
                                + " 14:31:00 on: 9. So can those of leases that it renews without"
                                + " being heard: 2, the first from 14:46:00 on.");
        assertThat(led.finding("voice").words())
                .isEqualTo("Free there: 9. Leases: 60. Addresses: 111.");
        assertThat(led.state().blocks().getLast())
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
        led.go(4);
        assertThat(led.state().next()).isFalse();
        assertThat(led.deed().ready()).isFalse();
        assertThat(led.deed().words()).isEqualTo("Type the name dhcp-b.");
        led.wizard.type("name", "dhcp-a");
        assertThat(led.deed().words()).isEqualTo("Type the name dhcp-b.");
        led.wizard.type("name", " dhcp-b ");
        assertThat(led.deed().words()).isEqualTo("Nobody has seen it off: write a reason.");
        led.wizard.type("reason", "so");
        assertThat(led.deed().ready()).isFalse();
        led.wizard.type("reason", "x".repeat(501));
        assertThat(led.deed().words()).isEqualTo("The reason is longer than 500 characters.");
        led.wizard.type("reason", REASON);
        assertThat(led.deed().ready()).isTrue();
        assertThat(led.deed().words()).isEmpty();
        led.wizard.type("reason", "");
        led.wizard.back();
        led.wizard.back();
        led.wizard.back();
        led.wizard.back();
        led.wizard.tick("seen", true);
        led.go(4);
        assertThat(led.deed().ready()).as("seen off, no reason is needed").isTrue();
    }

    @Test
    void aPartnerThatSeemsAliveIsOrderedDownOnlyForAReasonThatIsKept() {
        pair.lose();
        open();
        led.wizard.tick("seen", true);
        led.go(4);
        led.wizard.type("name", "dhcp-b");
        assertThat(led.deed().words())
                .isEqualTo("It seems to be alive (\"Its control channel\"): write a reason.");
        led.wizard.type("reason", REASON);
        led.wizard.press();
        pair.pass(6);
        assertThat(pair.first.ordered)
                .containsExactly(new Command.PartnerDown("campus", SECOND - 1, false, REASON));
    }

    private void countingDown() {
        pair.interrupt();
        open();
        led.wizard.tick("seen", true);
        led.go(4);
        led.wizard.type("name", "dhcp-b");
        led.wizard.press();
        assertThat(led.deed().label()).isEqualTo("Stop: ordered in 5 s");
    }

    @Test
    void theOrderIsGivenWhenItsCountdownHasRunAndStaysToBeWatched() {
        countingDown();
        pair.pass(4);
        assertThat(led.deed().label()).isEqualTo("Stop: ordered in 1 s");
        assertThat(pair.first.ordered).isEmpty();
        pair.pass(1);
        assertThat(pair.first.ordered)
                .containsExactly(new Command.PartnerDown("campus", SECOND - 1));
        assertThat(led.state().at()).isEqualTo(5);
        assertThat(led.state().back()).as("what is ordered is ordered").isFalse();
        pair.tell(0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.NORMAL, null));
        assertThat(led.finding("dhcp-a: PARTNER DOWN").words()).startsWith("Renews every lease");
        assertThat(led.finding("Its free addresses open in 00:49").words())
                .isEqualTo(
                        "Free addresses of dhcp-b that may be given from 14:31:00 on, in 00:49:"
                                + " 9.");
        pair.pass(60);
        assertThat(led.finding("Its free addresses are open").words())
                .endsWith("since 14:31:00: 9.");
        pair.tell(
                0, PairDesk.view(true, ServerState.PARTNER_DOWN, ServerState.RECOVER, null, true));
        assertThat(led.finding("dhcp-b is back").words()).contains("in RECOVER");
    }

    @Test
    void theCountdownIsStoppedByThePersonByLeavingAndByAPartnerThatIsHeard() {
        countingDown();
        pair.pass(2);
        led.wizard.press();
        assertThat(led.state().message()).isEqualTo("Stopped. Nothing was ordered.");
        pair.pass(10);
        led.wizard.press();
        pair.first.preview = new Preview(false, "The partner answers.");
        pair.pass(6);
        assertThat(led.state().message())
                .isEqualTo("Stopped, nothing was ordered. dhcp-a would refuse the order.");
        pair.first.preview = new Preview(true, "It would serve.");
        pair.pass(1);
        led.wizard.press();
        led.wizard.leave();
        assertThat(led.state().open()).isFalse();
        pair.pass(10);
        assertThat(pair.first.ordered).isEmpty();
    }

    @Test
    void noOrderIsGivenOutOfSight() {
        countingDown();
        led.wizard.halt();
        pair.pass(10);
        assertThat(pair.first.ordered).isEmpty();
        assertThat(led.state().at()).as("it waits where it was").isEqualTo(4);
        assertThat(led.state().message()).isEqualTo("Stopped. Nothing was ordered.");
        led.wizard.halt();
        led.wizard.press();
        pair.pass(5);
        assertThat(pair.first.ordered).hasSize(1);
    }

    @Test
    void aRefusalAtTheLastMomentIsSaidInItsWords() {
        countingDown();
        pair.first.outcome = new Outcome.Refused("The partner answers.");
        pair.pass(5);
        assertThat(led.state().at()).isEqualTo(4);
        assertThat(led.state().message()).isEqualTo("Not done: The partner answers.");
        assertThat(led.state().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void aServerThatLostItsLeasesIsToldThatNobodyHasOne() {
        pair.second.gone = true;
        pair.tell(0, PairDesk.view(true, ServerState.RECOVER, ServerState.UNKNOWN, null));
        open();
        led.go(1);
        led.wizard.tick("noleases", true);
        assertThat(pair.first.considered.getLast())
                .isEqualTo(new Command.PartnerDown("campus", SECOND - 1, true, ""));
    }

    @Test
    void whatCannotBeCheckedSaysWhyAndTheOtherServerCanBeChosen() {
        pair = new PairDesk(1);
        led = new Led(pair);
        pair.lose();
        open();
        assertThat(led.finding("Its control channel").words())
                .isEqualTo("Cannot be checked: this console is connected to dhcp-a only.");
        assertThat(led.state().title()).isEqualTo("dhcp-a: its partner campus is down");
        pair = new PairDesk();
        led = new Led(pair);
        pair.second.preview = new Preview(true, "");
        open();
        led.wizard.choose("server", 1);
        assertThat(led.state().title()).isEqualTo("dhcp-b: its partner dhcp-a is down");
        assertThat(pair.second.considered.getLast()).isInstanceOf(Command.PartnerDown.class);
    }

    @Test
    void aServerThatIsSilentItselfIsNotAskedForAnything() {
        pair.first.pairs = List.of();
        pair.second.pairs = List.of();
        pair = new PairDesk(1);
        led = new Led(pair);
        pair.first.gone = true;
        pair.pass(3);
        led.wizard.open(Wizard.PARTNER_DOWN);
        led.go(4);
        led.wizard.type("name", "campus");
        led.wizard.type("reason", REASON);
        assertThat(led.deed().words()).startsWith("dhcp-a does not answer");
    }
}
