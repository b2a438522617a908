package org.twinlease.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.live.LiveModel.Group;
import org.twinlease.console.model.live.LiveRow.End;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.PassedView;
import org.twinlease.control.UpdateCause;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.List;
import java.util.Objects;

/// The flow between clients and the two servers of a pair, from what both tell of it.
final class PairedLiveTest {

    private static final Ip4 ADDRESS = Ip4.of("10.20.8.11");
    private static final HardwareAddress CLIENT = HardwareAddress.ethernet(0x3c52_8200_0001L);
    private static final int XID = 0x1234_5678;

    private final FakeChannel first = new FakeChannel();
    private final FakeChannel second = new FakeChannel();
    private final Desk desk = new Desk(first);
    private ConsoleModels models;
    private LiveModel model;
    private long sequence;

    @BeforeEach
    void open() {
        second.name = "dhcp-b";
        desk.channels = List.of(first, second);
        models = new ConsoleModels(desk.session(ConsoleSession.Mode.DEMO), Runnable::run);
        models.start();
        model = models.live();
    }

    private void packet(int server, String received, @Nullable String answer, Reason why) {
        var packet =
                new PacketView(
                        sequence++,
                        desk.millis,
                        received,
                        answer,
                        CLIENT,
                        null,
                        "laptop-7",
                        ADDRESS,
                        Ip4.ZERO,
                        XID,
                        answer == null ? -1 : 400,
                        List.of(why));
        models.on(server, List.of(new Notice.PacketSeen(packet)));
    }

    private void message(
            int server, boolean outgoing, String type, String words, @Nullable UpdateCause cause) {
        var message =
                new FailoverMessageView(
                        sequence++,
                        desk.millis,
                        "campus",
                        outgoing,
                        type,
                        42,
                        ADDRESS,
                        words,
                        Octets.ofText(type + words),
                        cause);
        models.on(server, List.of(new Notice.PairMessage(message)));
    }

    private void pass(long millis) {
        desk.millis += millis;
        models.tick();
    }

    private List<LiveRow> rows() {
        pass(500);
        return model.shown().state().rows();
    }

    private LiveRow row(String label) {
        return rows().stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
    }

    private LiveDetail detail() {
        return Objects.requireNonNull(model.shown().state().detail());
    }

    /// A client that takes the address of the second server, which tells the first.
    private void exchange(String answerWords) {
        Reason belongs = Reason.of(ReasonCode.SILENT_NO_FREE, "voice");
        Reason given = Reason.of(ReasonCode.ACK_SELECTING, ADDRESS);
        packet(0, "DHCPDISCOVER", null, belongs);
        packet(1, "DHCPDISCOVER", "DHCPOFFER", Reason.of(ReasonCode.OFFER_PREVIOUS, ADDRESS));
        desk.millis += 20;
        packet(1, "DHCPREQUEST", "DHCPACK", given);
        desk.millis += 1;
        var cause = new UpdateCause(given, "DHCPREQUEST", XID, CLIENT);
        message(0, false, "BNDUPD", "binding-status active", null);
        message(1, true, "BNDUPD", "binding-status active", cause);
        desk.millis += 3;
        message(0, true, "BNDACK", answerWords, null);
        message(1, false, "BNDACK", answerWords, null);
    }

