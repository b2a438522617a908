package org.twinlease.api;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.ControlChannel.Watch;
import org.twinlease.control.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest notices of a server under growing numbers, so that each watcher reads at its own pace
/// and can go on after a lost connection. A watcher that is further behind than this remembers is
/// told so by [Notice.Resync]. The server itself never waits for anybody.
final class NoticeLog implements AutoCloseable {

    private static final Notice RESYNC = new Notice.Resync();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final @Nullable Notice[] ring;
    private final String life;
    private final ControlChannel channel;
    private @Nullable Watch watch;
    private long end;
    private boolean closed;

    /// @param life what tells this server's numbers from those of one before it
    /// @param capacity how many notices are remembered
    NoticeLog(ControlChannel channel, String life, int capacity) {
        this.channel = channel;
        this.life = life;
        ring = new Notice[capacity];
    }

    /// A notice and the token to go on after it.
    record Numbered(String token, Notice notice) {}

    /// Where a reader stands; not for several threads.
    final class Reader {
        private long next;
        private boolean gap;

        /// What has come since the last call, at most `most`; empty when nothing has for so long,
        /// or when the log is closed.
        List<Numbered> read(int most, long waitMillis) throws InterruptedException {
            lock.lock();
            try {
                long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
                while (next == end && !gap && !closed && left > 0) left = more.awaitNanos(left);
                List<Numbered> found = new ArrayList<>();
                long oldest = Math.max(0, end - ring.length);
                if (next < oldest) {
                    next = oldest;
                    gap = true;
                }
                if (gap) found.add(new Numbered(token(next), RESYNC));
                gap = false;
                while (next < end && found.size() < most) {
                    Notice notice = ring[(int) (next++ % ring.length)];
                    if (notice != null) found.add(new Numbered(token(next), notice));
                }
                return found;
            } finally {
                lock.unlock();
            }
        }
    }

    /// A reader that goes on after a token, or from now when it is null. A token of another life of
    /// the server, or one that is no token, begins with a resync.
    Reader reader(@Nullable String after) {
        lock.lock();
        try {
            // Nobody pays for notices before the first watcher; from then on they are kept.
            if (watch == null && !closed) watch = channel.watch(this::add);
            Reader reader = new Reader();
            long number = number(after);
            reader.gap = after != null && number < 0;
            reader.next = number < 0 ? end : number;
            return reader;
        } finally {
            lock.unlock();
        }
    }

    /// What a lease was is for the server's own record; it would make the busiest notice twice as
    /// long.
    private static Notice told(Notice notice) {
        return notice instanceof Notice.LeaseChanged changed && changed.before() != null
                ? new Notice.LeaseChanged(changed.lease(), changed.why(), changed.atMillis())
                : notice;
    }

    private void add(Notice notice) {
        lock.lock();
        try {
            ring[(int) (end++ % ring.length)] = told(notice);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private String token(long number) {
        return life + "." + number;
    }

    private long number(@Nullable String token) {
        if (token == null || !token.startsWith(life + ".")) return -1;
        String digits = token.substring(life.length() + 1);
        if (!digits.matches("[0-9]{1,18}")) return -1;
        long number = Long.parseLong(digits);
        return number <= end ? number : -1;
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (watch != null) watch.close();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
