package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.util.ArrayList;
import java.util.List;

/// The wizard that is open, if one is: walks its steps, gives its orders after their countdown, and
/// shows it anew whenever something has changed. Leaving it before its order has changed nothing.
public final class WizardModel {

    private static final int PACKETS = 2_000;

    /// The order of a step as its button: pressed while `counting` it stops the countdown. It is
    /// `grave` when a server obeys it, not when something is only made ready here. `words` say what
    /// is missing while it is not ready.
    public record Deed(
            String label, boolean ready, boolean counting, boolean grave, String words) {}

    /// Everything shown; without an open wizard nothing but `open` counts.
    public record State(
            boolean open,
            String title,
            List<String> steps,
            int at,
            List<Block> blocks,
            boolean back,
            boolean next,
            @Nullable Deed deed,
            String message,
            Tone tone) {}

    private static final State CLOSED =
            new State(false, "", List.of(), 0, List.of(), false, false, null, "", Tone.PLAIN);

    private final ConsoleSession session;
    private final List<PairSide> sides;
    private final DraftModel draft;
    private final List<Signs> signs = new ArrayList<>();
    private final Shown<State> shown = new Shown<>(CLOSED);
    private Runnable turning = () -> {};
    private Runnable newPair = () -> {};
    private @Nullable Guide guide;
    private int at;
    private long dueMillis;
    private boolean busy;
    private String message = "";
    private Tone tone = Tone.PLAIN;

