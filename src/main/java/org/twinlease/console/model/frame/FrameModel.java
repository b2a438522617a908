package org.twinlease.console.model.frame;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Banner;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.control.ServerView;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What stands around every page: who is being looked at, how it is, how old that knowledge is,
/// what runs out next, and every alarm that isn't over.
public final class FrameModel {

    private static final long ASK_MILLIS = 2_000;
    private static final long LOST_MILLIS = 6_000;

    /// Everything the frame shows. `title` names what is looked at: the server, or all whose files
    /// are opened as one document.
    public record State(
            boolean known,
            boolean demo,
            String server,
            String title,
            String version,
            Fact link,
            String uptime,
            Fact kind,
            Fact since,
            Fact disk,
            Fact reply,
            Fact runsOut,
            String leases,
            List<Banner> banners) {}

    private final ConsoleSession session;
    private final Replies replies;
    private final Pace pace = new Pace();
    private final RunsOut runsOut = new RunsOut(pace);
    private final List<AlarmView> alarms = new ArrayList<>();
    private final Shown<State> shown;
    private @Nullable ServerView server;
    private List<PoolView> pools = List.of();
    private long heardMillis;
    private long askedMillis;
    private boolean gone;

    /// All servers whose files are opened; this one alone until it is said.
    private List<FrameModel> together = List.of(this);

    public FrameModel(ConsoleSession session, Replies replies) {
        this.session = session;
        this.replies = replies;
        shown = new Shown<>(state(session.clock().millis()));
    }

    /// Where the frame's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// The server's own description of itself; null until its first answer.
    public @Nullable ServerView server() {
        return server;
    }

    /// From now on names every server whose files are opened together with this one's.
    public void together(List<FrameModel> all) {
        together = List.copyOf(all);
    }

    private String names() {
        List<String> names =
                together.stream()
                        .map(FrameModel::server)
                        .filter(Objects::nonNull)
                        .map(ServerView::name)
                        .distinct()
                        .toList();
        return String.join(Text.of("truth.files.and"), names);
    }

    /// Whether the server does not answer.
    public boolean isGone() {
        return gone;
    }

    /// The pools as they were told last.
    public List<PoolView> pools() {
        return pools;
    }

    /// The alarms that are not over, those about failover or the others.
    public List<Banner> banners(boolean failover) {
        return alarms.stream()
                .filter(alarm -> isFailover(alarm.type()) == failover)
                .map(this::banner)
                .toList();
    }

    private static boolean isFailover(AlarmType type) {
        return type == AlarmType.FAILOVER_INTERRUPTED || type == AlarmType.FAILOVER_TROUBLE;
    }

    public void on(Notice notice) {
        heardMillis = session.clock().millis();
        switch (notice) {
            case Notice.Pulse(var counters, var pools) -> pools(pools, counters.atMillis());
            case Notice.Alarm(var alarm) -> alarm(alarm);
            case Notice.Resync() -> ask();
            case Notice.LeaseChanged _,
                    Notice.PacketSeen _,
                    Notice.PairChanged _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.PoolBalanced _ -> {}
        }
    }

    public void pools(List<PoolView> now, long atMillis) {
        pools = now;
        pace.pulse(now, atMillis);
    }

    /// How many free addresses of a pool, by its number, go in an hour, both servers' together; 0
    /// when they do not grow fewer, -1 while that is not known.
    public double perHour(int pool) {
        return pace.perHour(pool);
    }

    /// Once a second: asks how the server is, so that silence and death can be told apart.
    public void tick() {
        if (session.clock().millis() - askedMillis >= ASK_MILLIS) ask();
        settle();
    }

    public void ask() {
        askedMillis = session.clock().millis();
        replies.ask(
                new Query.Status(),
                answer -> {
                    heardMillis = session.clock().millis();
                    gone = false;
                    server = answer;
                    alarms.clear();
                    answer.alarms().stream().filter(a -> !a.over()).forEach(alarms::add);
                    settle();
                },
                () -> {
                    gone = true;
                    settle();
                });
    }

    public void settle() {
        State next = state(session.clock().millis());
        if (!next.equals(shown.state())) shown.put(next);
    }

