package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Power;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Preview;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// A person who is led through bringing a partner back, maintenance and rebuilding.
final class SisterGuidesTest {

    private final PairDesk pair = new PairDesk();
    private final Led led = new Led(pair);

    private void tell(int server, ServerState state, ServerState partner, boolean up) {
        pair.tell(server, PairDesk.view(server == 0, state, partner, null, up));
    }

    @Test
    void aPartnerThatWasOnlyMissedNeedsNoRecovery() {
        pair.interrupt();
        led.open(Wizard.BRING_BACK);
        assertThat(led.state().title()).isEqualTo("Bring dhcp-b back");
        assertThat(led.words()).contains("dhcp-a has only missed dhcp-b");
        assertThat(led.steps())
                .contains(
                        "Each tells the other what it has not heard: dhcp-a has updates for 3"
                                + " addresses waiting for dhcp-b.");
        led.go(2);
        assertThat(led.finding("dhcp-b runs").words()).startsWith("Not yet.");
        assertThat(led.finding("RECOVER").tone()).isEqualTo(Tone.PLAIN);
        pair.second.gone = false;
        pair.pass(2);
        tell(1, ServerState.NORMAL, ServerState.NORMAL, true);
        tell(0, ServerState.NORMAL, ServerState.NORMAL, true);
        assertThat(led.finding("Failover connection").words()).startsWith("Connected");
        assertThat(led.finding("RECOVER WAIT").words()).isEqualTo("Was not needed.");
        assertThat(led.finding("Both in NORMAL").tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void afterPartnerDownItFetchesEverythingAndWaitsForMclt() {
        pair.second.gone = true;
        tell(0, ServerState.PARTNER_DOWN, ServerState.NORMAL, false);
        led.open(Wizard.BRING_BACK);
        assertThat(led.words()).contains("dhcp-a is in PARTNER DOWN: dhcp-b has to learn");
        assertThat(led.steps())
                .contains(
                        "dhcp-b asks dhcp-a for every lease (UPDREQALL), 60 of them active, until"
                                + " dhcp-a says that it was all (UPDDONE).",
                        "dhcp-b waits until MCLT (1 min) has passed since RECOVER began, then it is"
                                + " in RECOVER DONE. Started now, that is at 14:31:03 at the"
                                + " latest.");
        led.go(1);
        assertThat(led.words()).contains("no client may reach it");
        assertThat(led.steps()).anyMatch(step -> step.contains("it was +0.2 s from its partner's"));
        led.go(2);
        pair.second.gone = false;
        pair.pass(2);
        tell(1, ServerState.RECOVER, ServerState.PARTNER_DOWN, true);
        assertThat(led.finding("RECOVER: now").words())
                .startsWith("Fetches every lease: 0 taken so far.");
        tell(1, ServerState.RECOVER_WAIT, ServerState.PARTNER_DOWN, true);
        assertThat(led.finding("RECOVER").words()).isEqualTo("Passed.");
        assertThat(led.finding("RECOVER WAIT: now").tone()).isEqualTo(Tone.CALM);
        assertThat(led.finding("RECOVER WAIT: now").words()).startsWith("Answers nobody until 14:");
        tell(1, ServerState.NORMAL, ServerState.NORMAL, true);
        assertThat(led.finding("RECOVER DONE").words()).isEqualTo("Was not needed.");
        assertThat(led.finding("Both in NORMAL").words()).isEqualTo("Not yet.");
        tell(0, ServerState.NORMAL, ServerState.NORMAL, true);
        assertThat(led.finding("Both in NORMAL").words()).contains("serve their share again");
    }

    @Test
    void aStateThatLastedForAMomentWasPassedAndNotUnneeded() {
        pair.second.gone = true;
        tell(0, ServerState.PARTNER_DOWN, ServerState.NORMAL, false);
        led.open(Wizard.BRING_BACK);
        led.go(2);
        pair.pass(2);
        List<FailoverView> way =
                List.of(
                        PairDesk.view(
                                false, ServerState.RECOVER, ServerState.PARTNER_DOWN, null, true),
                        PairDesk.view(
                                false,
                                ServerState.RECOVER_DONE,
                                ServerState.PARTNER_DOWN,
                                null,
                                true));
        pair.second.pairs = List.of(way.getLast());
        pair.second.gone = false;
        pair.models.on(
                1,
                way.stream()
                        .<Notice>map(v -> new Notice.PairChanged(v, v.why(), pair.desk.millis))
                        .toList());
        pair.pass(3);
        assertThat(led.finding("RECOVER").words()).isEqualTo("Passed.");
        assertThat(led.finding("RECOVER WAIT").words()).isEqualTo("Was not needed.");
    }

    @Test
    void aPartnerThatComesBackIntoAConflictIsSaidToBe() {
        led.open(Wizard.BRING_BACK);
        assertThat(led.words()).contains("there is nothing to bring back");
        led.go(2);
        tell(1, ServerState.POTENTIAL_CONFLICT, ServerState.PARTNER_DOWN, true);
        assertThat(led.words()).contains("dhcp-b is in a conflict with its partner");
    }

    @Test
    void ofAPartnerOutOfReachTheStateIsWhatTheOtherWasTold() {
        var one = new PairDesk(1);
        var its = new Led(one);
        one.tell(
                0,
                PairDesk.view(
                        true, ServerState.PARTNER_DOWN, ServerState.RECOVER_WAIT, null, true));
        its.open(Wizard.BRING_BACK);
        its.go(2);
        assertThat(its.finding("RECOVER WAIT: now").tone()).isEqualTo(Tone.CALM);
        assertThat(its.finding("RECOVER WAIT: now").words()).startsWith("Answers nobody until");
    }

    @Test
    void aServerOfTheDemonstrationIsStartedFromTheWizard() {
        var turned = new ArrayList<Integer>();
        pair.desk.power =
                new Power() {
                    @Override
                    public boolean isOn(int server) {
                        return !turned.isEmpty();
                    }

                    @Override
                    public void turn(int server, boolean on) {
                        turned.add(server);
                    }
                };
        var models = new ConsoleModels(pair.desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        models.wizards().open(Wizard.BRING_BACK);
        models.wizards().next();
        var last = models.wizards().shown().state().blocks().getLast();
        assertThat(last).isEqualTo(new Block.Press("start", "Demo: start dhcp-b"));
        models.wizards().press("start");
        assertThat(turned).containsExactly(1);
        assertThat(models.wizards().shown().state().blocks().getLast())
                .isInstanceOf(Block.Steps.class);
    }

    @Test
    void aServerIsPausedWorkedOnAndResumed() {
        pair.first.preview = new Preview(true, "This server pauses and answers no client.");
        led.open(Wizard.MAINTENANCE);
        assertThat(led.finding("For minutes").tone()).isEqualTo(Tone.CALM);
        led.go(1);
        assertThat(pair.first.considered.getLast()).isEqualTo(new Command.Pause("campus"));
        assertThat(led.words()).contains("dhcp-a says what it would do: This server pauses");
        assertThat(led.finding("Left for new clients").words())
                .isEqualTo("Free addresses that dhcp-b can give meanwhile, its own half: 9.");
        assertThat(led.finding("Not acknowledged").tone()).isEqualTo(Tone.WATCH);
        assertThat(led.deed().label()).isEqualTo("Pause dhcp-a");
        led.wizard.press();
        assertThat(pair.first.ordered).containsExactly(new Command.Pause("campus"));
        assertThat(led.state().at()).isEqualTo(2);
        tell(0, ServerState.PAUSED, ServerState.COMMUNICATIONS_INTERRUPTED, true);
        assertThat(led.words()).contains("dhcp-a is in PAUSED since");
        assertThat(led.state().back()).isFalse();
        assertThat(led.deed().label()).isEqualTo("Resume dhcp-a");
        led.wizard.press();
        assertThat(pair.first.ordered).last().isEqualTo(new Command.Resume("campus"));
        assertThat(led.state().at()).isEqualTo(3);
        tell(0, ServerState.NORMAL, ServerState.NORMAL, true);
        assertThat(led.finding("Both in NORMAL").tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void forLongThePartnerTakesEverythingOver() {
        led.open(Wizard.MAINTENANCE);
        led.wizard.choose("server", 1);
        led.wizard.choose("how", 1);
        pair.second.preview = new Preview(false, "Only in normal: this server is in recover.");
        led.go(1);
        assertThat(pair.second.considered.getLast()).isEqualTo(new Command.ShutDown("campus"));
        assertThat(led.finding("Left for new clients").words())
                .isEqualTo(
                        "Free addresses that dhcp-a can give after MCLT, those of both halves:"
                                + " 49.");
        assertThat(led.deed().ready()).isFalse();
        assertThat(led.deed().words())
                .isEqualTo("dhcp-b refuses: Only in normal: this server is in recover.");
        led.wizard.press();
        assertThat(pair.second.ordered).isEmpty();
    }

    @Test
    void whoOpensItAgainGoesOnWhereTheServerIs() {
        tell(1, ServerState.SHUTDOWN, ServerState.PARTNER_DOWN, true);
        led.open(Wizard.MAINTENANCE);
        assertThat(led.state().title()).isEqualTo("Maintenance of dhcp-b");
        assertThat(led.state().at()).isEqualTo(2);
        assertThat(pair.second.considered.getLast()).isEqualTo(new Command.Resume("campus"));
        pair.second.gone = true;
        pair.pass(3);
        assertThat(led.words()).contains("it is off, or being worked on");
        assertThat(led.deed().ready()).isFalse();
        assertThat(led.deed().words()).startsWith("dhcp-b does not answer");
    }

    @Test
    void aServerThatLostItsLeasesFetchesThemAfterACountdown() {
        pair.first.preview =
                new Preview(true, "This server answers no client, fetches every lease.");
        led.open(Wizard.REBUILD);
        assertThat(led.words()).contains("Only when the leases of dhcp-a are lost");
        assertThat(led.finding("Leases of dhcp-b").words()).contains("60");
        assertThat(led.finding("Failover connection").tone()).isEqualTo(Tone.GOOD);
        led.go(1);
        assertThat(led.steps().getFirst()).contains("dhcp-b takes everything over");
        led.wizard.press();
        assertThat(pair.first.ordered).isEmpty();
        pair.pass(5);
        assertThat(pair.first.ordered).containsExactly(new Command.Recover("campus"));
        assertThat(led.state().at()).isEqualTo(2);
        tell(0, ServerState.RECOVER, ServerState.PARTNER_DOWN, true);
        assertThat(led.finding("RECOVER: now").tone()).isEqualTo(Tone.CALM);
    }

    @Test
    void oneThatRecoversByItselfIsOnlyWatched() {
        tell(1, ServerState.RECOVER, ServerState.PARTNER_DOWN, true);
        led.open(Wizard.REBUILD);
        assertThat(led.state().title()).isEqualTo("Rebuild dhcp-b from its partner");
        assertThat(led.words()).contains("dhcp-b is recovering already, by itself");
        led.go(2);
        assertThat(led.state().deed()).isNull();
        assertThat(led.finding("RECOVER: now").words()).startsWith("Fetches every lease");
        assertThat(pair.second.ordered).isEmpty();
    }

    @Test
    void everyWizardSaysWhenItsServerKnowsNoPair() {
        for (Wizard wizard : Wizard.values()) {
            assertThat(wizard.label()).endsWith("\u2026");
            if (!wizard.isOfPair()) continue;
            var desk = new Desk(Samples.office());
            var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
            models.start();
            models.wizards().open(wizard);
            assertThat(models.wizards().shown().state().blocks())
                    .containsExactly(
                            new Block.Words(
                                    "dhcp-a does not answer; nothing can be ordered.", Tone.WATCH));
        }
    }
}
