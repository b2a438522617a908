package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.api.Connection;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.Outcome;
import org.twinlease.control.PastPage;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;
import org.twinlease.isc.omapi.DhcpdAccess;
import org.twinlease.isc.omapi.DhcpdOrders;
import org.twinlease.value.ServerState;
import org.twinlease.wire.omapi.OmapiMessage;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A dhcpd as a server that one can connect to. It knows no time and no history: the time is this
/// machine's, and what it does not tell is empty or -1.
final class OmapiChannel implements Connection {

    private final OmapiTalk talk;
    private final DhcpdObjects objects;
    private final InstantSource clock;

    /// One request at a time, on a thread that ends with the program.
    private final Executor turn =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("omapi").factory());

    OmapiChannel(OmapiTalk talk, DhcpdAccess access, InstantSource clock) {
        this.talk = talk;
        this.clock = clock;
        objects = new DhcpdObjects(talk, access);
    }

    /// Something that asks the dhcpd.
    private interface Asking<A extends @Nullable Object> {
        A ask() throws ApiFault;
    }

    private <A extends @Nullable Object> CompletableFuture<A> inTurn(Asking<A> asking) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return asking.ask();
                    } catch (ApiFault fault) {
                        throw new CompletionException(fault);
                    }
                },
                turn);
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives what its query's type argument says
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return (CompletableFuture<A>) this.<@Nullable Object>inTurn(() -> answer(query));
    }

    private @Nullable Object answer(Query<?> query) throws ApiFault {
        return switch (query) {
            case Query.Status() -> status();
            case Query.Counters() ->
                    new CountersView(clock.millis(), new long[Counter.values().length], 0, 0);
            case Query.Pools() -> objects.pools();
            case Query.Failover() -> objects.failover();
            case Query.OneLease(var address) -> objects.lease(address);
            case Query.Client(var hardware, var id) ->
                    new ClientView(objects.leases(hardware, id), List.of());
            case Query.Consequence(Command order) -> preview(order);
            case Query.Story _, Query.RecentPackets _, Query.FailoverMessages _, Query.Passed _ ->
                    List.of();
            case Query.Past _ -> PastPage.NONE;
            case Query.Store _ -> StoreView.UNKNOWN;
            case Query.Control _ -> ControlView.OFF;
            case Query.LiveDrill _ -> LiveDrillView.NONE;
            case Query.Configuration _ -> ConfView.UNKNOWN;
            case Query.Leases _, Query.LeasesThen _ ->
                    throw new ApiFault(
                            ApiFault.Kind.REFUSED,
                            talk.place()
                                    + " is a dhcpd, whose OMAPI lists no leases; its lease file"
                                    + " does (twinlease leases decode)");
        };
    }

    /// What is known of it is how its relationships are.
    private ServerView status() throws ApiFault {
        List<FailoverView> pairs = objects.namesPeers() ? objects.failover() : List.of();
        List<AlarmView> alarms =
                pairs.stream()
                        .filter(pair -> pair.state() != ServerState.NORMAL)
                        .map(OmapiChannel::alarm)
                        .toList();
        return new ServerView(
                talk.place(), ServerView.DHCPD, 0, List.of(), "", "", "", true, -1, -1, alarms);
    }

    private static AlarmView alarm(FailoverView pair) {
        return new AlarmView(
                AlarmType.FAILOVER_INTERRUPTED,
                pair.since() * 1_000,
                false,
                pair.name() + " is in " + pair.state().word());
    }

    private Preview preview(Command order) throws ApiFault {
        OmapiMessage object =
                order instanceof Command.ToPair named ? objects.failoverState(named.name()) : null;
        return preview(order, object);
    }

    private Preview preview(Command order, @Nullable OmapiMessage object) throws ApiFault {
        FailoverView pair =
                object != null && order instanceof Command.ToPair named
                        ? objects.view(object, named.name())
                        : null;
        return DhcpdOrders.preview(order, pair, clock.millis() / 1_000);
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return inTurn(() -> new DhcpdDeeds(talk, objects, this::preview).carryOut(command));
    }

    @Override
    public Watch follow(@Nullable String after, Follower follower) {
        return OmapiWatch.start(this, clock, follower);
    }
}
