package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.drill.script.Values;
import org.twinlease.sim.twin.Happening;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes down what happens in a drill, as far as it is worth a line: what is done, what the pair
/// makes of it, and what goes wrong for clients. Two runs of one drill with one seed give the same
/// lines, octet for octet.
final class Story {

    /// How many lines of one kind are told between two acts.
    private static final int MOST = 3;

    /// How many messages between the servers are kept.
    private static final int MESSAGES = 500;

    /// Silences that are how a pair works, and no trouble.
    private static final Set<ReasonCode> USUAL =
            Set.of(
                    ReasonCode.SILENT_PARTNERS_CLIENT,
                    ReasonCode.SILENT_OTHER_SERVER,
                    ReasonCode.SILENT_PARTNERS_LEASE,
                    ReasonCode.SILENT_NOT_HOLDER);

    private final Causes causes;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final String[] states = {"", ""};
    private final int[] counts = new int[4];
    private final Deque<Message> messages = new ArrayDeque<>();
    private final List<Map<String, FailoverView>> pairs = List.of(new HashMap<>(), new HashMap<>());

    Story(Causes causes) {
        this.causes = causes;
    }

    List<Line> lines() {
        return lines;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /// How a server stands when the drill begins.
    void begins(int server, String state) {
        states[server] = state;
    }

    /// The failover state of a server, `down` where it is.
    String state(int server) {
        return states[server];
    }

    /// A relationship as a server that is up told of it last; null where it has not, or is down.
    @Nullable FailoverView pair(int server, String name) {
        return pairs.get(server).get(name);
    }

    /// A server tells of a relationship.
    void pair(int server, FailoverView pair) {
        pairs.get(server).put(pair.name(), pair);
    }

    boolean isNormal() {
        String normal = ServerState.NORMAL.word();
        return states[0].equals(normal) && states[1].equals(normal);
    }

    void line(long second, String who, String what) {
        lines.add(new Line(second, who, what));
    }

    /// Something is done to the twin.
    void act(long second, String words) {
        line(second, "act", words);
        causes.acted(second, words);
        told.clear();
        Arrays.fill(counts, 0);
    }

    void power(long second, Happening.Power power) {
        String name = Values.name(power.server());
        states[power.server()] = power.up() ? ServerState.STARTUP.word() : Sample.DOWN;
        pairs.get(power.server()).clear();
        line(second, name, power.how());
        causes.changed(second, name + " " + power.how());
    }

    void notice(long second, int server, Notice notice) {
        String name = Values.name(server);
        switch (notice) {
            case Notice.PairChanged(FailoverView pair, Reason why, long _) ->
                    pair(second, server, pair, why);
            case Notice.PacketSeen(PacketView packet) -> {
                causes.decided(second, name, packet);
                silence(second, name, packet);
            }
            case Notice.Alarm(AlarmView alarm) -> alarm(second, name, alarm);
            case Notice.PoolBalanced run -> {
                if (run.given() > 0) {
                    String words =
                            "gives %d of %d free addresses to its partner, which has %d"
                                    .formatted(run.given(), run.own(), run.partners());
                    if (told.add(name + " balanced")) line(second, name, words);
                }
            }
            case Notice.PairMessage(var view) -> {
                if (messages.size() == MESSAGES) messages.removeFirst();
                messages.add(new Message(second, server, view));
            }
            case Notice.LeaseChanged _, Notice.Pulse _, Notice.PairPulse _, Notice.Resync _ -> {}
        }
    }

    private void pair(long second, int server, FailoverView pair, Reason why) {
        pair(server, pair);
        ServerState state = pair.starting() ? ServerState.STARTUP : pair.state();
        String before = states[server];
        if (before.equals(state.word())) return;
        states[server] = state.word();
        String name = Values.name(server);
        String words = before + " -> " + state.word() + ". " + Sentences.of(why);
        line(second, name, words);
        causes.changed(second, name + " " + words);
    }

    private void silence(long second, String server, PacketView packet) {
        if (packet.answer() != null || packet.reasons().isEmpty()) return;
        Reason reason = packet.reasons().getLast();
        boolean silent = reason.code().name().startsWith("SILENT_");
        if (!silent || USUAL.contains(reason.code()) || !told.add(server + reason.code())) return;
        line(second, server, packet.received() + ". " + Sentences.of(reason));
    }

    private void alarm(long second, String server, AlarmView alarm) {
        if (alarm.type() == AlarmType.FAILOVER_INTERRUPTED) return;
        if (alarm.type() == AlarmType.FAILOVER_TROUBLE && alarm.over()) return;
        String words = (alarm.over() ? "Over: " : "Alarm: ") + Sentences.sentence(alarm);
        if (told.add(server + words)) line(second, server, words);
    }

    void refused(long second, Happening.Refused refused) {
        few(0, second, refused.who() + " is refused " + refused.address());
    }

    void ended(long second, Happening.Ended ended) {
        few(
                1,
                second,
                "the lease of %s for %s ends while it asks to go on with it"
                        .formatted(ended.who(), ended.address()));
    }

    void doubled(long second, Happening.Doubled doubled) {
        few(
                2,
                second,
                "%s is with %s from %s, and still with %s from %s"
                        .formatted(
                                doubled.address(),
                                doubled.second(),
                                Values.name(doubled.secondBy()),
                                doubled.first(),
                                Values.name(doubled.firstBy())));
    }

    private void few(int kind, long second, String words) {
        counts[kind]++;
        if (counts[kind] <= MOST) line(second, "", words);
        else if (counts[kind] == MOST + 1) line(second, "", "... and more of these");
    }
}
