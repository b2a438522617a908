package org.twinlease.console.model.window;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.leases.LeasesModel;
import org.twinlease.console.model.overview.OverviewModel;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/// Everything a console knows of one server: hands each notice to the models of all pages, and asks
/// anew when notices were lost. All methods belong to the one thread that `ui` stands for.
public final class ConsoleModel {

    private final ConsoleSession session;
    private final Replies replies;
    private final FrameModel frame;
    private final OverviewModel overview;
    private final LeasesModel leases;
    private final SettingsModel settings;

    /// Who hears of orders; nobody unless it is said.
    private BiConsumer<Command, Outcome> orders = (_, _) -> {};

    /// The models of the only server of a session.
    public ConsoleModel(ConsoleSession session, Executor ui) {
        this(session, session.channels().getFirst(), new SettingsModel(session.settings()), ui);
    }

    /// Builds the models; nothing is asked before [#start].
    ConsoleModel(
            ConsoleSession session, ControlChannel channel, SettingsModel settings, Executor ui) {
        this.session = session;
        this.settings = settings;
        replies = new Replies(channel, ui, (command, outcome) -> orders.accept(command, outcome));
        frame = new FrameModel(session, replies);
        overview = new OverviewModel(session);
        leases = new LeasesModel(session, replies);
    }

    /// From now on hands every order that is given here to `listener`, with its outcome.
    void orders(BiConsumer<Command, Outcome> listener) {
        orders = listener;
    }

    Replies replies() {
        return replies;
    }

    /// What stands around every page.
    public FrameModel frame() {
        return frame;
    }

    /// The Overview page.
    public OverviewModel overview() {
        return overview;
    }

    /// The Leases page.
    public LeasesModel leases() {
        return leases;
    }

    /// The Settings page.
    public SettingsModel settings() {
        return settings;
    }

    /// Asks for everything there is; notices keep it up to date from then on.
    public void start() {
        frame.ask();
        askNumbers();
        leases.load();
    }

    /// Takes in notices in their order and shows what has changed, once.
    public void on(List<Notice> notices) {
        for (Notice notice : notices) {
            frame.on(notice);
            overview.on(notice);
            leases.on(notice);
            if (notice instanceof Notice.Resync) askNumbers();
        }
        frame.settle();
        overview.settle();
        leases.settle();
    }

    /// To be called once a second: ages grow, quiet seconds are recorded, the server is asked how
    /// it is.
    public void tick() {
        frame.tick();
        overview.tick();
        leases.tick();
    }

    private void askNumbers() {
        replies.ask(
                new Query.Pools(),
                pools -> {
                    long now = session.clock().millis();
                    frame.pools(pools, now);
                    frame.settle();
                    leases.pools(pools);
                    leases.settle();
                    replies.ask(
                            new Query.Counters(),
                            counters -> {
                                overview.pulse(counters, pools);
                                overview.settle();
                            },
                            () -> {});
                },
                () -> {});
    }
}
