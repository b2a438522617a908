package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.AlarmView;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.ControlView;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.PassedView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.PoolView;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;
import org.twinlease.control.StoryLine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A server in name only: answers from fields that a test sets, remembers what it was ordered, and
/// tells its watchers what the test says.
public final class FakeChannel implements ControlChannel {

    public final List<Command> ordered = new ArrayList<>();

    /// What it was asked the consequence of.
    public final List<Command> considered = new ArrayList<>();

    public final List<LeaseView> leases = new ArrayList<>();
    public final List<PacketView> packets = new ArrayList<>();
    public final List<StoryLine> story = new ArrayList<>();
    public List<FailoverMessageView> messages = List.of();
    public List<PassedView> passed = List.of();
    public final List<PastEvent> past = new ArrayList<>();
    public final List<LeaseView> leasesThen = new ArrayList<>();

    /// What leases were from a time on; what [#leasesThen] says where nothing is given.
    public final TreeMap<Long, List<LeaseView>> leasesAt = new TreeMap<>();

    public List<PoolView> pools = List.of();
    public List<AlarmView> alarms = List.of();
    public CountersView counters = Samples.counters(Samples.NOW, 0, 0);
    public Outcome outcome = new Outcome.Done();
    public List<FailoverView> pairs = List.of();
    public StoreView store = StoreView.UNKNOWN;
    public ControlView control = ControlView.OFF;
    public Preview preview = new Preview(true, "");
    public String name = "dhcp-a";
    public boolean gone;

    /// Whether it is of a version that knows no record of the past.
    public boolean old;

    public boolean diskOk = true;
    public LiveDrillView drill = LiveDrillView.NONE;
    public ConfView configuration = ConfView.UNKNOWN;
    private final List<Consumer<Notice>> watchers = new CopyOnWriteArrayList<>();

    /// Tells every watcher.
    public void tell(Notice notice) {
        watchers.forEach(watcher -> watcher.accept(notice));
    }

    /// A lively minute or more of this server's pulses.
    public List<Notice> pulses(int seconds) {
        return Samples.pulses(seconds, pools);
    }

    /// How many watch.
    public int watchers() {
        return watchers.size();
    }

    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        if (gone) return CompletableFuture.failedFuture(new IllegalStateException("gone"));
        if (old && (Query<?>) query instanceof Query.Past) {
            return CompletableFuture.failedFuture(new IllegalStateException("unknown query"));
        }
        return CompletableFuture.completedFuture(answer(query));
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        ordered.add(command);
        if (gone) return CompletableFuture.failedFuture(new IllegalStateException("gone"));
        return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    // Each query is answered with the type that it names, null only where it says so.
    @SuppressWarnings({"unchecked", "NullAway"})
    private <A extends @Nullable Object> A answer(Query<A> query) {
        @Nullable Object answer =
                switch ((Query<?>) query) {
                    case Query.Status() -> status();
                    case Query.Counters() -> counters;
                    case Query.Pools() -> pools;
                    case Query.Leases ask -> page(ask);
                    case Query.OneLease(var address) -> one(address.bits());
                    case Query.Story(var _) -> List.copyOf(story);
                    case Query.Failover _ -> pairs;
                    case Query.FailoverMessages _ -> messages;
                    case Query.Passed(long since, long after, int limit) ->
                            passed.stream()
                                    .filter(p -> p.atMillis() >= since && p.sequence() > after)
                                    .limit(limit)
                                    .toList();
                    case Query.Past(long from, long to, String subject, int _) ->
                            past(from, to, subject);
                    case Query.Store _ -> store;
                    case Query.Control _ -> control;
                    case Query.LiveDrill _ -> drill;
                    case Query.Configuration _ -> configuration;
                    case Query.LeasesThen(long at, var _, int _) -> then(at);
                    case Query.Client _ -> new ClientView(List.of(), List.of());
                    case Query.Consequence(var command) -> {
                        considered.add(command);
                        yield preview;
                    }
                    case Query.RecentPackets(var limit) ->
                            packets.subList(Math.max(0, packets.size() - limit), packets.size());
                };
        return (A) answer;
    }

    private ServerView status() {
        return new ServerView(
                name,
                "0.1.0",
                Samples.NOW - 7_500_000L,
                List.of("127.0.0.1:6767"),
                "broadcast, no right to send raw frames",
                "not permitted here",
                "/var/lib/twinlease",
                diskOk,
                leases.size(),
                1_234_000,
                alarms);
    }

    private PastPage past(long from, long to, String subject) {
        var events =
                past.stream()
                        .filter(e -> e.atMillis() >= from && e.atMillis() <= to)
                        .filter(e -> subject.isEmpty() || e.subject().equals(subject))
                        .filter(e -> !subject.isEmpty() || e.kind() != PastKind.LEASE)
                        .toList();
        return new PastPage(past.isEmpty() ? 0 : past.getFirst().atMillis(), false, events);
    }

    private LeasePage then(long atMillis) {
        var entry = leasesAt.floorEntry(atMillis);
        return new LeasePage(List.copyOf(entry == null ? leasesThen : entry.getValue()), null);
    }

    private LeasePage page(Query.Leases ask) {
        var found =
                leases.stream()
                        .filter(l -> l.address().compareTo(ask.from()) >= 0)
                        .sorted((a, b) -> a.address().compareTo(b.address()))
                        .toList();
        if (found.size() <= ask.limit()) return new LeasePage(found, null);
        return new LeasePage(found.subList(0, ask.limit()), found.get(ask.limit()).address());
    }

    private @Nullable LeaseView one(int bits) {
        return leases.stream().filter(l -> l.address().bits() == bits).findFirst().orElse(null);
    }
}
