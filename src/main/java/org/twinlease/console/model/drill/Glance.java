package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.FailoverView;
import org.twinlease.drill.Findings;
import org.twinlease.drill.Line;
import org.twinlease.drill.Message;
import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.Verdict;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;

import java.util.List;

/// A twin as it was at one moment (seconds since midnight of its first day), for who must not touch
/// the twin itself, which lives on another thread.
record Glance(
        Scenario scenario,
        long second,
        boolean over,
        List<Seat> seats,
        boolean linkCut,
        Sample.Count clients,
        List<Line> lines,
        List<Message> messages,
        List<Sample> samples,
        List<Step> byHand,
        List<String> grounds,
        Findings findings,
        @Nullable Verdict verdict) {

    /// How many of the newest messages are told.
    private static final int MESSAGES = 60;

    /// A server: its state as dhcpd spells it or `down`, how many clients have their address from
    /// it, whether none reaches it, and the relationship as it sees it, null while it is down.
    record Seat(String state, int serves, boolean cut, @Nullable FailoverView pair) {}

    static Glance of(Twin twin) {
        boolean over = twin.isOver();
        List<Message> messages = twin.messages();
        int from = Math.max(0, messages.size() - MESSAGES);
        return new Glance(
                twin.scenario(),
                twin.second(),
                over,
                List.of(seat(twin, 0), seat(twin, 1)),
                twin.isLinkCut(),
                twin.count(),
                twin.lines(),
                List.copyOf(messages.subList(from, messages.size())),
                twin.samples(),
                twin.recording().steps().stream().filter(step -> step.line() == 0).toList(),
                twin.grounds(),
                over ? twin.verdict().findings() : twin.findings(),
                over ? twin.verdict() : null);
    }

    private static Seat seat(Twin twin, int server) {
        return new Seat(
                twin.state(server),
                twin.servedBy(server),
                twin.isCutFromClients(server),
                twin.pair(server));
    }
}
