package org.twinlease.console.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The leases of a moment are read in parts, and the moment that was chosen last counts.
final class LeasesThenTest {

    private final Slow channel = new Slow();
    private final Desk desk = new Desk(new FakeChannel());
    private final List<String> shown = new ArrayList<>();
    private final ConsoleSession session = desk.session(ConsoleSession.Mode.DEMO);
    private final PastSide side = side();
    private final LeasesThen leases = new LeasesThen(session, () -> shown.add("changed"));

    /// A server that answers when the test says so.
    private static final class Slow implements ControlChannel {
        final List<Query.LeasesThen> asked = new ArrayList<>();
        final List<CompletableFuture<LeasePage>> waiting = new ArrayList<>();

        @SuppressWarnings("unchecked") // a LeasesThen is answered by a LeasePage
        @Override
        public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
            if (!((Query<?>) query instanceof Query.LeasesThen then)) {
                return new CompletableFuture<>();
            }
            var answer = new CompletableFuture<LeasePage>();
            asked.add(then);
            waiting.add(answer);
            return (CompletableFuture<A>) answer;
        }

        @Override
        public CompletableFuture<Outcome> submit(Command command) {
            return new CompletableFuture<>();
        }

        @Override
        public Watch watch(Consumer<Notice> watcher) {
            return () -> {};
        }
    }

    private PastSide side() {
        var replies = new Replies(channel, Runnable::run);
        return new PastSide(0, new PairSide(0, new FrameModel(session, replies), replies));
    }

    private static LeaseView lease(int number) {
        return Samples.lease(number, BindingState.ACTIVE);
    }

    @Test
    void partsAreAskedForUntilThereIsNoMore() {
        leases.ask(side, 1_000);
        assertThat(leases.summary()).isNull();
        channel.waiting.get(0).complete(new LeasePage(List.of(lease(1)), Samples.address(2)));
        assertThat(leases.summary()).as("not all yet").isNull();
        assertThat(channel.asked.get(1).from()).isEqualTo(Samples.address(2));
        channel.waiting.get(1).complete(new LeasePage(List.of(lease(2), lease(3)), null));
        assertThat(leases.summary()).isEqualTo("3 known, 3 active");
        assertThat(leases.rows()).hasSize(3);
        assertThat(shown).hasSize(1);
    }

    @Test
    void theAnswerForAnOlderMomentIsPassedOver() {
        leases.ask(side, 1_000);
        leases.ask(side, 2_000);
        channel.waiting.get(0).complete(new LeasePage(List.of(lease(1)), null));
        assertThat(leases.summary()).isNull();
        channel.waiting.get(1).complete(new LeasePage(List.of(lease(2)), null));
        assertThat(leases.rows().getFirst().address()).isEqualTo(Samples.address(2));
        assertThat(leases.atMillis()).isEqualTo(2_000);
    }

    @Test
    void whatIsKnownIsNotAskedForAgain() {
        leases.ask(side, 1_000);
        channel.waiting.get(0).complete(new LeasePage(List.of(lease(1)), null));
        leases.ask(side, 1_000);
        assertThat(channel.asked).hasSize(1);
    }

    @Test
    void aServerThatGoesAwayMeanwhileLeavesWhatItSaid() {
        leases.ask(side, 1_000);
        channel.waiting.get(0).complete(new LeasePage(List.of(lease(1)), Samples.address(2)));
        channel.waiting.get(1).completeExceptionally(new IllegalStateException("gone"));
        assertThat(leases.rows()).hasSize(1);
        assertThat(leases.isLoading()).isFalse();
    }
}
