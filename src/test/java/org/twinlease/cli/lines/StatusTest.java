package org.twinlease.cli.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.ServerView;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Locale;

/// What `twinlease status` says, to people and to programs.
final class StatusTest {

    /// 2023-11-14T22:13:20Z.
    private static final long NOW = 1_700_000_000_000L;

    private static final long NOW_SECONDS = NOW / 1000;
    private static final Ip4 PARTNER = Ip4.of("10.0.0.3");

    private static final FailoverView.Link UP =
            new FailoverView.Link(
                    PARTNER, true, null, 12, 10, 10, 2500, 40, -1200L, NOW - 3000, 57_000, 7, 8, 9);
    private static final FailoverView.Link DOWN =
            new FailoverView.Link(
                    null,
                    false,
                    Reason.of(ReasonCode.LINK_SILENT, "fo", 60L),
                    0,
                    0,
                    10,
                    -1,
                    -1,
                    null,
                    0,
                    -1,
                    0,
                    0,
                    0);

    private static FailoverView pair(FailoverView.Link link, boolean starting, long balanceDue) {
        return new FailoverView(
                "fo",
                true,
                ServerState.NORMAL,
                starting,
                NOW_SECONDS - 7200,
                Reason.of(ReasonCode.PAIR_PARTNER_SAID, "fo", "normal"),
                ServerState.NORMAL,
                NOW_SECONDS - 60,
                1800,
                List.of(0),
                balanceDue,
                link);
    }

    private static Status status(boolean diskOk, @Nullable AlarmView alarm, FailoverView... pairs) {
        var server =
                new ServerView(
                        "dhcp1",
                        "1.2",
                        NOW - 3_600_000,
                        List.of("10.0.0.2:67"),
                        "raw",
                        "icmp",
                        "/var/lib/twinlease",
                        diskOk,
                        42,
                        1000,
                        alarm == null ? List.of() : List.of(alarm));
        var counters = new CountersView(NOW, new long[Counter.values().length], 0, 0);
        var pools =
                List.of(
                        new PoolView(0, "voice", "lan", List.of(), 100, 40, 0, 30, 5, 1, 24),
                        new PoolView(1, "guests", "lan", List.of(), 10, 10, 0, 0, 0, 0, 0));
        return new Status(server, counters, List.of(pairs), pools);
    }

    @Test
    void aServerThatIsWellSaysSoWithAges() {
        Status status = status(true, null, pair(UP, false, NOW_SECONDS + 90));
        assertThat(status.isWell()).isTrue();
        assertThat(StatusText.of(status))
                .containsExactly(
                        "dhcp1, Twinlease 1.2, up 1 h, serves 10.0.0.2:67",
                        "42 active leases in /var/lib/twinlease",
                        "",
                        "failover peer \"fo\", this is the primary, mclt 30 min",
                        "  this server  normal                     since 2023-11-14T20:13:20Z (2 h"
                                + " ago)",
                        "               The partner of fo says it is in normal.",
                        "  partner      normal                     since 2023-11-14T22:12:20Z (1"
                                + " min ago)",
                        "  connection   up, partner at 10.0.0.3, heard 3 s ago, its clock is 1.2 s"
                                + " behind",
                        "  updates      12 unacknowledged, 10 of 10 under way; 7 taken, 8"
                                + " acknowledged, 9 refused",
                        "               the oldest is under way for 2.5 s; the last answer took"
                                + " 40 ms",
                        "  free ones    are divided again in 1 min 30 s",
                        "",
                        row("POOL", "SIZE", "FREE", "BACKUP", "ACTIVE", "EXPIRED", "ABANDONED"),
                        row("voice", 100, 40, 24, 30, 5, 1),
                        row("guests", 10, 10, 0, 0, 0, 0));
    }

    /// A dhcpd tells less, and what it does not tell is neither shown as a number nor guessed.
    @Test
    void aDhcpdShowsWhatItTellsAndNothingElse() {
        var link =
                new FailoverView.Link(null, true, null, 2, 2, 10, -1, -1, null, 0, -1, -1, -1, -1);
        var server =
                new ServerView(
                        "10.0.0.3:7911",
                        ServerView.DHCPD,
                        0,
                        List.of(),
                        "",
                        "",
                        "",
                        true,
                        -1,
                        -1,
                        List.of());
        var counters = new CountersView(NOW, new long[Counter.values().length], 0, 0);
        var pool = new PoolView(0, "voice", "lan", List.of(), 100, 40, 0, -1, -1, -1, 24);
        var status = new Status(server, counters, List.of(pair(link, false, -1)), List.of(pool));
        List<String> lines = StatusText.of(status);
        assertThat(lines.getFirst()).isEqualTo("10.0.0.3:7911, ISC dhcpd, by its OMAPI");
        assertThat(lines)
                .contains(
                        "  updates      2 under way; it takes 10 unanswered ones",
                        row("voice", 100, 40, 24, "-", "-", "-"))
                .noneMatch(line -> line.contains("connection") || line.contains(" -1"));
        ObjectNode json = StatusJson.of(status);
        assertThat(json.get("diskOk").isNull()).isTrue();
        assertThat(json.get("started").isNull()).isTrue();
        assertThat(json.get("failover").get(0).get("connected").isNull()).isTrue();
        assertThat(json.get("failover").get(0).get("taken").isNull()).isTrue();
        assertThat(json.get("pools").get(0).get("active").isNull()).isTrue();
        assertThat(json.get("leases").get("free").asLong()).isEqualTo(40);
        assertThat(json.toString()).doesNotContain(":-1");
        var blind = new Status(server, counters, List.of(), List.of());
        assertThat(StatusJson.of(blind).get("leases").isNull()).isTrue();
    }

