package org.twinlease.app.past;

import org.twinlease.api.PastLine;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;
import org.twinlease.control.Sentences;
import org.twinlease.control.StoreView;
import org.twinlease.journal.Disk;
import org.twinlease.journal.PastBook;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Writes a server's record of the past and answers questions about it, on a thread of its own. The
/// server never waits for it: of more changes of leases than [Allowance] lets pass only the number
/// is recorded, and a disk that refuses costs the record and nothing else.
public final class Recorder implements AutoCloseable {

    /// About how many octets are kept: some hundred thousand changes of leases.
    private static final long MOST = 64L << 20;

    private static final int SAMPLES = 600;

    /// Number, time, kind and subject stand in so many octets at the beginning of a line.
    private static final int HEAD = 200;

    /// A subject that stands in a line as it is, and in its head.
    private static final Pattern PLAIN = Pattern.compile("[\\w.:-]{1,64}");

    /// A clock that was put back by less than this leaves no hole in what is read.
    private static final long PUT_BACK_MILLIS = 600_000;

    private final Disk disk;
    private final PastBook book;
    private final InstantSource clock;
    private final PastNotices notices = new PastNotices();
    private final Allowance allowance = new Allowance();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("past").factory());
    private long sequence;

    private Recorder(Disk disk, PastBook book, InstantSource clock, long sequence) {
        this.disk = disk;
        this.book = book;
        this.clock = clock;
        this.sequence = sequence;
    }

    /// Opens the record on a server's disk and notes that the server begins.
    ///
    /// @throws IOException when the disk cannot be read or written
    public static Recorder open(Disk disk, InstantSource clock, String name, String version)
            throws IOException {
        PastBook book = PastBook.open(disk, MOST);
        long[] next = {0};
        book.newestFirst(
                line -> {
                    PastEvent newest = PastLine.read(line);
                    if (newest == null) return true;
                    next[0] = newest.sequence() + 1;
                    return false;
                });
        Recorder recorder = new Recorder(disk, book, clock, next[0]);
        recorder.note(PastKind.STARTED, name, version);
        var _ = recorder.thread.scheduleWithFixedDelay(recorder::flush, 1, 1, TimeUnit.SECONDS);
        return recorder;
    }

    /// Hears a notice, on the server's own thread.
    public void on(Notice notice) {
        if (notice instanceof Notice.PacketSeen || notice instanceof Notice.PairMessage) return;
        if (notice instanceof Notice.LeaseChanged changed) {
            if (PastNotices.isSame(changed) || !allowance.take(changed.atMillis())) return;
        }
        later(() -> notices.events(notice).forEach(this::write));
    }

    /// An operator has ordered something.
    void ordered(Command command, Outcome outcome) {
        String said =
                switch (outcome) {
                    case Outcome.Done() -> "done";
                    case Outcome.Refused(String why) -> why;
                };
        String reason = command.reasonGiven();
        String given = reason.isEmpty() ? said : "%s (reason given: %s)".formatted(said, reason);
        note(PastKind.ORDER, Sentences.order(command), given);
    }

    /// Another configuration is served.
    public void configured(String words) {
        note(PastKind.CONFIGURED, "", words);
    }

    private void note(PastKind kind, String subject, String words) {
        long at = clock.millis();
        later(() -> write(new PastEvent(0, at, kind, subject, words, List.of(), null, null)));
    }

    private void later(Runnable what) {
        try {
            thread.execute(what);
        } catch (RejectedExecutionException closed) {
            // The server ends; nothing of it is lost that anybody was promised.
        }
    }

    private void write(PastEvent event) {
        long missed = allowance.missed();
        if (missed > 0) {
            add(
                    new PastEvent(
                            0,
                            event.atMillis(),
                            PastKind.MISSED,
                            "",
                            "",
                            List.of(missed),
                            null,
                            null));
        }
        add(event);
    }

    private void add(PastEvent event) {
        try {
            book.add(PastLine.write(event.numbered(sequence++)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void flush() {
        try {
            book.flush();
        } catch (IOException refused) {
            // The journal is on the same disk, and its trouble is an alarm already.
        }
    }

    /// Answers what happened.
    CompletableFuture<PastPage> past(Query.Past query) {
        return answer(() -> page(query));
    }

    /// Answers what the folder takes and what is left.
    CompletableFuture<StoreView> store() {
        return answer(
                () -> {
                    try {
                        Disk.Room room = disk.room();
                        return new StoreView(room.used(), room.free(), room.whole());
                    } catch (IOException refused) {
                        return StoreView.UNKNOWN;
                    }
                });
    }

    private <T> CompletableFuture<T> answer(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    private PastPage page(Query.Past query) {
        int limit = Math.clamp(query.limit(), 1, 10_000);
        long apart = Math.max(0, (query.toMillis() - query.fromMillis()) / SAMPLES);
        List<PastEvent> found = new ArrayList<>();
        Map<String, Long> samples = new HashMap<>();
        boolean[] missed = {false};
        each(
                line -> {
                    if (isOther(line, query.subject())) return true;
                    PastEvent event = PastLine.read(line);
                    if (event == null) return true;
                    if (event.atMillis() < query.fromMillis()) {
                        return event.atMillis() > query.fromMillis() - PUT_BACK_MILLIS;
                    }
                    missed[0] |= event.kind() == PastKind.MISSED;
                    if (event.atMillis() > query.toMillis()) return true;
                    boolean wanted =
                            query.subject().isEmpty() || event.subject().equals(query.subject());
                    if (event.kind() == PastKind.SAMPLE) {
                        long later = samples.getOrDefault(event.subject(), Long.MAX_VALUE);
                        wanted &= later - event.atMillis() >= apart;
                        if (wanted) samples.put(event.subject(), event.atMillis());
                    }
                    if (wanted) found.add(event);
                    return found.size() < limit;
                });
        return new PastPage(since(), missed[0], found.reversed());
    }

    private long since() {
        try {
            PastEvent first = PastLine.read(book.oldest());
            return first == null ? clock.millis() : first.atMillis();
        } catch (IOException unreadable) {
            return clock.millis();
        }
    }

    /// Whether a line is of no interest, as far as its beginning says: most are, and to read all of
    /// them would take long.
    private static boolean isOther(byte[] line, String subject) {
        int length = Math.min(line.length, HEAD);
        String head = new String(line, 0, length, StandardCharsets.UTF_8);
        if (subject.isEmpty()) return head.contains("\"kind\":\"LEASE\"");
        return PLAIN.matcher(subject).matches() && !head.contains("\"" + subject + "\"");
    }

    private void each(Predicate<byte[]> wanted) {
        try {
            book.newestFirst(wanted);
        } catch (IOException unreadable) {
            // What was read so far is what there is.
        }
    }

    /// Answers what the leases were at a time that have changed since; null for one that nothing
    /// was known of.
    CompletableFuture<Map<Ip4, LeaseView>> then(long atMillis) {
        return answer(
                () -> {
                    Map<Ip4, LeaseView> were = new HashMap<>();
                    each(
                            line -> {
                                PastEvent event = PastLine.read(line);
                                if (event == null) return true;
                                if (event.atMillis() <= atMillis) {
                                    return event.atMillis() > atMillis - PUT_BACK_MILLIS;
                                }
                                Ip4 address =
                                        event.kind() == PastKind.LEASE
                                                ? Ip4.parse(event.subject())
                                                : null;
                                LeaseView before = event.before();
                                if (address != null && before != null) {
                                    were.put(address, before);
                                }
                                return true;
                            });
                    return were;
                });
    }

    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        book.close();
    }
}
