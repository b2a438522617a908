package org.twinlease.console.model.window;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.health.HealthModel;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.livedrill.LiveDrillModel;
import org.twinlease.console.model.pair.PairDrift;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pools.PoolsModel;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.console.model.timeline.TimelineModel;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Everything a console knows: the models of each server, the pair that they are, and the choices
/// of the person. All methods belong to the one thread that `ui` stands for.
public final class ConsoleModels {

    private final List<ConsoleModel> servers = new ArrayList<>();
    private final SettingsModel settings;
    private final PairModel pair;
    private final WizardModel wizards;
    private final HealthModel health;
    private final PoolsModel pools;
    private final DraftModels drafts;
    private final LiveModel live;
    private final TimelineModel timeline;
    private final DrillModel drill;
    private final LiveDrillModel liveDrill;
    private int chosen;

    /// Builds the models; nothing is asked before [#start].
    public ConsoleModels(ConsoleSession session, Executor ui) {
        settings = new SettingsModel(session.settings());
        var sides = new ArrayList<PairSide>();
        for (var channel : session.channels()) {
            var model = new ConsoleModel(session, channel, settings, ui);
            servers.add(model);
            sides.add(new PairSide(servers.size() - 1, model.frame(), model.replies()));
        }
        pair = new PairModel(session, sides);
        pools = new PoolsModel(session, sides);
        var running = new PairDrift(sides);
        drafts = new DraftModels(session, running, ui);
        wizards = new WizardModel(session, sides, drafts.draft());
        health = new HealthModel(session, sides, drafts.draft(), running);
        for (PairSide side : sides) {
            ConsoleModel server = servers.get(sides.indexOf(side));
            server.orders((order, end) -> drafts.changes().ordered(side.name(), order, end));
        }
        live = new LiveModel(session, sides);
        timeline = new TimelineModel(session, sides);
        drill = new DrillModel(session, ui);
        liveDrill = new LiveDrillModel(session, sides);
        pair.follow(
                name -> {
                    live.follow(name);
                    timeline.follow(name);
                });
        List<FrameModel> frames = servers.stream().map(ConsoleModel::frame).toList();
        for (FrameModel frame : frames) frame.together(frames);
        if (servers.size() == 2) {
            beside(servers.getFirst(), servers.getLast());
            beside(servers.getLast(), servers.getFirst());
        }
    }

    private static void beside(ConsoleModel server, ConsoleModel other) {
        server.leases().beside(server.frame(), other.leases(), other.frame());
    }

    /// The servers, in the order of the session's channels.
    public List<ConsoleModel> servers() {
        return List.copyOf(servers);
    }

    /// The server that the pages of one server show.
    public ConsoleModel chosen() {
        return servers.get(chosen);
    }

    /// The number of [#chosen].
    public int number() {
        return chosen;
    }

    /// Has the pages of one server show another.
    public void choose(int server) {
        chosen = server;
    }

    /// The failover pair.
    public PairModel pair() {
        return pair;
    }

    /// What leads through something dangerous or long.
    public WizardModel wizards() {
        return wizards;
    }

    /// The Health page.
    public HealthModel health() {
        return health;
    }

    /// The Pools page.
    public PoolsModel pools() {
        return pools;
    }

    /// The pages about configurations.
    public DraftModels drafts() {
        return drafts;
    }

    /// The Live page.
    public LiveModel live() {
        return live;
    }

    /// The Timeline page.
    public TimelineModel timeline() {
        return timeline;
    }

    /// The Drill page, which knows nothing of the servers.
    public DrillModel drill() {
        return drill;
    }

    /// The page of live drills, which touch the servers.
    public LiveDrillModel liveDrill() {
        return liveDrill;
    }

    /// The Settings page.
    public SettingsModel settings() {
        return settings;
    }

    /// Asks every server for everything there is.
    public void start() {
        servers.forEach(ConsoleModel::start);
        pair.ask();
        drafts.draft().load();
        live.load();
    }

    /// Takes in notices of one server in their order.
    public void on(int server, List<Notice> notices) {
        servers.get(server).on(notices);
        for (Notice notice : notices) {
            pair.on(server, notice);
            wizards.on(server, notice);
            health.on(server, notice);
            pools.on(server, notice);
            live.on(server, notice);
        }
        pair.settle();
        wizards.settle();
        live.settle();
    }

    /// To be called once a second.
    public void tick() {
        servers.forEach(ConsoleModel::tick);
        settings.server(chosen().frame().server());
        pair.tick();
        wizards.tick();
        pools.tick();
        live.tick();
        timeline.tick();
        drafts.tick(chosen().frame().pools());
        health.tick();
        liveDrill.tick();
    }

    /// The console ends: nothing stays half done.
    public void close() {
        drafts.close();
        drill.close();
    }
}
