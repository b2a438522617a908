package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.console.model.wizard.Conflicts.Difference;
import org.twinlease.console.model.wizard.Conflicts.Rule;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.lease.Lease;
import org.twinlease.lease.Merge;
import org.twinlease.lease.Merge.Verdict;
import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;
import org.twinlease.wire.failover.BindingUpdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Which of two records the wizard says will stand, held against what the two servers do: the
/// secondary tells the primary what it has, and then the primary the secondary.
final class ConflictsRuleTest {

    private static final long NOW = PairDesk.SECOND;

    private final PairDesk pair = new PairDesk();

    @BeforeEach
    void empty() {
        pair.first.leases.clear();
        pair.second.leases.clear();
    }

    private static LeaseView lease(
            int number, BindingState state, int client, long starts, long ends, long cltt) {
        boolean named = client > 0;
        return new LeaseView(
                Samples.address(number),
                state,
                named ? Samples.hardware(client) : null,
                null,
                null,
                NOW + starts,
                ends == LeaseView.NEVER ? ends : NOW + ends,
                cltt == 0 ? 0 : NOW + cltt,
                false,
                false,
                0);
    }

    private List<Difference> compare() {
        var session = pair.desk.session(ConsoleSession.Mode.DEMO);
        List<PairSide> sides = new ArrayList<>();
        for (FakeChannel channel : List.of(pair.first, pair.second)) {
            var replies = new Replies(channel, Runnable::run);
            sides.add(new PairSide(sides.size(), new FrameModel(session, replies), replies));
        }
        var model = new PairModel(session, sides);
        model.on(0, new Notice.PairPulse(pair.first.pairs, Samples.NOW));
        model.on(1, new Notice.PairPulse(pair.second.pairs, Samples.NOW));
        var conflicts = new Conflicts(sides.getFirst(), sides.getLast(), NOW, () -> {});
        conflicts.look();
        assertThat(conflicts.isWhole()).isTrue();
        return conflicts.list();
    }

    private static Lease kept(LeaseView view) {
        return new Lease(
                view.address(),
                view.state(),
                0,
                view.hardware(),
                view.clientId(),
                null,
                null,
                view.starts(),
                view.ends(),
                view.cltt(),
                0,
                0,
                0);
    }

    private static BindingUpdate update(Lease lease) {
        return new BindingUpdate(
                lease.address(),
                lease.state(),
                lease.clientId(),
                lease.hardware(),
                Math.min(lease.ends(), BindingUpdate.LAST_SECOND),
                0,
                lease.starts(),
                lease.cltt(),
                0);
    }

    /// What a server has when its partner has told it of a lease.
    private static Lease told(Lease ours, Lease theirs, boolean primary) {
        Verdict verdict =
                Merge.decide(new Merge.Ours(ours, primary, false, false), update(theirs), NOW);
        return verdict instanceof Verdict.Take(Lease taken, boolean _) ? taken : ours;
    }

    /// 0 where the primary's record is left on both, 1 where the secondary's is, -1 for neither.
    private static int left(LeaseView primary, LeaseView secondary) {
        Lease first = told(kept(primary), kept(secondary), true);
        Lease second = told(kept(secondary), first, false);
        if (is(first, primary) && is(second, primary)) return 0;
        return is(first, secondary) && is(second, secondary) ? 1 : -1;
    }

    private static boolean is(Lease lease, LeaseView view) {
        return lease.state() == view.state()
                && lease.ends() == view.ends()
                && String.valueOf(lease.hardware()).equals(String.valueOf(view.hardware()));
    }

