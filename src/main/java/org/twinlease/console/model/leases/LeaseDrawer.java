package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.leases.LeasesModel.Chapter;
import org.twinlease.console.model.leases.LeasesModel.Deed;
import org.twinlease.console.model.leases.LeasesModel.Drawer;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.control.StoryLine;
import org.twinlease.value.BindingState;

import java.util.List;

/// One lease in full, its story, and the one thing that can be done with it. The deed needs two
/// steps, and its outcome stays to be read.
final class LeaseDrawer {

    private final ConsoleSession session;
    private final Replies replies;
    private final PoolNames pools;
    private final Runnable changed;
    private final Runnable settle;
    private @Nullable LeaseCopies copies;
    private @Nullable LeaseView lease;
    private List<StoryLine> story = List.of();
    private boolean asking;
    private boolean busy;
    private String message = "";
    private Tone messageTone = Tone.PLAIN;

    LeaseDrawer(
            ConsoleSession session,
            Replies replies,
            PoolNames pools,
            Runnable changed,
            Runnable settle) {
        this.session = session;
        this.replies = replies;
        this.pools = pools;
        this.changed = changed;
        this.settle = settle;
    }

    /// From now on shows both servers' records of the open lease.
    void beside(LeaseCopies both) {
        copies = both;
    }

    /// Asks for both records anew.
    void tick() {
        LeaseView open = lease;
        if (copies != null && open != null) copies.ask(open.address(), this::copied);
    }

    private void copied() {
        changed.run();
        settle.run();
    }

    void open(LeaseView wanted) {
        LeaseView before = lease;
        if (before == null || !before.address().equals(wanted.address())) {
            story = List.of();
            message = "";
            asking = false;
            busy = false;
        }
        lease = wanted;
        tick();
        askStory(wanted);
        changed.run();
    }

    void close() {
        lease = null;
        changed.run();
    }

    /// A lease changed, maybe this one.
    void on(LeaseView now) {
        LeaseView open = lease;
        if (open == null || !open.address().equals(now.address())) return;
        if (open.state() != now.state()) asking = false;
        lease = now;
        tick();
        askStory(now);
        changed.run();
    }

    void askFirst() {
        asking = lease != null && deed(lease) != null;
        message = "";
        changed.run();
    }

    void keep() {
        asking = false;
        changed.run();
    }

    void act() {
        LeaseView open = lease;
        if (open == null || !asking) return;
        Command command =
                open.state() == BindingState.ABANDONED
                        ? new Command.Unabandon(open.address())
                        : new Command.Release(open.address());
        asking = false;
        busy = true;
        changed.run();
        replies.order(command, outcome -> done(open, outcome));
    }

    /// What is shown; null when nothing is open.
    @Nullable Drawer state() {
        LeaseView open = lease;
        if (open == null) return null;
        long millis = session.clock().millis();
        return new Drawer(
                open.address(),
                LeaseWords.state(open.state()),
                LeaseWords.tone(open.state()),
                LeaseWords.summary(open, millis / 1_000, session.zone()),
                limit(open),
                LeaseWords.record(open, pools.name(open.pool()), session.zone()),
                chapters(millis),
                deed(open),
                asking,
                busy,
                message,
                messageTone,
                copies == null ? null : copies.state(open.address(), millis / 1_000));
    }

    /// A client may have asked either server.
    private String limit(LeaseView open) {
        if (open.state() != BindingState.ACTIVE) return "";
        List<StoryLine> known = copies == null ? story : copies.story(open.address());
        return LeaseLimit.of(known, session.zone());
    }

    private List<Chapter> chapters(long millis) {
        return LeaseWords.story(story, millis, session.zone());
    }

    private void done(LeaseView of, Outcome outcome) {
        LeaseView open = lease;
        if (open == null || !open.address().equals(of.address())) return;
        busy = false;
        switch (outcome) {
            case Outcome.Done() -> {
                message = Text.of("deed.done");
                messageTone = Tone.GOOD;
            }
            case Outcome.Refused(var why) -> {
                message = Text.of("deed.refused", why);
                messageTone = Tone.BAD;
            }
        }
        changed.run();
        settle.run();
    }

    private void askStory(LeaseView of) {
        replies.ask(
                new Query.Story(of.address()),
                lines -> {
                    LeaseView open = lease;
                    if (open == null || !open.address().equals(of.address())) return;
                    story = lines;
                    changed.run();
                    settle.run();
                },
                () -> {});
    }

    private static @Nullable Deed deed(LeaseView lease) {
        return switch (lease.state()) {
            case ACTIVE ->
                    new Deed(
                            Text.of("deed.release"),
                            Text.of(
                                    "deed.release.warning",
                                    lease.address(),
                                    LeaseWords.client(lease)),
                            Text.of("deed.release.confirm"));
            case ABANDONED ->
                    new Deed(
                            Text.of("deed.unabandon"),
                            Text.of("deed.unabandon.warning", lease.address()),
                            Text.of("deed.unabandon.confirm"));
            case FREE, EXPIRED, RELEASED, RESET, BACKUP -> null;
        };
    }
}