    @Test
    void aConsoleThatIsOpenedAgainHasWhatTheServersRememberOfTheLastMinutes() {
        desk.millis += 2;
        for (int i = 0; i < 9_000; i++) {
            long ago = 500_000 - i * 50L;
            first.packets.add(Samples.packet(i, ago));
            second.packets.add(Samples.packet(i, ago - 7));
        }
        var again = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), Runnable::run);
        again.start();
        again.live().bundle(false);
        List<LiveRow> rows = again.live().shown().state().rows();
        assertThat(rows.stream().filter(row -> row.from() == 0)).hasSize(9_000);
        assertThat(rows).extracting(LiveRow::clock).isSorted();
        again.pair().choose("nothing");
        assertThat(again.live().shown().state().rows())
                .as("other pages and choices take nothing away")
                .hasSize(rows.size());
    }

    @Test
    void aBroadcastThatBothHearIsOneArrowAndSaysWhoLeavesItAndWhy() {
        exchange("");
        LiveRow discover = row("DHCPDISCOVER");
        assertThat(discover.to()).isEqualTo(0b110);
        assertThat(discover.isUnanswered(1)).isTrue();
        assertThat(discover.isUnanswered(2)).isFalse();
        assertThat(discover.words()).startsWith("dhcp-a: No answer");
        assertThat(discover.tone(desk.millis)).isEqualTo(Tone.PLAIN);
        LiveRow offer = row("DHCPOFFER");
        assertThat(offer.from()).isEqualTo(2);
        assertThat(offer.to()).isEqualTo(0b1);
    }

    @Test
    void anUpdateIsThereOnceWithItsAnswerItsLeaseAndThePacketThatCausedIt() {
        exchange("");
        assertThat(rows())
                .extracting(LiveRow::label)
                .containsExactly(
                        "DHCPDISCOVER", "DHCPOFFER", "DHCPREQUEST", "DHCPACK", "BNDUPD", "BNDACK");
        LiveRow update = row("BNDUPD");
        assertThat(update.from()).isEqualTo(2);
        assertThat(update.to()).isEqualTo(0b10);
        assertThat(update.end(desk.millis)).isEqualTo(End.ARRIVED);
        assertThat(update.words()).isEqualTo("active, agreed in 3 ms");
        assertThat(row("BNDACK").words()).isEqualTo("Agreed in 3 ms");
        model.select(update);
        LiveDetail detail = detail();
        assertThat(detail.lease()).isEqualTo(ADDRESS);
        assertThat(detail.client()).isEqualTo(CLIENT.toString());
        assertThat(detail.reasons())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.server()).contains("DHCPREQUEST 0x12345678");
                            assertThat(said.sentences().getFirst()).contains("10.20.8.11");
                        });
        assertThat(detail.ties())
                .extracting(tie -> tie.after() + " " + tie.what() + " " + tie.who())
                .containsExactly(
                        "+0 DHCPDISCOVER client \u2192 dhcp-a and dhcp-b",
                        "+0 DHCPOFFER dhcp-b \u2192 client",
                        "+20 DHCPREQUEST client \u2192 dhcp-b",
                        "+20 DHCPACK dhcp-b \u2192 client",
                        "+21 BNDUPD dhcp-b \u2192 dhcp-a",
                        "+24 BNDACK dhcp-a \u2192 dhcp-b");
        assertThat(rows()).noneMatch(model.shown().state()::isApart);
    }

    @Test
    void aRefusalIsSeenOnBothArrows() {
        exchange("reject-reason 16 (less critical binding information)");
        for (String label : List.of("BNDUPD", "BNDACK")) {
            assertThat(row(label).end(desk.millis)).isEqualTo(End.REFUSED);
            assertThat(row(label).tone(desk.millis)).isEqualTo(Tone.BAD);
            assertThat(row(label).words()).contains("16 (less critical binding information)");
        }
    }

    @Test
    void anUpdateAwaitsItsAnswerAndIsLateWhenThatTakesLongerThanOthersDid() {
        exchange("");
        desk.millis += 10_000;
        message(1, true, "BNDUPD", "binding-status expired", null);
        LiveRow update = rows().getLast();
        assertThat(update.end(desk.millis)).isEqualTo(End.AWAITED);
        assertThat(update.words()).isEqualTo("expired, not answered yet");
        pass(600);
        assertThat(update.end(desk.millis)).isEqualTo(End.LATE);
        assertThat(update.tone(desk.millis)).isEqualTo(Tone.WATCH);
    }

    @Test
    void followingAClientShowsItsPacketsAndTheUpdatesThatTheyCaused() {
        exchange("");
        desk.millis += 1_000;
        message(1, true, "CONTACT", "", null);
        message(0, false, "CONTACT", "", null);
        assertThat(rows()).hasSize(7);
        model.filter(CLIENT.toString());
        assertThat(rows()).hasSize(6).noneMatch(row -> row.label().equals("CONTACT"));
        model.filter("");
        model.show(Group.LINK, false);
        assertThat(rows()).hasSize(6);
    }

    @Test
    void whatTheServerDidByItselfHasItsReason() {
        var own = UpdateCause.of(Reason.of(ReasonCode.LEASE_OPERATOR_RELEASED, ADDRESS));
        message(0, true, "BNDUPD", "binding-status released", own);
        model.select(rows().getFirst());
        LiveDetail detail = detail();
        assertThat(detail.reasons().getFirst().server()).isEqualTo("Why the partner is told");
        assertThat(detail.ties()).isEmpty();
        assertThat(detail.fields()).anyMatch(field -> field.label().equals("binding-status"));
    }

    @Test
    void aLaneSaysThatItsServerDoesNotAnswer() {
        second.gone = true;
        for (int i = 0; i < 9; i++) pass(1_000);
        exchange("");
        var lanes = model.shown().state().lanes();
        assertThat(lanes.get(1).note().words()).isEmpty();
        assertThat(lanes.get(2).note().words()).isEqualTo("does not answer");
        assertThat(lanes.get(2).note().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void theSummaryTellsHowMuchPassesAndHowFastItIsAnswered() {
        exchange("");
        rows();
        assertThat(model.shown().state().summary())
                .isEqualTo("Clients 0.2/s \u00b7 updates 0.1/s \u00b7 answered in 3 ms");
    }

    @Test
    void whatBothServersTellIsExportedOnce() {
        first.passed = List.of(passed(0, false, true, "hello"), passed(1, true, true, "update"));
        second.passed = List.of(passed(0, true, false, "update"), passed(1, true, true, "answer"));
        model.export();
        assertThat(desk.files.saved.values())
                .singleElement()
                .asString()
                .isEqualToNormalizingNewlines("dhcp-a dhcp\ndhcp-a failover\ndhcp-b failover\n");
    }

    private PassedView passed(long number, boolean failover, boolean outgoing, String octets) {
        return new PassedView(
                number,
                desk.millis,
                failover,
                outgoing,
                Ip4.ZERO,
                647,
                Ip4.ZERO,
                647,
                Octets.ofText(octets));
    }
}