    /// `draft` is where changes of configurations are put, for Review to show and apply.
    public WizardModel(ConsoleSession session, List<PairSide> sides, DraftModel draft) {
        this.session = session;
        this.draft = draft;
        this.sides = sides;
        for (PairSide _ : sides) signs.add(new Signs());
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// From now on runs `listener` whenever a wizard has been opened or left.
    public void listen(Runnable listener) {
        turning = listener;
    }

    /// From now on runs `opener` when a person wants both configurations of a new pair made.
    public void makesPairs(Runnable opener) {
        newPair = opener;
    }

    /// Opens a wizard about a server in the relationship that is looked at, from its beginning.
    /// Looking at another one later does not change what it is about.
    public void open(Wizard wizard, int server) {
        List<PairSide> pair = members(server);
        guide =
                switch (wizard) {
                    case PARTNER_DOWN ->
                            new PartnerDownGuide(session, pair, server, this::settle, signs);
                    case BRING_BACK -> new BringBackGuide(session, pair, server, this::settle);
                    case MAINTENANCE -> new MaintenanceGuide(session, pair, server, this::settle);
                    case REBUILD -> new RebuildGuide(session, pair, server, this::settle);
                    case CONFLICT -> new ConflictGuide(session, pair, server, this::settle);
                    case JOIN ->
                            new JoinGuide(session, pair, server, this::settle, () -> newPair.run());
                    case LEAVE -> new LeaveGuide(session, pair, server, this::settle, draft);
                    case SWAP -> new SwapGuide(session, pair, server, this::settle, draft);
                };
        for (int i = 0; i < sides.size(); i++) {
            Signs its = signs.get(i);
            sides.get(i)
                    .replies()
                    .ask(
                            new Query.RecentPackets(PACKETS),
                            packets -> {
                                packets.forEach(its::add);
                                settle();
                            },
                            () -> {});
        }
        guide.tick(guide.first(), session.clock().millis());
        enter(guide.first());
    }

    private List<PairSide> members(int server) {
        FailoverView view = sides.get(server).view();
        if (view == null) return sides;
        return sides.stream().map(side -> side.in(view.name())).filter(PairSide::isMember).toList();
    }

    /// Opens a wizard about the server that answers, the first of two that do.
    public void open(Wizard wizard) {
        PairSide best = sides.getFirst();
        for (PairSide side : sides) {
            boolean better = best.isGone() || best.view() == null;
            if (better && !side.isGone() && side.isMember()) best = side;
        }
        open(wizard, best.number());
    }

    /// Leaves the wizard. What was ordered stays ordered; a countdown ends without its order.
    public void leave() {
        guide = null;
        say("", Tone.PLAIN);
    }

    /// Nobody looks at the wizard any more: no order is given out of sight.
    public void halt() {
        if (dueMillis > 0) say(Text.of("wizard.stopped"), Tone.CALM);
    }

    public void next() {
        Guide open = guide;
        if (open != null && !busy && open.mayGoOn(at)) enter(at + 1);
    }

    public void back() {
        Guide open = guide;
        if (open != null && !busy && open.mayGoBack(at)) enter(at - 1);
    }

    private void enter(int step) {
        at = step;
        if (guide != null) guide.entered(step);
        say("", Tone.PLAIN);
    }

    /// What the person typed into a field.
    public void type(String id, String text) {
        if (guide != null) guide.type(id, text);
        settle();
    }

    /// What the person says is so or not.
    public void tick(String id, boolean on) {
        if (guide != null) guide.tick(id, on);
        settle();
    }

    /// What the person chose.
    public void choose(String id, int chosen) {
        if (guide != null) guide.choose(id, chosen);
        settle();
    }

    /// What the person pressed inside a step.
    public void press(String id) {
        if (guide != null) guide.press(id);
        settle();
    }

    /// Gives the step's order, after its countdown; pressed in that, stops it.
    public void press() {
        if (dueMillis > 0) {
            say(Text.of("wizard.stopped"), Tone.CALM);
            return;
        }
        Order order = order();
        if (order == null || !order.ready() || busy) return;
        message = "";
        if (order.seconds() == 0) give(order);
        else dueMillis = session.clock().millis() + order.seconds() * 1_000L;
        settle();
    }

    private @Nullable Order order() {
        return guide == null ? null : guide.order(at, session.clock().millis());
    }

    private void give(Order order) {
        Guide asked = guide;
        dueMillis = 0;
        busy = true;
        Command command = order.command();
        if (command == null) done(asked, acted());
        else order.server().replies().order(command, outcome -> done(asked, outcome));
    }

    private Outcome acted() {
        String refusal = guide == null ? "" : guide.act(at);
        return refusal.isEmpty() ? new Outcome.Done() : new Outcome.Refused(refusal);
    }

    private void done(@Nullable Guide asked, Outcome outcome) {
        busy = false;
        // Whoever has left meanwhile sees what came of it on the page.
        if (guide == null || !guide.equals(asked)) return;
        switch (outcome) {
            case Outcome.Done() -> enter(guide.obeyed(at));
            case Outcome.Refused(String why) -> say(Text.of("deed.refused", why), Tone.BAD);
        }
    }

    private void say(String words, Tone how) {
        dueMillis = 0;
        message = words;
        tone = how;
        settle();
    }

    public void on(int server, Notice notice) {
        if (notice instanceof Notice.PacketSeen(var packet)) signs.get(server).add(packet);
        boolean pair = notice instanceof Notice.PairChanged || notice instanceof Notice.PairPulse;
        if (pair && guide != null) guide.heard(server);
    }

    /// Once a second.
    public void tick() {
        long now = session.clock().millis();
        if (guide != null) guide.tick(at, now);
        if (dueMillis > 0) count(now);
        settle();
    }

    private void count(long now) {
        Order order = order();
        if (order == null || !order.ready()) {
            String why = order == null ? "" : order.missing();
            say(Text.of("wizard.stopped.by", why), Tone.WATCH);
        } else if (now >= dueMillis) {
            give(order);
        }
    }

    /// Shows what has changed.
    public void settle() {
        State next = state();
        boolean turned = next.open() != shown.state().open();
        if (!next.equals(shown.state())) shown.put(next);
        if (turned) turning.run();
    }

    private State state() {
        Guide open = guide;
        if (open == null) return CLOSED;
        long now = session.clock().millis();
        return new State(
                true,
                open.title(),
                open.steps(),
                at,
                open.blocks(at, now),
                !busy && open.mayGoBack(at),
                !busy && open.mayGoOn(at),
                deed(now),
                busy ? Text.of("deed.busy") : message,
                tone);
    }

    private @Nullable Deed deed(long now) {
        Order order = order();
        if (order == null) return null;
        if (dueMillis == 0) {
            boolean ready = order.ready() && !busy;
            boolean grave = order.command() != null;
            String missing = order.ready() ? "" : order.missing();
            return new Deed(order.label(), ready, false, grave, missing);
        }
        long left = Math.max(0, (dueMillis - now + 999) / 1_000);
        String words = Text.of("wizard.counting", left);
        return new Deed(Text.of("wizard.stop", left), true, true, false, words);
    }
}
