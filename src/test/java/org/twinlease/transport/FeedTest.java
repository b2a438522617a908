package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

final class FeedTest {
    private final EmbeddedChannel clock = new EmbeddedChannel();
    private final List<Input> taken = new ArrayList<>();
    private final List<Boolean> reading = new ArrayList<>();
    private int room;
    private final Feed feed =
            new Feed(
                    input -> taken.size() < room && taken.add(input),
                    clock.eventLoop(),
                    reading::add);

    @AfterEach
    void close() {
        boolean _ = clock.finish();
    }

    private static Input down(int link) {
        return new Input.LinkDown(link, "");
    }

    private void timePasses() {
        clock.advanceTimeBy(Feed.AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        clock.runScheduledPendingTasks();
    }

    @Test
    void whatFitsIsTakenAtOnceAndTheSourceIsLeftAlone() {
        room = 2;
        feed.put(down(1));
        feed.put(down(2));
        assertEquals(List.of(down(1), down(2)), taken);
        assertEquals(List.of(), reading);
    }

    @Test
    void whatDoesNotFitStopsTheSourceOnceAndComesLaterInOrder() {
        room = 1;
        for (int i = 1; i <= 4; i++) feed.put(down(i));
        assertEquals(List.of(false), reading);
        timePasses();
        assertEquals(List.of(down(1)), taken);
        room = 3;
        timePasses();
        assertEquals(List.of(down(1), down(2), down(3)), taken);
        assertEquals(List.of(false), reading);
        room = 9;
        feed.put(down(5)); // must not overtake the one that waits
        timePasses();
        assertEquals(List.of(down(1), down(2), down(3), down(4), down(5)), taken);
        assertEquals(List.of(false, true), reading);
    }

    @Test
    void afterItsEndNothingIsTakenAnyMore() {
        feed.put(down(1));
        feed.end();
        room = 9;
        feed.put(down(2));
        timePasses();
        assertEquals(List.of(), taken);
        assertEquals(List.of(false), reading);
    }
}
