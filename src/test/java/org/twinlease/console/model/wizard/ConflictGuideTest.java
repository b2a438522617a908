package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.ServerState;

import java.util.List;

/// Two servers that both served alone, and what a person reads of it.
final class ConflictGuideTest {

    private static final long SECOND = PairDesk.SECOND;

    private final PairDesk pair = new PairDesk();
    private final Led led = new Led(pair);

    @BeforeEach
    void empty() {
        pair.first.leases.clear();
        pair.second.leases.clear();
    }

    private static LeaseView lease(
            int number, BindingState state, int client, long ends, long cltt) {
        LeaseView known = Samples.lease(number, state);
        return new LeaseView(
                known.address(),
                state,
                Samples.hardware(client),
                null,
                null,
                known.starts(),
                SECOND + ends,
                SECOND + cltt,
                false,
                false,
                0);
    }

    private void both(LeaseView first, LeaseView second) {
        pair.first.leases.add(first);
        pair.second.leases.add(second);
    }

    private void conflict() {
        pair.tell(
                0,
                PairDesk.view(
                        true,
                        ServerState.POTENTIAL_CONFLICT,
                        ServerState.POTENTIAL_CONFLICT,
                        null,
                        true));
    }

    @Test
    void whatTheTwoDoAboutItIsSaidInItsOrder() {
        led.open(Wizard.CONFLICT);
        assertThat(led.words()).contains("No conflict");
        conflict();
        assertThat(led.state().title()).isEqualTo("Conflict between dhcp-a and dhcp-b");
        assertThat(led.words()).contains("answer nobody meanwhile");
        assertThat(led.steps().getFirst()).startsWith("dhcp-a, the primary, asks");
        assertThat(led.steps().get(1)).startsWith("dhcp-b asks the same");
        assertThat(led.finding("dhcp-a: POTENTIAL CONFLICT").tone()).isEqualTo(Tone.BAD);
        led.go(2);
        assertThat(led.words()).contains("Under way.");
        assertThat(led.finding("dhcp-a: POTENTIAL CONFLICT").words())
                .endsWith(
                        "Updates of its partner taken: 120. Refused by its partner: 0. Not yet"
                                + " acknowledged: 3.");
        pair.tell(0, PairDesk.view(true, ServerState.NORMAL, ServerState.NORMAL, null));
        assertThat(led.words()).contains("Over: both are in NORMAL.");
    }

    @Test
    void eachAddressHasItsRuleAndTheWorstIsFirst() {
        var active = BindingState.ACTIVE;
        both(lease(1, active, 1, 600, -60), lease(1, active, 1, 600, -60));
        both(lease(2, active, 2, 600, -60), lease(2, BindingState.FREE, 2, 0, -600));
        both(lease(3, active, 3, 600, -60), lease(3, active, 33, 900, -30));
        both(lease(4, active, 4, 900, -60), lease(4, active, 4, 600, -60));
        both(lease(5, active, 5, -9, -600), lease(5, BindingState.BACKUP, 5, -600, -900));
        both(lease(6, BindingState.ABANDONED, 6, 9, 0), lease(6, BindingState.FREE, 6, 0, 0));
        both(lease(7, BindingState.BACKUP, 7, 0, 0), lease(7, BindingState.FREE, 7, 0, 0));
        both(lease(8, active, 8, 600, -60), lease(8, active, 88, 900, -60));
        conflict();
        led.open(Wizard.CONFLICT);
        led.go(1);
        assertThat(led.words())
                .contains("Different records: 7, of 8 addresses compared. With two clients: 2.");
        assertThat(led.finding("Two clients: 2").tone()).isEqualTo(Tone.BAD);
        assertThat(led.finding("Given by one: 1").words()).contains("promised to a client stands");
        List<Block.Clash> clashes = led.clashes();
        assertThat(clashes)
                .extracting(Block.Clash::stands)
                .containsExactly(
                        "dhcp-b", "dhcp-b", "dhcp-a", "dhcp-a", "ended: free", "dhcp-b", "either");
        Block.Clash worst = clashes.getFirst();
        assertThat(worst.address()).isEqualTo("10.20.0.13");
        assertThat(worst.tone()).isEqualTo(Tone.BAD);
        assertThat(worst.one().record()).isEqualTo("Active " + Samples.hardware(3));
        assertThat(worst.one().stands()).isFalse();
        assertThat(worst.two().stands()).as("heard later").isTrue();
        assertThat(clashes.get(1).two().stands()).as("told first").isTrue();
    }

    @Test
    void ofEachRecordItIsSaidWhatComesOfItWhenItStands() {
        var active = BindingState.ACTIVE;
        both(lease(3, active, 3, 600, -60), lease(3, active, 33, 900, -30));
        both(lease(4, active, 4, 900, -60), lease(4, active, 4, 600, -60));
        both(lease(2, active, 2, 600, -60), lease(2, BindingState.FREE, 2, 0, -600));
        both(lease(6, BindingState.ABANDONED, 6, 9, 0), lease(6, BindingState.FREE, 6, 0, 0));
        both(lease(7, BindingState.BACKUP, 7, 0, 0), lease(7, BindingState.FREE, 7, 0, 0));
        conflict();
        led.open(Wizard.CONFLICT);
        led.go(1);
        List<Block.Clash> all = led.clashes();
        assertThat(all.get(0).two().effect())
                .isEqualTo(
                        "%s keeps the address until 14:45. %s is refused at its next renewal"
                                        .formatted(Samples.hardware(33), Samples.hardware(3))
                                + " (DHCPNAK), and asks for another.");
        assertThat(all.get(1).one().effect())
                .isEqualTo(Samples.hardware(4) + " keeps the address until 14:45.");
        assertThat(all.get(1).two().effect())
                .isEqualTo(
                        "The client may have been told 14:45: from 14:40 until then another client"
                                + " could get its address.");
        assertThat(all.get(2).two().effect())
                .startsWith(Samples.hardware(2) + " goes on using an address that counts as free");
        assertThat(all.get(3).one().effect()).startsWith("Nobody gets the address until a person");
        assertThat(all.get(3).two().effect()).startsWith("The address is given again");
        assertThat(all.get(4).one().effect()).isEqualTo("Nobody has the address: nobody loses.");
        assertThat(all.get(0).one().fields())
                .extracting(field -> field.label() + " " + field.value())
                .contains("Ends 14:40");
    }

    @Test
    void noDifferenceAndNothingToCompareWithAreSaid() {
        both(lease(1, BindingState.FREE, 1, 0, -60), lease(1, BindingState.FREE, 2, -600, -90));
        led.open(Wizard.CONFLICT);
        led.go(1);
        assertThat(led.words()).contains("No difference: 1 addresses were compared.");
        pair.second.gone = true;
        led.wizard.back();
        led.go(1);
        assertThat(led.words()).contains("the comparison is not whole");
        var one = new Led(new PairDesk(1)).open(Wizard.CONFLICT);
        one.go(1);
        assertThat(one.words()).contains("connected to dhcp-a only");
    }
}
