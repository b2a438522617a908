package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.Golden;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class TransitionsTest {

    private static final List<ServerState> STATES =
            Arrays.stream(ServerState.values()).filter(s -> s != ServerState.STARTUP).toList();

    @Test
    void theWholeRelation() {
        var text = new StringBuilder();
        for (boolean starting : List.of(true, false)) {
            for (boolean primary : List.of(true, false)) {
                text.append(primary ? "== primary" : "== secondary");
                text.append(starting ? ", first word after a start\n" : ", running\n");
                for (ServerState mine : STATES) row(text, mine, starting, primary);
            }
        }
        Golden.check("failover/transitions.txt", text.toString());
    }

    private static void row(
            StringBuilder text, ServerState mine, boolean starting, boolean primary) {
        for (ServerState said : ServerState.values()) {
            for (boolean flag : List.of(false, true)) {
                var at = new Standing(mine, starting, primary, said, true, false, false);
                Move move = Transitions.next(at, new Cause.PartnerSaid(said, flag));
                boolean plain = flag && same(at, said, move);
                if (plain) continue;
                String heard = said.word() + (flag ? " (starting)" : "");
                line(text, mine, heard, move);
            }
        }
        var at = new Standing(mine, starting, primary, ServerState.UNKNOWN, true, false, false);
        line(text, mine, "-- link lost", Transitions.next(at, new Cause.LinkLost()));
        line(text, mine, "-- startup over", Transitions.next(at, new Cause.StartupOver()));
        line(text, mine, "-- mclt over", Transitions.next(at, new Cause.McltOver()));
        line(text, mine, "-- too long alone", Transitions.next(at, new Cause.TooLongAlone()));
        for (ServerState partner : ServerState.values()) {
            for (boolean runs : List.of(true, false)) {
                var asked = new Standing(mine, starting, primary, partner, runs, false, false);
                Move move = Transitions.next(asked, new Cause.UpdateDone());
                if (move.to() == mine) continue;
                String mclt = runs ? ", mclt runs" : ", mclt over";
                line(text, mine, "-- update done, partner " + partner.word() + mclt, move);
            }
        }
        for (ServerState wanted : ServerState.values()) {
            Move move = Transitions.next(at, new Cause.Ordered(wanted));
            line(text, mine, "-- ordered " + wanted.word(), move);
        }
    }

    /// What is another move for a server that has lost its leases, whatever happens to it.
    @Test
    void whatIsOtherForWhoHasLostItsLeases() {
        var text = new StringBuilder();
        for (ServerState mine : STATES) {
            Set<String> found = new TreeSet<>();
            for (ServerState said : ServerState.values()) {
                for (Cause cause : causes(said)) {
                    for (boolean starting : List.of(true, false)) {
                        for (boolean primary : List.of(true, false)) {
                            var whole =
                                    new Standing(mine, starting, primary, said, true, false, true);
                            var bare =
                                    new Standing(mine, starting, primary, said, true, true, true);
                            Move move = Transitions.next(bare, cause);
                            Move other = Transitions.next(whole, cause);
                            if (move.equals(other)) continue;
                            found.add(
                                    "%s <- %s: %s + %s, not %s"
                                            .formatted(
                                                    mine.word(),
                                                    cause,
                                                    move.to().word(),
                                                    move.ask(),
                                                    other.to().word()));
                        }
                    }
                }
            }
            found.forEach(line -> text.append(line).append('\n'));
        }
        Golden.check("failover/transitions-lost.txt", text.toString());
    }

    private static boolean same(Standing at, ServerState said, Move move) {
        return Transitions.next(at, new Cause.PartnerSaid(said, false)).equals(move);
    }

    private static void line(StringBuilder text, ServerState mine, String heard, Move move) {
        String ask =
                switch (move.ask()) {
                    case NOTHING -> "";
                    case UPDATES -> " + UPDREQ";
                    case ALL -> " + UPDREQALL";
                };
        text.append(
                "%-26s %-46s %s%s%n"
                        .formatted(
                                mine.word(),
                                heard,
                                move.to() == mine ? "." : move.to().word(),
                                ask));
    }

    /// Against everything that a running dhcpd was seen to do: what differs is on purpose, and a
    /// reviewer reads each line of it.
    @Test
    void whereItIsNotDhcpds() {
        List<String> differences = new ArrayList<>();
        int same = 0;
        for (String line : Vectors.lines("dhcpd-states.txt")) {
            String[] f = line.split(" \\| ", -1);
            ServerState mine = named(f[2]);
            ServerState said = named(f[3]);
            if (mine == null || said == null) continue;
            var at =
                    new Standing(
                            mine,
                            f[0].equals("starting"),
                            f[1].equals("primary"),
                            said,
                            true,
                            false,
                            false);
            Move move = Transitions.next(at, new Cause.PartnerSaid(said, false));
            String ask =
                    switch (move.ask()) {
                        case NOTHING -> "-";
                        case UPDATES -> "UPDREQ";
                        case ALL -> "UPDREQALL";
                    };
            String ours = move.to().word() + " | " + ask;
            String theirs = f[4] + " | " + f[5];
            if (ours.equals(theirs)) same++;
            else {
                differences.add(
                        "%s %s %s <- %s: %s; dhcpd: %s"
                                .formatted(f[0], f[1], f[2], f[3], ours, theirs));
            }
        }
        differences.add("the same: " + same);
        Golden.check("failover/not-dhcpds.txt", String.join("\n", differences));
    }

    private static @org.jspecify.annotations.Nullable ServerState named(String word) {
        for (ServerState state : ServerState.values()) {
            if (state.word().equals(word)) return state;
        }
        return null;
    }

    @Test
    void nothingLeadsToAStateThatIsNeverOnTheWire() {
        for (ServerState mine : STATES) {
            if (mine == ServerState.UNKNOWN) continue;
            for (boolean starting : List.of(true, false)) {
                for (boolean primary : List.of(true, false)) {
                    for (ServerState said : ServerState.values()) {
                        var at = new Standing(mine, starting, primary, said, true, false, false);
                        for (Cause cause : causes(said)) {
                            assertThat(Transitions.next(at, cause).to())
                                    .isNotIn(ServerState.UNKNOWN, ServerState.STARTUP);
                        }
                    }
                }
            }
        }
    }

    private static List<Cause> causes(ServerState state) {
        return List.of(
                new Cause.PartnerSaid(state, false),
                new Cause.PartnerSaid(state, true),
                new Cause.LinkLost(),
                new Cause.StartupOver(),
                new Cause.UpdateDone(),
                new Cause.McltOver(),
                new Cause.TooLongAlone(),
                new Cause.Ordered(state));
    }
}
