package org.twinlease.console.model.window;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;

/// The console of a pair that is well: dhcp-a, the primary, and dhcp-b with one pool of voice
/// telephones, until a test says otherwise.
public final class PairDesk {

    /// The second in which the test begins.
    public static final long SECOND = Samples.NOW / 1_000;

    public final FakeChannel first = Samples.office();
    public final FakeChannel second = Samples.office();
    public final Desk desk = new Desk(first);
    public final ConsoleModels models;

    public PairDesk() {
        this(2);
    }

    /// A console that reaches the first server, or both.
    public PairDesk(int channels) {
        this(channels, null);
    }

    /// The same with the configurations of both.
    public PairDesk(int channels, @Nullable Documents documents) {
        desk.documents = documents;
        second.name = "dhcp-b";
        first.pools = List.of(pool(40, 9));
        second.pools = List.of(pool(40, 9));
        first.pairs = List.of(view(true, ServerState.NORMAL, ServerState.NORMAL, null));
        second.pairs = List.of(view(false, ServerState.NORMAL, ServerState.NORMAL, null));
        desk.channels = channels == 1 ? List.of(first) : List.of(first, second);
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        for (int i = 0; i < channels; i++) pulse(i);
    }

    /// A server tells how it is, as each does once a second.
    private void pulse(int server) {
        List<FailoverView> pairs = (server == 0 ? first : second).pairs;
        models.on(server, List.of(new Notice.PairPulse(pairs, desk.millis)));
    }

    public static PoolView pool(long free, long backup) {
        return new PoolView(
                0,
                "voice",
                "voice",
                List.of("10.20.8.10 10.20.8.120"),
                111,
                free,
                0,
                60,
                0,
                2,
                backup);
    }

    /// What a server tells of the pair; only in NORMAL there is a connection.
    public static FailoverView view(
            boolean primary, ServerState state, ServerState partner, @Nullable Reason trouble) {
        return view(primary, state, partner, trouble, state == ServerState.NORMAL);
    }

    public static FailoverView view(
            boolean primary,
            ServerState state,
            ServerState partner,
            @Nullable Reason trouble,
            boolean up) {
        return new FailoverView(
                "campus",
                primary,
                state,
                false,
                SECOND - 240,
                Reason.of(ReasonCode.PAIR_LINKED, "campus", Ip4.of("127.0.0.1")),
                partner,
                SECOND - 240,
                60,
                List.of(0),
                -1,
                new FailoverView.Link(
                        Ip4.of("127.0.0.1"),
                        up,
                        trouble,
                        primary ? 3 : 0,
                        primary ? 2 : 0,
                        10,
                        40,
                        3,
                        200L,
                        Samples.NOW - 400,
                        up ? 8_600 : -1,
                        120,
                        118,
                        0));
    }

    /// The second server is gone, and the first has missed it.
    public void interrupt() {
        second.gone = true;
        lose();
    }

    /// The first server has lost the connection to the second.
    public void lose() {
        var missed = Reason.of(ReasonCode.LINK_SILENT, "campus", 9L);
        tell(
                0,
                view(true, ServerState.COMMUNICATIONS_INTERRUPTED, ServerState.NORMAL, missed),
                missed);
    }

    /// A server tells how the pair is now.
    public void tell(int server, FailoverView view) {
        tell(server, view, view.why());
    }

    private void tell(int server, FailoverView view, Reason why) {
        (server == 0 ? first : second).pairs = List.of(view);
        desk.millis += 3_000;
        models.on(server, List.of(new Notice.PairChanged(view, why, desk.millis)));
        models.tick();
    }

    /// Lets seconds pass, with a tick each.
    public void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.millis += 1_000;
            models.tick();
        }
    }
}
