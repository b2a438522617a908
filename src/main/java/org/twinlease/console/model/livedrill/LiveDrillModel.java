package org.twinlease.console.model.livedrill;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Outcome;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.drill.script.Times;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The page of live drills. A drill that was begun here is led from here: the server hears every
/// second that this console is there, and ends it by itself when it is not.
public final class LiveDrillModel {

    /// A server: its letter (A is the primary) and name, its state, and whether live drills may be
    /// done to it.
    public record Seat(String letter, String name, Fact state, Fact mark) {}

    /// A moment of a drill: when, who, and what became of it.
    public record Event(String clock, String who, Fact what) {}

    /// Everything that the page shows. `countdown` is how many seconds are left until the drill
    /// begins, 0 for none; `ready`: it may begin; `running`: one is under way, with `left` and
    /// `words`.
    public record State(
            List<Seat> seats,
            int server,
            LiveAct act,
            Fact consequence,
            boolean ready,
            int countdown,
            LiveBar running,
            List<Event> events,
            Fact said) {}

    /// How long a drill and a window last where nothing else is typed.
    public static final String SECONDS = "60s";

    public static final String WINDOW = "2h";

    private static final int COUNTDOWN = 5;
    private static final int MOST_EVENTS = 40;
    private static final Fact NOTHING = new Fact("", Tone.PLAIN);

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final LiveDrillView[] views;
    private final ServerState[] states;
    private final List<Event> events = new ArrayList<>();
    private final Shown<State> shown;
    private final Shown<LiveBar> bar;
    private int server;
    private LiveAct act = LiveAct.PAUSE_LINK;
    private String seconds = SECONDS;
    private String reason = "";
    private int countdown;
    private int leads = -1;
    private @Nullable Preview preview;
    private Fact said = NOTHING;

