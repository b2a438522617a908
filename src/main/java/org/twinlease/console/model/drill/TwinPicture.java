package org.twinlease.console.model.drill;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.drill.Line;
import org.twinlease.drill.Message;
import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.Times;
import org.twinlease.drill.script.Values;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// The Pair and the Live page of a twin in miniature, on its own clock.
public final class TwinPicture {

    /// A server: its letter and name, its state, whom it serves, and its numbers.
    public record Side(String letter, String name, Fact state, String serves, List<Field> fields) {}

    /// A message between the two, to the right or to the left.
    public record Passed(String clock, boolean right, String type, String words) {}

    /// A line of the story.
    public record Told(String clock, String who, String what, Tone tone) {}

    /// How long a server was in a state, in seconds since midnight of the first day.
    public record Stretch(Lane lane, long from, long until, String words, Tone tone) {}

    /// All of it; nothing before there is a twin.
    public record State(
            List<Side> sides,
            Fact link,
            String clients,
            List<Passed> passed,
            List<Told> told,
            List<Stretch> stretches) {}

    static final State NOTHING =
            new State(List.of(), new Fact("", Tone.PLAIN), "", List.of(), List.of(), List.of());

    private final Glance glance;

    private TwinPicture(Glance glance) {
        this.glance = glance;
    }

    static State of(Glance glance) {
        return new TwinPicture(glance).state();
    }

    private State state() {
        return new State(
                List.of(side(0), side(1)), link(), clients(), passed(), told(), stretches());
    }

    /// A state as dhcpd spells it, in a person's words.
    static Fact fact(String state) {
        if (state.equals(Sample.DOWN)) return new Fact(Text.of("drill.down"), Tone.BAD);
        for (ServerState each : ServerState.values()) {
            if (!each.word().equals(state)) continue;
            StateWords words = StateWords.of(each);
            return new Fact(words.name(), words.tone());
        }
        return new Fact(state, Tone.PLAIN);
    }

    private Side side(int server) {
        Glance.Seat seat = glance.seats().get(server);
        String name = Text.of(server == 0 ? "drill.server.a" : "drill.server.b");
        String serves = Text.of("drill.serves", Words.count(seat.serves()));
        if (seat.state().equals(Sample.DOWN)) {
            serves = Text.of("drill.serves.nobody", Words.count(seat.serves()));
        }
        if (seat.cut()) serves = Text.of("drill.cut.clients");
        return new Side(Values.name(server), name, fact(seat.state()), serves, fields(server));
    }

    private List<Field> fields(int server) {
        List<Field> fields = new ArrayList<>();
        FailoverView pair = glance.seats().get(server).pair();
        if (pair != null) {
            long since = pair.since() - Twin.epoch(0);
            if (since >= glance.scenario().begin()) {
                fields.add(new Field(Text.of("drill.since"), clock(since)));
            }
            long unacknowledged = pair.link().unacknowledged();
            fields.add(new Field(Text.of("drill.unacked"), Words.count(unacknowledged)));
        }
        if (glance.samples().isEmpty()) return fields;
        Sample sample = glance.samples().getLast();
        Sample.Seat seat = sample.servers().get(server);
        if (!seat.isUp()) return fields;
        String when = Times.clock(sample.second());
        fields.add(new Field(Text.of("drill.active", when), Words.count(seat.active())));
        String free =
                Text.of("drill.free.of", Words.count(seat.free()), Words.count(seat.backup()));
        fields.add(new Field(Text.of("drill.free"), free));
        if (seat.other() > 0) {
            fields.add(new Field(Text.of("drill.other"), Words.count(seat.other())));
        }
        fields.add(new Field(Text.of("drill.left"), Words.count(seat.left())));
        return fields;
    }

    private Fact link() {
        if (glance.linkCut()) return new Fact(Text.of("drill.link.cut"), Tone.BAD);
        boolean up =
                glance.seats().stream()
                        .allMatch(seat -> seat.pair() != null && seat.pair().link().up());
        return up
                ? new Fact(Text.of("drill.link.up"), Tone.GOOD)
                : new Fact(Text.of("drill.link.down"), Tone.WATCH);
    }

    private String clients() {
        Sample.Count count = glance.clients();
        return Text.of(
                "drill.clients.now",
                Words.count(count.on()),
                Words.count(count.served()),
                Words.count(count.waiting()));
    }

    /// Newest first. Each message is told by who sent it, once.
    private List<Passed> passed() {
        List<Passed> all = new ArrayList<>();
        for (Message each : glance.messages().reversed()) {
            if (!each.view().outgoing() || each.view().type().equals("CONTACT")) continue;
            Ip4 address = each.view().address();
            String about = address.equals(Ip4.ZERO) ? "" : address + " ";
            all.add(
                    new Passed(
                            clock(each.second()),
                            each.server() == 0,
                            each.view().type(),
                            about + each.view().words()));
        }
        return all;
    }

    private List<Told> told() {
        List<Told> all = new ArrayList<>();
        for (Line line : glance.lines()) {
            boolean act = line.who().equals("act");
            boolean hurt = line.who().isEmpty();
            boolean alarm = line.what().startsWith("Alarm");
            Tone tone = act ? Tone.DEMO : hurt ? Tone.BAD : alarm ? Tone.WATCH : Tone.PLAIN;
            String who = act ? Text.of("drill.act") : line.who();
            all.add(new Told(line.clock(), who, line.what(), tone));
        }
        return all;
    }

    private List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        for (int server = 0; server < 2; server++) {
            long from = -1;
            String state = "";
            for (Sample sample : glance.samples()) {
                String next = sample.servers().get(server).state();
                if (next.equals(state)) continue;
                if (from >= 0) all.add(stretch(server, from, sample.second(), state));
                from = sample.second();
                state = next;
            }
            if (from >= 0) all.add(stretch(server, from, glance.second(), state));
        }
        return all;
    }

    private static Stretch stretch(int server, long from, long until, String state) {
        Fact fact = fact(state);
        Lane lane = Lane.valueOf(Values.name(server));
        return new Stretch(lane, from, until, fact.words(), fact.tone());
    }

    /// A moment with its seconds.
    static String clock(long second) {
        return new Line(second, "", "").clock();
    }
}
