package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.PacketView;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;
import org.twinlease.control.StoryLine;
import org.twinlease.lease.ClientKey;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The answers to queries, each one reading of the engine's state.
final class Answers {

    private static final int MOST = 10_000;
    private static final HardwareAddress NONE = new HardwareAddress(0, Octets.EMPTY);

    private final Engine engine;

    Answers(Engine engine) {
        this.engine = engine;
    }

    @SuppressWarnings("unchecked") // each case gives what its query's type argument says
    <A extends @Nullable Object> void answer(Now now, Input.Question<A> question) {
        ((Consumer<@Nullable Object>) question.answer()).accept(answer(now, question.query()));
    }

    private @Nullable Object answer(Now now, Query<?> query) {
        return switch (query) {
            case Query.Status() -> status();
            case Query.Counters() -> engine.counters(now);
            case Query.Pools() -> engine.pools();
            case Query.Leases(Ip4 from, int limit, boolean all) -> page(from, limit, all);
            case Query.OneLease(Ip4 address) -> one(address);
            case Query.Story(Ip4 address) -> story(address);
            case Query.Client(HardwareAddress hardware, Octets id) -> client(hardware, id);
            case Query.RecentPackets(int limit) ->
                    engine.packets().newest(Math.min(limit, MOST), _ -> true);
            case Query.Failover() -> engine.pairs().views();
            case Query.FailoverMessages(int limit) ->
                    engine.pairs().messages(Math.min(limit, MOST));
            case Query.Passed(long since, long after, int limit) ->
                    engine.passing().since(since, after, Math.clamp(limit, 1, MOST));
            // The record of the past is kept beside the engine, which remembers nothing for long.
            case Query.Past _ -> PastPage.NONE;
            case Query.Store _ -> StoreView.UNKNOWN;
            case Query.Control _ -> ControlView.OFF;
            case Query.LiveDrill _ -> engine.pairs().drills().view(now);
            // The engine has it as a plan, which its text does not follow from.
            case Query.Configuration _ -> ConfView.UNKNOWN;
            case Query.LeasesThen _ -> new LeasePage(List.of(), null);
            case Query.Consequence(Command command) -> new PairOrders(engine).preview(now, command);
        };
    }

    private ServerView status() {
        Identity identity = engine.identity();
        LeaseTable table = engine.table();
        long leases = 0;
        for (int pool = 0; pool < engine.plan().pools().size(); pool++) {
            leases += table.count(pool, BindingState.ACTIVE);
        }
        return new ServerView(
                identity.name(),
                identity.version(),
                engine.startedMillis(),
                identity.listening(),
                engine.edges().replyMode().get(),
                engine.edges().pingMode().get(),
                identity.dataFolder(),
                engine.ledger().isUp(),
                leases,
                table.bytes(),
                engine.alarms().open());
    }

    private LeasePage page(Ip4 from, int limit, boolean all) {
        LeaseTable table = engine.table();
        int most = Math.clamp(limit, 1, MOST);
        List<LeaseView> leases = new ArrayList<>();
        int slot = table.ceiling(from);
        while (slot < table.size() && leases.size() < most) {
            if (all || table.wasUsed(slot)) {
                leases.add(LeaseViews.of(table.lease(slot), table.pool(slot)));
            }
            slot++;
        }
        return new LeasePage(leases, slot < table.size() ? table.address(slot) : null);
    }

    private @Nullable LeaseView one(Ip4 address) {
        LeaseTable table = engine.table();
        int slot = table.slot(address);
        return slot < 0 ? null : LeaseViews.of(table.lease(slot), table.pool(slot));
    }

    private ClientView client(@Nullable HardwareAddress hardware, @Nullable Octets id) {
        LeaseTable table = engine.table();
        ClientKey client = new ClientKey(id, hardware == null ? NONE : hardware);
        // A set, since a row is found by its identifier and again by its hardware address.
        Set<Integer> slots = new TreeSet<>();
        var _ =
                table.find(
                        client,
                        slot -> {
                            slots.add(slot);
                            return false;
                        });
        return new ClientView(
                slots.stream()
                        .map(slot -> LeaseViews.of(table.lease(slot), table.pool(slot)))
                        .toList(),
                engine.packets().newest(200, p -> client.resembles(p.clientId(), p.hardware())));
    }

    private List<StoryLine> story(Ip4 address) {
        List<StoryLine> lines = new ArrayList<>();
        for (PacketView p : engine.packets().newest(200, p -> p.address().equals(address))) {
            String answer = p.answer();
            lines.add(
                    new StoryLine(
                            p.atMillis(), p.received(), answer == null ? "" : answer, p.reasons()));
        }
        for (Act act : engine.acts().newest(200, a -> a.address().equals(address))) {
            lines.add(new StoryLine(act.atMillis(), "", "", List.of(act.reason())));
        }
        lines.sort(Comparator.comparingLong(StoryLine::atMillis));
        return lines;
    }
}
