package org.twinlease.app.past;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The way in to a server that keeps a record of the past: what was is answered from the record,
/// and orders are recorded with what came of them.
public final class RecordedChannel implements ControlChannel {

    private final ControlChannel server;
    private final Recorder recorder;

    public RecordedChannel(ControlChannel server, Recorder recorder) {
        this.server = server;
        this.recorder = recorder;
    }

    // Each query is answered with the type that it names.
    @SuppressWarnings("unchecked")
    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return switch ((Query<?>) query) {
            case Query.Past past -> (CompletableFuture<A>) recorder.past(past);
            case Query.Store _ -> (CompletableFuture<A>) recorder.store();
            case Query.LeasesThen then -> (CompletableFuture<A>) leases(then);
            default -> server.ask(query);
        };
    }

    /// The leases as they are, with what has changed since turned back. The record is read after
    /// the leases: what changes in between is turned back too.
    private CompletableFuture<LeasePage> leases(Query.LeasesThen query) {
        return server.ask(new Query.Leases(query.from(), query.limit(), true))
                .thenCompose(
                        page ->
                                recorder.then(query.atMillis())
                                        .thenApply(were -> turnedBack(page, were)));
    }

    private static LeasePage turnedBack(LeasePage page, Map<Ip4, LeaseView> were) {
        List<LeaseView> leases =
                page.leases().stream()
                        .map(lease -> were.getOrDefault(lease.address(), lease))
                        .filter(RecordedChannel::hadClient)
                        .toList();
        return new LeasePage(leases, page.next());
    }

    private static boolean hadClient(LeaseView lease) {
        boolean free = lease.state() == BindingState.FREE || lease.state() == BindingState.BACKUP;
        return !free || lease.hardware() != null || lease.clientId() != null;
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return server.submit(command)
                .whenComplete(
                        (outcome, failure) -> {
                            boolean said = !(command instanceof Command.HoldDrill);
                            if (failure == null && said) recorder.ordered(command, outcome);
                        });
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        return server.watch(watcher);
    }
}
