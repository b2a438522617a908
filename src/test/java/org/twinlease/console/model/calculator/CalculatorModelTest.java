package org.twinlease.console.model.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.calculator.CalculatorModel.Chart;
import org.twinlease.console.model.calculator.CalculatorModel.Entry;
import org.twinlease.console.model.calculator.CalculatorModel.Input;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.PoolView;

import java.util.List;

/// What the numbers of a pair lead to.
final class CalculatorModelTest {

    private DraftModel draft;
    private CalculatorModel model;

    @BeforeEach
    void open() {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        draft = new DraftModel(session.with(MemoryDocuments.pair()), Runnable::run);
        model = new CalculatorModel(draft, new PeersModel(draft));
        draft.load();
    }

    private Entry entry(Input input) {
        return model.shown().state().entries().stream()
                .filter(entry -> entry.input() == input)
                .findFirst()
                .orElseThrow();
    }

    private Chart chart(int number) {
        return model.shown().state().charts().get(number);
    }

    private String sentence(int number) {
        return model.shown().state().sentences().get(number).words();
    }

    private static PoolView pool(long size, long active) {
        return new PoolView(0, "p", "net", List.of("r"), size, size - active, 0, active, 0, 0, 0);
    }

    @Test
    void thePairsOwnNumbersAreThereFirst() {
        assertThat(entry(Input.LEASE).typed()).isEqualTo("7200");
        assertThat(entry(Input.LEASE).words()).isEqualTo("2 h");
        assertThat(entry(Input.MCLT).typed()).isEqualTo("1800");
        assertThat(entry(Input.SPLIT).typed()).isEqualTo("128");
        assertThat(entry(Input.ADDRESSES).typed()).isEqualTo("200");
        model.pulse(List.of(pool(500, 100)), 0);
        assertThat(entry(Input.ADDRESSES).typed()).isEqualTo("500");
        assertThat(entry(Input.CLIENTS).typed()).isEqualTo("100");
        model.pulse(List.of(pool(500, 110)), 120_000);
        assertThat(entry(Input.ARRIVALS).typed()).as("10 in two minutes").isEqualTo("300");
    }

    @Test
    void threeSentencesSayWhatTheyLeadTo() {
        model.type(Input.ADDRESSES, "1000");
        model.type(Input.CLIENTS, "600");
        model.type(Input.ARRIVALS, "100");
        assertThat(sentence(0))
                .isEqualTo(
                        "A new client gets 30 min once, then 2 h; from then on it renews every"
                                + " 1 h.");
        assertThat(sentence(1))
                .isEqualTo(
                        "dhcp-a answers 0.1 renewals a second, dhcp-b answers 0.1; 0.3 updates a"
                                + " second pass between them.");
        assertThat(sentence(2))
                .isEqualTo(
                        "If a server is lost, 200 free addresses are left for new clients, enough"
                                + " for 2 h; the other 200 open 1 h after the loss.");
    }

    @Test
    void anMcltThatIsNoShorterThanTheLeaseIsExplained() {
        model.type(Input.MCLT, "2h");
        assertThat(model.shown().state().sentences().getFirst().tone()).isEqualTo(Tone.WATCH);
        assertThat(sentence(0)).startsWith("MCLT (2 h) is not shorter than the lease (2 h)");
    }

    @Test
    void whatIsNoNumberIsExplainedAndThePairsOwnCounts() {
        model.type(Input.SPLIT, "300");
        assertThat(entry(Input.SPLIT).wrong()).startsWith("The split is a number from 0 to 256");
        assertThat(entry(Input.SPLIT).typed()).isEqualTo("300");
        model.type(Input.LEASE, "soon");
        assertThat(entry(Input.LEASE).wrong()).startsWith("A time: seconds");
        assertThat(sentence(0)).contains("then 2 h");
        model.reset();
        assertThat(entry(Input.SPLIT).wrong()).isEmpty();
    }

    @Test
    void aClientsFirstLeaseIsMcltLongAndEveryOneWhileTheServersAreCutOff() {
        var lines = chart(2).lines();
        assertThat(lines.getFirst().values())
                .containsExactly(1800.0, 7200.0, 7200.0, 7200.0, 7200.0, 7200.0);
        assertThat(lines.getLast().values()).containsOnly(1800.0);
    }