    public LiveDrillModel(ConsoleSession session, List<PairSide> sides) {
        this.session = session;
        this.sides = List.copyOf(sides);
        views = new LiveDrillView[sides.size()];
        states = new ServerState[sides.size()];
        for (int i = 0; i < views.length; i++) {
            views[i] = LiveDrillView.NONE;
            states[i] = ServerState.UNKNOWN;
        }
        server = sides.size() - 1;
        shown = new Shown<>(state());
        bar = new Shown<>(LiveBar.OFF);
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Where that which stands above every page comes out.
    public Shown<LiveBar> bar() {
        return bar;
    }

    /// Chooses the server to which it is to be done.
    public void server(int number) {
        server = number;
        changed();
    }

    /// Chooses what is to be done.
    public void act(LiveAct next) {
        act = next;
        changed();
    }

    /// How long it is to last, as in `60s` or `2m`.
    public void lasts(String text) {
        seconds = text.strip();
        changed();
    }

    /// What it is for.
    public void reason(String text) {
        reason = text.strip();
        changed();
    }

    private void changed() {
        countdown = 0;
        preview = null;
        said = NOTHING;
        consult();
        show();
    }

    /// Says of all servers whether live drills may be done to them: as a lab, for a window such as
    /// `2h`, or not any more.
    public void mark(LiveMark mark, String window, String why) {
        OptionalLong span =
                mark == LiveMark.MAINTENANCE ? Times.span(window.strip()) : OptionalLong.of(0);
        if (span.isEmpty()) {
            say(new Fact(Text.of("livedrill.window.wrong", window), Tone.BAD));
            return;
        }
        var order = new Command.MarkDrills(mark, span.getAsLong(), why.strip());
        for (PairSide side : sides) {
            side.replies()
                    .order(
                            order,
                            outcome ->
                                    answered(
                                            outcome,
                                            side,
                                            Text.of("livedrill.marked", side.name())));
        }
    }

    private void answered(Outcome outcome, PairSide side, String done) {
        Fact fact =
                switch (outcome) {
                    case Outcome.Done() -> new Fact(done, Tone.GOOD);
                    case Outcome.Refused(String why) ->
                            new Fact(Text.of("livedrill.refused", side.name(), why), Tone.BAD);
                };
        say(fact);
        look();
    }

    private void say(Fact next) {
        said = next;
        show();
    }

    /// The drill as it is chosen; null while something is missing.
    private Command.@Nullable BeginDrill order() {
        FailoverView view = sides.get(server).view();
        OptionalLong span = Times.span(seconds);
        if (view == null || span.isEmpty() || reason.isEmpty()) return null;
        return new Command.BeginDrill(view.name(), act, span.getAsLong(), reason);
    }

    private void consult() {
        Command.BeginDrill order = order();
        if (order == null || running() >= 0) return;
        sides.get(server)
                .replies()
                .ask(
                        new Query.Consequence(order),
                        answer -> {
                            if (!order.equals(order())) return;
                            preview = answer;
                            show();
                        },
                        () -> {});
    }

    /// Begins after a countdown, which can be stopped.
    public void begin() {
        if (!shown.state().ready() || countdown > 0) return;
        countdown = COUNTDOWN;
        said = NOTHING;
        show();
    }

    /// Stops the countdown: nothing is done.
    public void stop() {
        if (countdown == 0) return;
        countdown = 0;
        show();
    }

    /// Ends whatever is under way, at once.
    public void restore() {
        countdown = 0;
        for (int i = 0; i < views.length; i++) {
            LiveDrillView.Running drill = views[i].running();
            if (drill == null) continue;
            PairSide side = sides.get(i);
            side.replies()
                    .order(
                            new Command.EndDrill(drill.name()),
                            outcome ->
                                    answered(
                                            outcome,
                                            side,
                                            Text.of("livedrill.restored", side.name())));
        }
        show();
    }

    /// To be called once a second.
    public void tick() {
        if (countdown > 0 && --countdown == 0) start();
        if (leads >= 0) hold();
        look();
        if (countdown == 0 && running() < 0) consult();
        watch();
        show();
    }

    private void start() {
        Command.BeginDrill order = order();
        if (order == null) return;
        int number = server;
        PairSide side = sides.get(number);
        events.clear();
        side.replies()
                .order(
                        order,
                        outcome -> {
                            if (outcome instanceof Outcome.Done) leads = number;
                            answered(outcome, side, Text.of("livedrill.begun", side.name()));
                        });
    }

    private void hold() {
        FailoverView view = sides.get(leads).view();
        if (view == null) return;
        sides.get(leads)
                .replies()
                .order(
                        new Command.HoldDrill(view.name()),
                        outcome -> {
                            if (outcome instanceof Outcome.Refused) leads = -1;
                        });
    }

    private void look() {
        for (int i = 0; i < views.length; i++) {
            int number = i;
            sides.get(i)
                    .replies()
                    .ask(new Query.LiveDrill(), view -> heard(number, view), () -> {});
        }
    }

    private void heard(int number, LiveDrillView view) {
        LiveDrillView before = views[number];
        views[number] = view;
        sides.get(number).drilled(view.running());
        LiveDrillView.Ended last = view.last();
        if (before.running() != null && view.running() == null && last != null) {
            String how = LiveWords.of(last.how());
            tell(number, new Fact(Text.of("livedrill.over", how), Tone.CALM));
        }
        // Somebody else was first.
        if (view.running() != null) countdown = 0;
        if (before.running() == null && view.running() != null) {
            tell(number, new Fact(LiveWords.of(view.running().act()), Tone.BAD));
        }
        show();
    }

    /// States that are others now are what a drill is watched for.
    private void watch() {
        for (int i = 0; i < states.length; i++) {
            ServerState now = sides.get(i).state();
            ServerState before = states[i];
            states[i] = now;
            if (before == now || before == ServerState.UNKNOWN || now == ServerState.UNKNOWN) {
                continue;
            }
            tell(i, fact(now));
        }
    }

    private static Fact fact(ServerState state) {
        StateWords words = StateWords.of(state);
        return new Fact(words.name(), words.tone());
    }

    private void tell(int number, Fact what) {
        if (events.size() == MOST_EVENTS) events.removeLast();
        String clock = Words.clock(session.clock().millis(), session.zone());
        events.addFirst(new Event(clock, letter(number), what));
    }

    private String letter(int number) {
        FailoverView view = sides.get(number).view();
        return view == null ? "" : view.primary() ? "A" : "B";
    }

    private int running() {
        for (int i = 0; i < views.length; i++) if (views[i].running() != null) return i;
        return -1;
    }

    private LiveBar liveBar() {
        int number = running();
        LiveDrillView.Running drill = number < 0 ? null : views[number].running();
        if (drill == null) return LiveBar.OFF;
        String left = Words.countdown((drill.leftMillis() + 999) / 1000);
        String words =
                Text.of(
                        leads == number ? "livedrill.bar.led" : "livedrill.bar.others",
                        sides.get(number).name(),
                        LiveWords.of(drill.act()),
                        drill.reason());
        return new LiveBar(true, left, words);
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
        if (!next.running().equals(bar.state())) bar.put(next.running());
    }

    private State state() {
        LiveBar running = liveBar();
        Preview known = preview;
        boolean ready = known != null && known.allowed() && !running.on();
        return new State(
                seats(),
                server,
                act,
                consequence(known),
                ready,
                countdown,
                running,
                List.copyOf(events),
                said);
    }

    private Fact consequence(@Nullable Preview known) {
        // That there is one already is said beside it, and is nobody's mistake.
        if (running() >= 0) return NOTHING;
        if (reason.isEmpty()) return new Fact(Text.of("livedrill.reason.missing"), Tone.PLAIN);
        if (Times.span(seconds).isEmpty()) {
            return new Fact(Text.of("livedrill.seconds.wrong", seconds), Tone.BAD);
        }
        if (known == null) return NOTHING;
        return new Fact(known.words(), known.allowed() ? Tone.WATCH : Tone.BAD);
    }

    private List<Seat> seats() {
        List<Seat> all = new ArrayList<>();
        for (int i = 0; i < views.length; i++) {
            PairSide side = sides.get(i);
            Fact mark =
                    switch (views[i].mark()) {
                        case NONE -> new Fact(Text.of("livedrill.mark.none"), Tone.PLAIN);
                        case LAB ->
                                new Fact(
                                        Text.of("livedrill.mark.lab", views[i].markReason()),
                                        Tone.WATCH);
                        case MAINTENANCE ->
                                new Fact(
                                        Text.of(
                                                "livedrill.mark.window",
                                                Words.clock(
                                                        views[i].markUntil() * 1000,
                                                        session.zone()),
                                                views[i].markReason()),
                                        Tone.WATCH);
                    };
            all.add(new Seat(letter(i), side.name(), fact(side.state()), mark));
        }
        return all;
    }
}
