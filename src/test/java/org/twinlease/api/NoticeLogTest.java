package org.twinlease.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Notice;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;

final class NoticeLogTest {

    private final FakeServer server = new FakeServer();
    private final NoticeLog log = new NoticeLog(server, "life", 4);

    @Test
    void nobodyIsAskedForNoticesBeforeTheFirstReader() {
        assertThat(server.watchers).isEmpty();
        var _ = log.reader(null);
        var _ = log.reader(null);
        assertThat(server.watchers).hasSize(1);
        log.close();
        assertThat(server.watchers).isEmpty();
    }

    @Test
    void aReaderHearsWhatComesAfterItAndGoesOnFromItsToken() throws Exception {
        NoticeLog.Reader first = log.reader(null);
        server.tell("a", "b");
        assertThat(told(first.read(1, 0))).containsExactly("a");
        List<NoticeLog.Numbered> second = first.read(10, 0);
        assertThat(told(second)).containsExactly("b");
        assertThat(first.read(10, 0)).isEmpty();

        server.tell("c");
        assertThat(told(log.reader(second.getFirst().token()).read(10, 0))).containsExactly("c");
        assertThat(told(log.reader(null).read(10, 0))).isEmpty();
    }

    @Test
    void whoIsFurtherBehindThanIsRememberedIsToldSoAndGetsTheRest() throws Exception {
        NoticeLog.Reader slow = log.reader(null);
        server.tell("a", "b", "c", "d", "e", "f");
        assertThat(told(slow.read(10, 0))).containsExactly("resync", "c", "d", "e", "f");
        server.tell("g");
        assertThat(told(slow.read(10, 0))).containsExactly("g");
    }

    @Test
    void aTokenOfAnotherLifeOrOfTheFutureOrNoneAtAllBeginsWithAResync() throws Exception {
        var _ = log.reader(null);
        server.tell("a");
        for (String token : List.of("other.0", "life.2", "life.x", "life.-1", "", "life.")) {
            assertThat(told(log.reader(token).read(10, 0))).as(token).containsExactly("resync");
        }
        assertThat(told(log.reader("life.0").read(10, 0))).containsExactly("a");
    }

    @Test
    void whatALeaseWasIsNotToldElsewhere() throws Exception {
        NoticeLog.Reader reader = log.reader(null);
        var why = Reason.of(ReasonCode.OFFER_HELD, Samples.ADDRESS);
        var changed = new Notice.LeaseChanged(Samples.LEASE, why, 7, Samples.BARE);
        server.watchers.forEach(watcher -> watcher.accept(changed));
        assertThat(reader.read(10, 0))
                .extracting(NoticeLog.Numbered::notice)
                .containsExactly(new Notice.LeaseChanged(Samples.LEASE, why, 7));
    }

    private static List<String> told(List<NoticeLog.Numbered> numbered) {
        return numbered.stream()
                .map(
                        each ->
                                each.notice() instanceof Notice.Alarm(var alarm)
                                        ? alarm.detail()
                                        : "resync")
                .toList();
    }
}
