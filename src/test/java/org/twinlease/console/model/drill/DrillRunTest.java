package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.drill.Original;
import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.Scenario;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// A twin beside the console's own thread, with both threads and the clock in the test's hand.
final class DrillRunTest {

    private static final long EIGHT = 8 * 3_600;

    private static final Scenario SCENARIO =
            Objects.requireNonNull(
                    DrillText.of(
                                    "some",
                                    """
                                    pair demo with lease 20m, mclt 5m, addresses 60
                                    population 5 renewing
                                    begin 08:00
                                    at 08:05 kill B
                                    end 08:20
                                    """)
                            .scenario());

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private long millis = 1_000_000;
    private int changes;

    private DrillRun run(Supplier<@Nullable Twin> made) {
        return run(_ -> made.get());
    }

    private DrillRun run(Function<BooleanSupplier, @Nullable Twin> made) {
        var desk = new DrillRun.Desk(background::add, ui::add, () -> Instant.ofEpochMilli(millis));
        return new DrillRun(desk, made, () -> changes++);
    }

    private DrillRun run() {
        return run(() -> new Twin(SCENARIO, Original.demo(SCENARIO), 1));
    }

    /// Lets both threads do what is to be done.
    private void settle() {
        while (!background.isEmpty() || !ui.isEmpty()) {
            if (!background.isEmpty()) background.remove().run();
            if (!ui.isEmpty()) ui.remove().run();
        }
    }

    private static Glance seen(DrillRun run) {
        @Nullable Glance glance = run.glance();
        return Objects.requireNonNull(glance);
    }

    private void pulse(DrillRun run, Speed speed, long passed) {
        millis += passed;
        run.pulse(speed);
        settle();
    }