    private static String row(Object... cells) {
        return "%-36s %9s %9s %9s %9s %9s %9s".formatted(cells);
    }

    /// What is not known is not shown as a number. Scripts read it too, and a report is compared
    /// with another machine's.
    @Test
    void numbersAreWrittenAlikeWhateverThePersonsLanguage() {
        Locale own = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(StatusText.of(status(true, null, pair(UP, false, -1))))
                    .anyMatch(line -> line.contains("its clock is 1.2 s behind"))
                    .anyMatch(line -> line.contains("under way for 2.5 s"));
        } finally {
            Locale.setDefault(own);
        }
    }

    @Test
    void aPartnerThatWasNeverHeardHasNoAgesAndNoClock() {
        List<String> lines = StatusText.of(status(true, null, pair(DOWN, true, -1)));
        assertThat(lines)
                .contains(
                        "  this server  startup                    since 2023-11-14T20:13:20Z (2 h"
                                + " ago)",
                        "  connection   DOWN, never heard",
                        "  updates      0 unacknowledged, 0 of 10 under way; 0 taken, 0"
                                + " acknowledged, 0 refused",
                        "  free ones    are not divided now")
                .noneMatch(line -> line.contains("oldest") || line.contains("clock"));
        assertThat(lines).anyMatch(line -> line.startsWith("               Nothing was heard"));
    }

    @Test
    void aDiskThatRefusesAndAnAlarmStandOnTopWithWhatToDo() {
        var alarm = new AlarmView(AlarmType.POOL_EMPTY, NOW - 61_000, false, "voice");
        Status status = status(false, alarm);
        assertThat(status.isWell()).isFalse();
        List<String> lines = StatusText.of(status);
        assertThat(lines.get(1)).isEqualTo("THE DISK REFUSES WRITES: no lease is given or renewed");
        assertThat(lines.get(2)).startsWith("! ").contains("voice", "(1 min 1 s ago)  ");
    }

    @Test
    void programsGetTimesDurationsAndNullForWhatIsNotKnown() {
        ObjectNode up = StatusJson.of(status(true, null, pair(UP, false, NOW_SECONDS + 90)));
        var one = up.at("/failover/0");
        assertThat(up.path("time").asText()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(one.path("lastHeard").asText()).isEqualTo("2023-11-14T22:13:17Z");
        assertThat(one.path("balanceDue").asText()).isEqualTo("2023-11-14T22:14:50Z");
        assertThat(one.path("skew").decimalValue()).isEqualByComparingTo("-1.2");
        assertThat(one.path("oldestUnacknowledged").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(one.path("patience").decimalValue()).isEqualByComparingTo("57");
        var down = StatusJson.of(status(true, null, pair(DOWN, true, -1))).at("/failover/0");
        assertThat(down.path("state").asText()).isEqualTo("startup");
        assertThat(down.path("connected").asBoolean()).isFalse();
        for (String unknown :
                List.of(
                        "partnerAddress",
                        "lastHeard",
                        "skew",
                        "oldestUnacknowledged",
                        "lag",
                        "patience",
                        "balanceDue")) {
            assertThat(down.path(unknown).isNull()).as(unknown).isTrue();
        }
    }

    @Test
    void aPoolNamesItsRelationshipAndAllPoolsAddUp() {
        ObjectNode root = StatusJson.of(status(true, null, pair(UP, false, -1)));
        assertThat(root.at("/pools/0/failover").asText()).isEqualTo("fo");
        assertThat(root.at("/pools/1/failover").isNull()).isTrue();
        assertThat(root.at("/leases/free").asLong()).isEqualTo(50);
        assertThat(root.at("/leases/backup").asLong()).isEqualTo(24);
        assertThat(root.at("/leases/abandoned").asLong()).isEqualTo(1);
    }
}
