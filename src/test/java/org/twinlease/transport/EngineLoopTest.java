package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class EngineLoopTest {

    @Test
    void inputsArriveInOrderInBoundedBatches() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        List<Input> seen = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(3_000);
        try (EngineLoop loop = loop(5_000, new CompletableFuture<>())) {
            for (int i = 0; i < 3_000; i++) loop.offer(answer(i));
            loop.start(
                    core(
                            Long.MAX_VALUE,
                            (_, inputs) -> {
                                sizes.add(inputs.size());
                                seen.addAll(inputs);
                                inputs.forEach(_ -> all.countDown());
                            }));
            assertTrue(all.await(5, TimeUnit.SECONDS));
        }
        assertEquals(List.of(1_024, 1_024, 952), sizes);
        for (int i = 0; i < 3_000; i++) assertEquals(answer(i), seen.get(i));
    }

    @Test
    void aFullInboxRefuses() {
        try (EngineLoop loop = loop(2, new CompletableFuture<>())) {
            assertTrue(loop.offer(answer(1)));
            assertTrue(loop.offer(answer(2)));
            assertFalse(loop.offer(answer(3)));
        }
    }

    @Test
    void theCoreIsWokenAtTheTickThatItWantsAndNotBefore() throws Exception {
        LinkedBlockingQueue<Now> calls = new LinkedBlockingQueue<>();
        try (EngineLoop loop = loop(2, new CompletableFuture<>())) {
            long[] wish = {loop.now().tickMillis() + 30};
            loop.start(
                    new Core() {
                        @Override
                        public void batch(Now now, List<Input> inputs) {
                            assertTrue(inputs.isEmpty());
                            assertTrue(now.tickMillis() >= wish[0]);
                            wish[0] = now.tickMillis() + 20;
                            calls.add(now);
                        }

                        @Override
                        public long nextWakeTick() {
                            return wish[0];
                        }
                    });
            Now first = calls.poll(5, TimeUnit.SECONDS);
            Now second = calls.poll(5, TimeUnit.SECONDS);
            assertTrue(second.tickMillis() > first.tickMillis());
        }
    }

    @Test
    void whatTheCoreThrowsEndsItForGood() throws Exception {
        CompletableFuture<Throwable> fatal = new CompletableFuture<>();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        List<Input> handled = new ArrayList<>();
        Error broken = new AssertionError("two owners");
        try (EngineLoop loop = loop(9, fatal)) {
            loop.whenStopped(() -> closed.complete(true));
            loop.start(
                    core(
                            Long.MAX_VALUE,
                            (_, inputs) -> {
                                handled.addAll(inputs);
                                throw broken;
                            }));
            loop.offer(answer(1));
            assertSame(broken, fatal.get(5, TimeUnit.SECONDS));
            assertTrue(closed.get(5, TimeUnit.SECONDS));
            loop.offer(answer(2));
        }
        assertEquals(List.of(answer(1)), handled);
    }

    @Test
    void aFaultInTheCoresWishIsFatalToo() throws Exception {
        CompletableFuture<Throwable> fatal = new CompletableFuture<>();
        try (EngineLoop loop = loop(9, fatal)) {
            loop.start(
                    new Core() {
                        @Override
                        public void batch(Now now, List<Input> inputs) {}

                        @Override
                        public long nextWakeTick() {
                            throw new IllegalStateException("no idea");
                        }
                    });
            assertEquals("no idea", fatal.get(5, TimeUnit.SECONDS).getMessage());
        }
    }

    @Test
    void aFaultInSomethingRunBetweenBatchesIsFatalToo() throws Exception {
        CompletableFuture<Throwable> fatal = new CompletableFuture<>();
        Error broken = new AssertionError("between");
        try (EngineLoop loop = loop(9, fatal)) {
            loop.run(
                    () -> {
                        throw broken;
                    });
            assertSame(broken, fatal.get(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void theHandlerOfAFaultMayCloseTheLoop() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        EngineLoop[] own = new EngineLoop[1];
        own[0] =
                new EngineLoop(
                        "loop",
                        IoKind.detect(),
                        new Intake(9),
                        _ -> {
                            own[0].close();
                            closed.complete(true);
                        });
        own[0].start(
                core(
                        0,
                        (_, _) -> {
                            throw new AssertionError("at once");
                        }));
        assertTrue(closed.get(5, TimeUnit.SECONDS));
    }

    @Test
    void whoeverComesTooLateIsRefusedWithoutAFault() {
        EngineLoop loop = loop(9, new CompletableFuture<>());
        loop.close();
        assertFalse(loop.offer(answer(1)));
    }

    @Test
    void closingWorksOffWhatTheInboxHolds() {
        List<Input> handled = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        EngineLoop loop = loop(5_000, new CompletableFuture<>());
        loop.start(
                core(
                        Long.MAX_VALUE,
                        (_, inputs) -> {
                            await(go);
                            handled.addAll(inputs);
                        }));
        for (int i = 0; i < 2_500; i++) loop.offer(answer(i));
        go.countDown();
        loop.close();
        assertEquals(2_500, handled.size());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(5, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private interface Batch {
        void handle(Now now, List<Input> inputs);
    }

    private static Core core(long wake, Batch batch) {
        return new Core() {
            @Override
            public void batch(Now now, List<Input> inputs) {
                batch.handle(now, List.copyOf(inputs));
            }

            @Override
            public long nextWakeTick() {
                return wake;
            }
        };
    }

    private static EngineLoop loop(int capacity, CompletableFuture<Throwable> fatal) {
        return new EngineLoop("loop", IoKind.detect(), new Intake(capacity), fatal::complete);
    }

    private static Input answer(int i) {
        return new Input.PingAnswered(new Ip4(i));
    }
}
