package org.twinlease.console.model.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.frame.FrameModel.State;
import org.twinlease.console.model.window.ConsoleModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.model.window.PairDesk;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Notice;

import java.util.List;

final class FrameModelTest {

    private final Desk desk = Desk.started(Samples.office());

    private State state() {
        return desk.model.frame().shown().state();
    }

    @Test
    void theTruthIsSaidInWords() {
        assertThat(state().server()).isEqualTo("dhcp-a");
        assertThat(state().since().words()).isEqualTo("serving since 12:25 (2 h 5 min)");
        assertThat(state().disk()).isEqualTo(new Fact("disk ok", Tone.GOOD));
        assertThat(state().reply().words())
                .isEqualTo("replies: broadcast, no right to send raw frames");
        assertThat(state().runsOut().words()).isEqualTo("Fullest is 10.20.2.0/24: 9 of 120 free");
        assertThat(state().leases()).isEqualTo("320");
    }

    @Test
    void filesAreSaidToBeFilesAndNothingIsForecast() {
        var model = new ConsoleModel(desk.session(ConsoleSession.Mode.LEASES), Runnable::run);
        model.start();
        State files = model.frame().shown().state();
        assertThat(files.demo()).isFalse();
        assertThat(files.kind()).isEqualTo(new Fact("FILES", Tone.CALM));
        assertThat(files.link().words()).startsWith("Files, read at ");
        assertThat(files.since().words()).startsWith("read at ");
        assertThat(files.disk().words())
                .isEqualTo("Configurations out of files. No server is asked, none is changed.");
        assertThat(files.runsOut().words()).isEmpty();
        assertThat(files.uptime()).isEmpty();
    }

    @Test
    void theBarNamesEveryFileThatIsOpenAndOneServerWhileThereAreServers() {
        var pair = new PairDesk();
        var files = new ConsoleModels(pair.desk.session(ConsoleSession.Mode.FILES), Runnable::run);
        files.start();
        files.tick();
        for (ConsoleModel each : files.servers()) {
            assertThat(each.frame().shown().state().title()).isEqualTo("dhcp-a and dhcp-b");
        }
        assertThat(files.chosen().frame().shown().state().server()).isEqualTo("dhcp-a");
        assertThat(pair.models.chosen().frame().shown().state().title()).isEqualTo("dhcp-a");
    }

    @Test
    void aDemonstrationIsMarkedAsOneAndARealServerIsNot() {
        assertThat(state().demo()).isTrue();
        assertThat(state().kind()).isEqualTo(new Fact("DEMO", Tone.DEMO));
        var real =
                new ConsoleModel(desk.session(ConsoleSession.Mode.SERVER), Runnable::run)
                        .frame()
                        .shown()
                        .state();
        assertThat(real.demo()).isFalse();
        assertThat(real.kind().words()).isEqualTo("SERVES ALONE");
    }

    @Test
    void aServerThatFallsSilentIsNotShownAsLive() {
        assertThat(state().link().tone()).isEqualTo(Tone.GOOD);
        desk.channel.gone = true;
        desk.pass(3);
        assertThat(state().link()).isEqualTo(new Fact("No word since 14:30:00", Tone.BAD));
        desk.channel.gone = false;
        desk.pass(3);
        assertThat(state().link().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void beforeTheFirstAnswerNothingIsClaimed() {
        var early = new Desk(new FakeChannel());
        assertThat(early.model.frame().shown().state().known()).isFalse();
        assertThat(early.model.frame().shown().state().link().words())
                .isEqualTo("Waiting for the server");
    }

    @Test
    void diskTroubleIsSaidAtOnceInTheBarAndAsABanner() {
        desk.channel.diskOk = false;
        desk.channel.alarms =
                List.of(new AlarmView(AlarmType.DISK_FAILING, Samples.NOW, false, "no space"));
        desk.pass(2);
        assertThat(state().disk().tone()).isEqualTo(Tone.BAD);
        assertThat(state().banners())
                .singleElement()
                .satisfies(b -> assertThat(b.title()).isEqualTo("Disk trouble since 14:30"))
                .satisfies(b -> assertThat(b.happened()).contains("no space"))
                .satisfies(b -> assertThat(b.advice()).contains("Free space"));
    }

    @Test
    void anAlarmThatIsOverLeaves() {
        var alarm = new AlarmView(AlarmType.OVERLOAD, Samples.NOW, false, "900 dropped");
        desk.tell(new Notice.Alarm(alarm));
        assertThat(state().banners()).hasSize(1);
        desk.tell(new Notice.Alarm(new AlarmView(alarm.type(), Samples.NOW, true, alarm.detail())));
        assertThat(state().banners()).isEmpty();
    }
}