    @Test
    void theLoadIsSharedByTheSplit() {
        model.type(Input.SPLIT, "192");
        model.type(Input.CLIENTS, "150");
        var load = chart(0).lines();
        assertThat(load.getFirst().name()).isEqualTo("dhcp-a");
        assertThat(load.getFirst().values().getFirst()).isCloseTo(0.75, within(1e-9));
        assertThat(load.getLast().values().getFirst()).isCloseTo(0.25, within(1e-9));
        assertThat(chart(0).from()).isEqualTo("5 min");
    }

    @Test
    void afterALossTheOtherHalfOpensLater() {
        var numbers = new PairNumbers(7_200, 1_800, 128, 1_800, 1_000, 600, 100);
        assertThat(numbers.left(0)).isEqualTo(200);
        assertThat(numbers.left(1_800)).isEqualTo(150);
        assertThat(numbers.opens()).isEqualTo(3_600);
        assertThat(numbers.left(3_600)).isEqualTo(300);
        assertThat(numbers.left(100_000)).isZero();
        assertThat(numbers.lasts()).isEqualTo(7_200);
    }

    @Test
    void whoFindsNothingBeforeTheOtherHalfOpensUsesNothingUp() {
        var numbers = new PairNumbers(7_200, 1_800, 128, 1_800, 1_000, 600, 1_000);
        assertThat(numbers.left(1_800)).isZero();
        assertThat(numbers.left(3_600)).isEqualTo(200);
    }

    @Test
    void theNumbersArePutIntoTheConfigurationOnRequest() {
        model.type(Input.MCLT, "15m");
        model.type(Input.SPLIT, "100");
        assertThat(draft.isAltered()).isFalse();
        model.stage();
        assertThat(draft.now().text("a.conf")).contains("mclt 900;").contains("split 100;");
    }

    private void open(MemoryDocuments documents) {
        var session = new Desk(Samples.office()).session(ConsoleSession.Mode.DEMO);
        draft = new DraftModel(session.with(documents), Runnable::run);
        model = new CalculatorModel(draft, new PeersModel(draft));
        draft.load();
    }

    /// A map of buckets says the same as a split, and stays what it is.
    @Test
    void aBucketMapIsCountedAndNotReplacedUnlessASplitIsTyped() {
        String map = "hba " + "f0:".repeat(31) + "f0";
        open(MemoryDocuments.with("a.conf", "split 128", map));
        assertThat(entry(Input.SPLIT).typed()).isEqualTo("128");
        open(MemoryDocuments.with("a.conf", "split 128", map.replace("f0", "01")));
        assertThat(entry(Input.SPLIT).typed()).isEqualTo("32");
        model.type(Input.MCLT, "15m");
        model.stage();
        assertThat(draft.now().text("a.conf"))
                .contains("mclt 900;", "hba 01:")
                .doesNotContain("split");
        model.type(Input.SPLIT, "64");
        model.stage();
        assertThat(draft.now().text("a.conf")).contains("split 64;").doesNotContain("hba");
    }

    @Test
    void nothingIsPutIntoAConfigurationThatHasNoRelationship() {
        open(MemoryDocuments.single("authoritative;\n"));
        model.type(Input.MCLT, "15m");
        assertThat(model.shown().state().stage()).isFalse();
        model.stage();
        assertThat(draft.isAltered()).isFalse();
        assertThat(chart(0).lines().getFirst().name()).isEqualTo(Text.of("calc.primary"));
    }

    @Test
    void asManyClientsAsThereAreAddressesAreTheMost() {
        model.type(Input.ADDRESSES, "100");
        model.type(Input.CLIENTS, "1000");
        assertThat(sentence(2)).contains("0 free addresses are left").contains("the other 0 open");
        assertThat(model.shown().state().sentences().get(2).tone()).isEqualTo(Tone.WATCH);
        model.type(Input.ARRIVALS, "0");
        assertThat(model.shown().state().sentences().get(2).tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void clientsThatLeaveAreNoArrivals() {
        model.pulse(List.of(pool(500, 100)), 0);
        model.pulse(List.of(pool(500, 90)), 60_000);
        assertThat(entry(Input.ARRIVALS).typed()).isEqualTo("0");
        model.pulse(List.of(), 90_000);
        assertThat(entry(Input.CLIENTS).typed()).isEqualTo("90");
    }
}
