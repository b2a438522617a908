package org.twinlease.console.model.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.palette.PaletteModel.Command;

import java.util.ArrayList;
import java.util.List;

/// Finding what to do by a few letters.
final class PaletteModelTest {

    private final List<String> done = new ArrayList<>();
    private final PaletteModel model =
            new PaletteModel(
                    () ->
                            List.of(
                                    command("Failover peers", "Page"),
                                    command("Leases", "Page"),
                                    command("Read everything again", "Command"),
                                    command("10.0.0.0/24", "Subnet")),
                    typed -> List.of(command("Find " + typed, "Leases")));

    private Command command(String title, String group) {
        return new Command(title, group, "", () -> done.add(title));
    }

    private List<String> fitting() {
        return model.shown().state().fitting().stream().map(Command::title).toList();
    }

    @Test
    void everythingIsThereUntilSomethingIsTyped() {
        model.open();
        assertThat(fitting()).hasSize(4).doesNotContain("Find ");
        assertThat(model.shown().state().chosen()).isZero();
    }

    @Test
    void allWordsHaveToOccurAndWhatBeginsWithTheFirstComesFirst() {
        model.open();
        model.type("page e");
        assertThat(fitting()).containsExactly("Failover peers", "Leases", "Find page e");
        model.type("le");
        assertThat(fitting()).startsWith("Leases");
        model.type("SUB 10");
        assertThat(fitting()).containsExactly("10.0.0.0/24", "Find SUB 10");
    }

    @Test
    void theChosenOneIsDone() {
        model.open();
        model.type("page");
        model.move(1);
        assertThat(model.run()).isTrue();
        model.move(-5);
        assertThat(model.run()).isTrue();
        assertThat(done).containsExactly("Leases", "Failover peers");
    }

    @Test
    void thereIsAlwaysASearchForWhatIsTyped() {
        model.open();
        model.type("00:1b");
        model.run();
        assertThat(done).containsExactly("Find 00:1b");
        model.open();
        assertThat(model.shown().state().typed()).isEmpty();
    }
}
