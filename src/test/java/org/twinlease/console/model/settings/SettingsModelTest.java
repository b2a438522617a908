package org.twinlease.console.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.settings.SettingsModel.Density;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;

final class SettingsModelTest {

    @Test
    void withoutAChoiceTheDesktopDecides() {
        var state = new Desk(new FakeChannel()).model.settings().shown().state();
        assertThat(state.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(state.density()).isEqualTo(Density.COMFORTABLE);
    }

    @Test
    void choicesAreKeptForTheNextTime() {
        var desk = new Desk(new FakeChannel());
        desk.model.settings().theme(Theme.DARK);
        desk.model.settings().density(Density.COMPACT);
        assertThat(desk.stored).containsEntry("theme", "dark").containsEntry("density", "compact");
        var next = new ConsoleModel(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        assertThat(next.settings().shown().state().theme()).isEqualTo(Theme.DARK);
        assertThat(next.settings().shown().state().density()).isEqualTo(Density.COMPACT);
    }

    @Test
    void aStoredWordThatIsNoneIsAsIfThereWereNone() {
        var desk = new Desk(new FakeChannel());
        desk.stored.put("theme", "plaid");
        var model = new ConsoleModel(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        assertThat(model.settings().shown().state().theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void theServerIsDescribedOnceItAnswered() {
        var desk = new Desk(Samples.office());
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        models.tick();
        assertThat(models.settings().shown().state().server())
                .contains(new Field("Listens on", "127.0.0.1:6767"))
                .contains(new Field("Memory for leases", "1 MB"));
    }
}