    @Test
    void nothingIsSeenBeforeTheTwinIsMade() {
        DrillRun run = run();
        assertThat(run.glance()).isNull();
        assertThat(run.isBusy()).isTrue();
        background.remove().run();
        assertThat(run.glance()).as("it has not come back yet").isNull();
        ui.remove().run();
        assertThat(seen(run).second()).isEqualTo(EIGHT);
        assertThat(run.isBusy()).isFalse();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void timeStandsStillUntilItIsLetGo() {
        DrillRun run = run();
        settle();
        pulse(run, Speed.X60, 1_000);
        assertThat(seen(run).second()).isEqualTo(EIGHT);
        run.run(true);
        pulse(run, Speed.X60, 1_000);
        assertThat(seen(run).second()).isEqualTo(EIGHT + 60);
    }

    @Test
    void partsOfASecondAreNotLost() {
        DrillRun run = run();
        settle();
        run.run(true);
        for (int i = 0; i < 10; i++) pulse(run, Speed.X1, 150);
        assertThat(seen(run).second()).isEqualTo(EIGHT + 1);
        for (int i = 0; i < 10; i++) pulse(run, Speed.X1, 150);
        assertThat(seen(run).second()).isEqualTo(EIGHT + 3);
    }

    @Test
    void onePieceOfWorkIsUnderWayAtATime() {
        DrillRun run = run();
        settle();
        run.run(true);
        for (int i = 0; i < 5; i++) {
            millis += 100;
            run.pulse(Speed.X60);
        }
        assertThat(background).hasSize(1);
        settle();
        assertThat(seen(run).second()).as("the first pulse").isEqualTo(EIGHT + 6);
        pulse(run, Speed.X60, 0);
        assertThat(seen(run).second()).as("what came due meanwhile").isEqualTo(EIGHT + 30);
    }

    @Test
    void aMachineThatCannotKeepUpOwesAtMostASecond() {
        DrillRun run = run();
        settle();
        run.run(true);
        pulse(run, Speed.X60, 600_000);
        assertThat(seen(run).second()).isEqualTo(EIGHT + 60);
    }

    @Test
    void theStandstillIsNoTimeThatIsOwed() {
        DrillRun run = run();
        settle();
        run.run(true);
        pulse(run, Speed.X10, 500);
        run.run(false);
        pulse(run, Speed.X10, 60_000);
        run.run(true);
        pulse(run, Speed.X10, 100);
        assertThat(seen(run).second()).isEqualTo(EIGHT + 6);
    }

    @Test
    void asFastAsItGoesItIsOverAtOnceAndStandsStillThen() {
        DrillRun run = run();
        settle();
        run.run(true);
        pulse(run, Speed.MOST, 0);
        assertThat(seen(run).over()).isTrue();
        assertThat(seen(run).verdict()).isNotNull();
        assertThat(run.isRunning()).isFalse();
        run.run(true);
        assertThat(run.isRunning()).as("what is over does not go on").isFalse();
    }

    @Test
    void aPieceOfWorkEndsAfterAMomentHoweverMuchIsLeft() {
        DrillRun run = run();
        settle();
        run.run(true);
        // Each look at the clock takes 50 ms, so there is time for two of them.
        var desk = new DrillRun.Desk(background::add, ui::add, this::tick);
        var slow =
                new DrillRun(desk, _ -> new Twin(SCENARIO, Original.demo(SCENARIO), 1), () -> {});
        settle();
        slow.run(true);
        slow.pulse(Speed.MOST);
        settle();
        assertThat(seen(slow).over()).isFalse();
        assertThat(seen(slow).second()).isBetween(EIGHT + 1, EIGHT + 60);
    }

    private Instant tick() {
        millis += 50;
        return Instant.ofEpochMilli(millis);
    }

    @Test
    void aTwinThatNobodyWantsIsGivenUpWhileItIsBeingMade() {
        var drops = new ArrayList<DrillRun>();
        var looks = new AtomicInteger();
        var ended = new AtomicBoolean();
        DrillRun run =
                run(
                        wanted -> {
                            BooleanSupplier seen =
                                    () -> {
                                        if (looks.incrementAndGet() == 3) drops.getFirst().drop();
                                        return wanted.getAsBoolean();
                                    };
                            Twin made = new Twin(SCENARIO, Original.demo(SCENARIO), 1, seen);
                            ended.set(true);
                            return made;
                        });
        drops.add(run);
        settle();
        assertThat(looks).hasValue(3);
        assertThat(ended).isFalse();
        assertThat(run.glance()).isNull();
        assertThat(changes).isZero();
    }

    @Test
    void whatWasDroppedBeforeItsTurnIsNotBegun() {
        DrillRun run =
                run(
                        _ -> {
                            throw new AssertionError("nobody wants it");
                        });
        run.drop();
        settle();
        assertThat(run.glance()).isNull();
    }

    @Test
    void whatIsDoneWhileTheTwinIsMadeIsDoneInItsTurn() {
        DrillRun run = run();
        run.act(Act.of(Deed.CUT_LINK));
        run.step();
        settle();
        assertThat(seen(run).lines()).extracting(line -> line.what()).startsWith("cut link");
        assertThat(seen(run).byHand()).hasSize(1);
        assertThat(seen(run).linkCut()).isTrue();
    }

    @Test
    void aGlanceStaysAsItWas() {
        DrillRun run = run();
        settle();
        Glance first = seen(run);
        run.run(true);
        pulse(run, Speed.MOST, 0);
        assertThat(first.second()).isEqualTo(EIGHT);
        assertThat(first.lines()).isEmpty();
        assertThat(first.seats()).extracting(Glance.Seat::state).containsOnly("normal");
        assertThat(seen(run).seats().getLast().state()).isEqualTo(Sample.DOWN);
        assertThat(seen(run).seats().getLast().pair()).isNull();
    }

    @Test
    void whoIsDroppedSaysNothingAnyMore() {
        DrillRun run = run();
        run.act(Act.of(Deed.CUT_LINK));
        run.drop();
        settle();
        assertThat(changes).isZero();
        assertThat(run.glance()).isNull();
    }

    @Test
    void aFaultOfTheProgramIsSaidAndEndsIt() {
        DrillRun run =
                run(
                        () -> {
                            throw new IllegalStateException("no such twin");
                        });
        run.run(true);
        assertThatThrownBy(() -> background.remove().run())
                .isInstanceOf(IllegalStateException.class);
        ui.remove().run();
        assertThat(run.isBroken()).isTrue();
        assertThat(run.isRunning()).isFalse();
        run.step();
        assertThat(background).isEmpty();
        assertThat(changes).isEqualTo(1);
    }
}