    private void alarm(AlarmView alarm) {
        alarms.removeIf(a -> a.type() == alarm.type() && a.detail().equals(alarm.detail()));
        if (!alarm.over()) alarms.add(alarm);
    }

    private State state(long now) {
        boolean demo = session.mode() == ConsoleSession.Mode.DEMO;
        ServerView known = server;
        var kind =
                switch (session.mode()) {
                    case DEMO -> new Fact(Text.of("truth.demo"), Tone.DEMO);
                    case SERVER -> new Fact(Text.of("truth.alone"), Tone.CALM);
                    case FILES, LEASES -> new Fact(Text.of("truth.files"), Tone.CALM);
                };
        var banners = alarms.stream().map(this::banner).toList();
        if (known == null) {
            var wait = new Fact(Text.of(gone ? "link.gone" : "link.waiting"), Tone.WATCH);
            var blank = new Fact("", Tone.PLAIN);
            String none = Text.of("value.unknown");
            return new State(
                    false, demo, none, none, "", wait, "", kind, blank, blank, blank, blank, "",
                    banners);
        }
        if (!session.mode().isLive()) return files(known, kind);
        String up = Words.coarse((now - known.startedMillis()) / 1_000);
        var since =
                new Fact(
                        Text.of(
                                "truth.since",
                                Words.moment(known.startedMillis(), now, session.zone()),
                                up),
                        Tone.PLAIN);
        var forecast = runsOut.forecast(pools);
        return new State(
                true,
                demo,
                known.name(),
                known.name(),
                known.version(),
                link(now),
                Text.of("card.uptime", up),
                kind,
                since,
                disk(known),
                new Fact(Text.of("truth.reply", known.replyMode()), Tone.PLAIN),
                new Fact(forecast.words(), forecast.tone()),
                badge(known.leases()),
                banners);
    }

    /// Files: nothing happens, so there is neither a link nor a forecast.
    private State files(ServerView known, Fact kind) {
        String at = Words.clock(known.startedMillis(), session.zone());
        var blank = new Fact("", Tone.PLAIN);
        return new State(
                true,
                false,
                known.name(),
                names(),
                known.version(),
                new Fact(Text.of("link.files", at), Tone.CALM),
                "",
                kind,
                new Fact(Text.of("truth.files.since", at), Tone.PLAIN),
                new Fact(Text.of("truth.files.more"), Tone.PLAIN),
                blank,
                blank,
                badge(known.leases()),
                List.of());
    }

    private Fact link(long now) {
        if (gone || now - heardMillis > LOST_MILLIS) {
            String at = Words.clock(heardMillis, session.zone());
            return new Fact(Text.of("link.lost", at), Tone.BAD);
        }
        return new Fact(Text.of("link.live", Words.ago(heardMillis, now)), Tone.GOOD);
    }

    private static Fact disk(ServerView server) {
        return server.diskOk()
                ? new Fact(Text.of("truth.disk.ok"), Tone.GOOD)
                : new Fact(Text.of("truth.disk.bad"), Tone.BAD);
    }

    private Banner banner(AlarmView alarm) {
        String at = Words.moment(alarm.atMillis(), session.clock().millis(), session.zone());
        Tone tone =
                switch (alarm.type()) {
                    case DISK_FAILING, POOL_EMPTY, LIVE_DRILL -> Tone.BAD;
                    case JOURNAL_TORN,
                            POOL_NEARLY_FULL,
                            OVERLOAD,
                            CONFIG_REFUSED,
                            FAILOVER_INTERRUPTED,
                            FAILOVER_TROUBLE ->
                            Tone.WATCH;
                };
        return new Banner(
                Text.of("banner.title", Sentences.label(alarm.type()), at),
                Sentences.sentence(alarm),
                Sentences.meaning(alarm.type()),
                Sentences.advice(alarm.type()),
                tone);
    }

    /// A count that fits a badge: 812, 12k, 1.2M.
    private static String badge(long count) {
        if (count < 10_000) return Words.count(count);
        if (count < 1_000_000) return count / 1_000 + "k";
        return count / 1_000_000 + "." + count % 1_000_000 / 100_000 + "M";
    }
}
