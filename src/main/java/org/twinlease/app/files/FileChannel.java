package org.twinlease.app.files;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.Pool;
import org.twinlease.config.Range;
import org.twinlease.config.SharedNetwork;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.ControlView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PastPage;
import org.twinlease.control.PoolView;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;
import org.twinlease.engine.LeaseViews;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A configuration and its leases out of files, asked as a server is: it knows what the files say,
/// nothing ever happens, and it obeys no order.
public final class FileChannel implements ControlChannel {
    private static final String NO_ORDERS = "These are files; no server hears an order.";

    private final String name;
    private final String leaseFile;
    private final long readMillis;
    private final List<PoolView> pools = new ArrayList<>();
    private final NavigableMap<Ip4, LeaseView> leases = new TreeMap<>();

    /// `readMillis` is when they were read; `leaseFile` is empty where there is none.
    public FileChannel(
            String name, Config config, String leaseFile, List<Lease> known, long readMillis) {
        this.name = name;
        this.leaseFile = leaseFile;
        this.readMillis = readMillis;
        NavigableMap<Ip4, Integer> owners = new TreeMap<>();
        List<List<Range>> ranges = new ArrayList<>();
        List<String> networks = new ArrayList<>();
        for (SharedNetwork network : config.networks()) {
            for (Pool pool : network.pools()) {
                for (Range range : pool.ranges()) owners.put(range.low(), ranges.size());
                ranges.add(pool.ranges());
                networks.add(network.name());
            }
        }
        for (Lease lease : known) {
            var before = owners.floorEntry(lease.address());
            boolean inside =
                    before != null
                            && ranges.get(before.getValue()).stream()
                                    .anyMatch(range -> contains(range, lease.address()));
            int pool = inside && before != null ? before.getValue() : LeaseView.NO_POOL;
            leases.put(lease.address(), LeaseViews.of(lease, pool));
        }
        for (int i = 0; i < ranges.size(); i++) pools.add(pool(i, networks.get(i), ranges.get(i)));
    }

    private static boolean contains(Range range, Ip4 address) {
        return range.low().compareTo(address) <= 0 && address.compareTo(range.high()) <= 0;
    }

    private PoolView pool(int index, String network, List<Range> ranges) {
        long size = ranges.stream().mapToLong(Range::size).sum();
        List<String> words = ranges.stream().map(Range::words).toList();
        long active = count(index, BindingState.ACTIVE);
        long over =
                count(index, BindingState.EXPIRED)
                        + count(index, BindingState.RELEASED)
                        + count(index, BindingState.RESET);
        long abandoned = count(index, BindingState.ABANDONED);
        long backup = count(index, BindingState.BACKUP);
        return new PoolView(
                index,
                String.join(", ", words),
                network,
                words,
                size,
                size - active - over - abandoned - backup,
                0,
                active,
                over,
                abandoned,
                backup);
    }

    private long count(int pool, BindingState state) {
        return leases.values().stream()
                .filter(lease -> lease.pool() == pool && lease.state() == state)
                .count();
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives what its query's type argument says
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return (CompletableFuture<A>) CompletableFuture.completedFuture(answer(query));
    }

    private @Nullable Object answer(Query<?> query) {
        return switch (query) {
            case Query.Status() -> status();
            case Query.Counters() ->
                    new CountersView(readMillis, new long[Counter.values().length], 0, 0);
            case Query.Pools() -> List.copyOf(pools);
            case Query.Leases(Ip4 from, int limit, boolean _) -> page(from, limit);
            case Query.OneLease(Ip4 address) -> leases.get(address);
            case Query.Client(var hardware, var id) -> client(hardware, id);
            case Query.Story _,
                    Query.RecentPackets _,
                    Query.Failover _,
                    Query.FailoverMessages _,
                    Query.Passed _ ->
                    List.of();
            case Query.Past _ -> PastPage.NONE;
            case Query.Store _ -> StoreView.UNKNOWN;
            case Query.Control _ -> ControlView.OFF;
            case Query.LiveDrill _ -> LiveDrillView.NONE;
            case Query.Configuration _ -> ConfView.UNKNOWN;
            case Query.LeasesThen _ -> new LeasePage(List.of(), null);
            case Query.Consequence _ -> new Preview(false, NO_ORDERS);
        };
    }

    private ClientView client(@Nullable HardwareAddress hardware, @Nullable Octets id) {
        List<LeaseView> its =
                leases.values().stream()
                        .filter(
                                lease ->
                                        (hardware != null
                                                        && Objects.equals(
                                                                hardware, lease.hardware()))
                                                || (id != null
                                                        && Objects.equals(id, lease.clientId())))
                        .toList();
        return new ClientView(its, List.of());
    }

    private ServerView status() {
        long active =
                leases.values().stream().filter(l -> l.state() == BindingState.ACTIVE).count();
        return new ServerView(
                name, "", readMillis, List.of(), "", "", leaseFile, true, active, 0, List.of());
    }

    private LeasePage page(Ip4 from, int limit) {
        List<LeaseView> page =
                leases.tailMap(from, true).values().stream().limit(Math.max(1, limit)).toList();
        Ip4 next = page.isEmpty() ? null : leases.higherKey(page.getLast().address());
        return new LeasePage(page, next);
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return CompletableFuture.completedFuture(new Outcome.Refused(NO_ORDERS));
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        return () -> {};
    }
}