    /// Both have given it, to one client or to two; a contact of 0 is one that the other server
    /// had, of which this one was told.
    @Test
    void ofTwoThatWereGivenTheOneStandsThatTheServersKeep() {
        var random = new Random(20_260_303);
        List<LeaseView> first = new ArrayList<>();
        List<LeaseView> second = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            for (List<LeaseView> side : List.of(first, second)) {
                long starts = -3_000 + 60L * random.nextInt(40);
                long cltt = random.nextInt(4) == 0 ? 0 : starts + 60L * random.nextInt(3);
                long ends = 60 + 60L * random.nextInt(20);
                int client = 1 + random.nextInt(2);
                side.add(lease(i, BindingState.ACTIVE, client, starts, ends, cltt));
            }
        }
        agree(first, second);
    }

    /// One has given it, and the other has it as free, or as over.
    @Test
    void whatWasGivenStandsAgainstWhatIsFree() {
        var random = new Random(20_260_304);
        List<LeaseView> first = new ArrayList<>();
        List<LeaseView> second = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            boolean turned = random.nextBoolean();
            long starts = -3_000L + random.nextInt(2_000);
            long ends = 600L + random.nextInt(900);
            LeaseView given = lease(i, BindingState.ACTIVE, 1, starts, ends, starts);
            BindingState over =
                    List.of(BindingState.FREE, BindingState.BACKUP, BindingState.EXPIRED)
                            .get(random.nextInt(3));
            int last = random.nextInt(3);
            LeaseView free = lease(i, over, last, -9_000, -5_000, last == 0 ? 0 : -9_000);
            first.add(turned ? free : given);
            second.add(turned ? given : free);
        }
        agree(first, second);
    }

    private void agree(List<LeaseView> first, List<LeaseView> second) {
        pair.first.leases.addAll(first);
        pair.second.leases.addAll(second);
        for (Difference each : compare()) {
            assertThat(each.stands())
                    .as("%s\n%s\n%s", each.rule(), each.one(), each.two())
                    .isEqualTo(left(each.one(), each.two()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // states, clients and ends of both: what rules
        "ACTIVE, 1, 600, ACTIVE, 2, 600, TWO_CLIENTS",
        "ACTIVE, 1, 600, ACTIVE, 1, 601, TWO_ENDS",
        "ACTIVE, 1, 600, ACTIVE, 1, -1, GIVEN",
        "ACTIVE, 1, 0, FREE, 0, 0, GIVEN",
        "ACTIVE, 1, -1, FREE, 0, 0, ENDED",
        "ACTIVE, 1, -1, ACTIVE, 2, -1, ENDED",
        "FREE, 1, 0, BACKUP, 0, 0, NOBODY",
        "EXPIRED, 1, -9, FREE, 0, 0, NOBODY",
        "ABANDONED, 0, 900, ACTIVE, 1, 600, ABANDONED",
        "FREE, 0, 0, ABANDONED, 0, 900, ABANDONED"
    })
    void twoRecordsDifferInOneWay(
            BindingState one,
            int client,
            long ends,
            BindingState two,
            int other,
            long otherEnds,
            Rule rule) {
        pair.first.leases.add(lease(1, one, client, -900, ends, -900));
        pair.second.leases.add(lease(1, two, other, -900, otherEnds, -900));
        assertThat(compare()).extracting(Difference::rule).containsExactly(rule);
    }

    @Test
    void whatAgreesOrIsOfAnotherPoolIsNoDifference() {
        LeaseView same = lease(1, BindingState.ACTIVE, 1, -900, 600, -900);
        LeaseView learnt = lease(1, BindingState.ACTIVE, 1, -900, 600, 0);
        pair.first.leases.add(same);
        pair.second.leases.add(learnt);
        pair.first.leases.add(lease(2, BindingState.FREE, 1, -900, 0, 0));
        pair.second.leases.add(lease(2, BindingState.FREE, 2, -800, 0, 0));
        pair.second.leases.add(lease(3, BindingState.ACTIVE, 3, -900, 600, -900));
        assertThat(compare()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 1, , true",
        "1, , 2, , false",
        "1, x, 2, x, true",
        "1, x, 1, y, false",
        "1, x, 1, , true",
        "0, , 0, , true"
    })
    void aClientIsKnownByItsIdentifierWhereBothHaveOne(
            int one, @Nullable String id, int two, @Nullable String other, boolean same) {
        assertThat(Conflicts.isSameClient(named(one, id), named(two, other))).isEqualTo(same);
    }

    private static LeaseView named(int client, @Nullable String id) {
        LeaseView plain = lease(1, BindingState.ACTIVE, client, -900, 600, -900);
        return new LeaseView(
                plain.address(),
                plain.state(),
                plain.hardware(),
                id == null ? null : Octets.ofText(id),
                null,
                plain.starts(),
                plain.ends(),
                plain.cltt(),
                false,
                false,
                0);
    }
}
