package org.twinlease.console.model.health;

import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.model.health.Item.Place;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.ControlView;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is checked of what clients and relays send: relays that reach one server only, quirks that
/// cost service, and servers that nobody knows.
record ClientChecks(List<PairSide> sides, Ears ears, long sinceMillis, ZoneId zone, long now) {

    /// So many DISCOVERs by a relay at one server, none at the other, are no accident.
    private static final long ONE_LEGGED = 10;

    private static final int MOST = 20;

    void relays(Rounds rounds) {
        if (sides.size() < 2) {
            rounds.cannot(Section.RELAYS, Text.of("health.relays.cannot", sides.getFirst().name()));
            return;
        }
        String since = Words.clock(sinceMillis, zone);
        Map<Ip4, long[]> heard = ears.relays();
        rounds.well(
                Section.RELAYS,
                heard.isEmpty()
                        ? Text.of("health.relays.none", since)
                        : Text.of("health.relays.heard", Words.count(heard.size()), since));
        boolean both = sides.stream().noneMatch(PairSide::isGone);
        if (!both) {
            rounds.cannot(Section.RELAYS, Text.of("health.relays.gone"));
            return;
        }
        heard.forEach((relay, counts) -> relay(rounds, relay, counts));
    }

    private void relay(Rounds rounds, Ip4 relay, long[] counts) {
        int deaf = counts[0] == 0 ? 0 : 1;
        if (counts[deaf] > 0 || counts[1 - deaf] < ONE_LEGGED) return;
        rounds.item(
                new Item(
                        "relay " + relay + " " + sides.get(deaf).name(),
                        Section.RELAYS,
                        Tone.BAD,
                        Text.of("health.relay", relay, sides.get(deaf).name()),
                        Text.of(
                                "health.relay.words",
                                sides.get(1 - deaf).name(),
                                Words.count(counts[1 - deaf]),
                                sides.get(deaf).name()),
                        Text.of("health.relay.means", sides.get(1 - deaf).name()),
                        new Door(Place.LIVE, relay.toString(), 0)));
    }

    void clients(Rounds rounds, Map<Integer, CountersView> counters) {
        rounds.well(
                Section.CLIENTS,
                Text.of(
                        "health.clients.heard",
                        Words.count(ears.clients()),
                        Words.count(ears.packets()),
                        Words.clock(sinceMillis, zone)));
        counters.forEach((server, view) -> secs(rounds, sides.get(server), view));
        ears.shared().entrySet().stream().limit(MOST).forEach(e -> shared(rounds, e));
        ears.loops(now).stream().limit(MOST).forEach(loop -> loop(rounds, loop));
    }

    private static void secs(Rounds rounds, PairSide side, CountersView view) {
        long swapped = view.get(Counter.SECS_SWAPPED);
        if (swapped == 0) return;
        rounds.item(
                new Item(
                        "secs " + side.name(),
                        Section.CLIENTS,
                        Tone.WATCH,
                        Text.of("health.secs", side.name()),
                        Text.of(
                                "health.secs.words",
                                Words.count(swapped),
                                Words.count(view.get(Counter.DISCOVER))),
                        Text.of("health.secs.means"),
                        Door.to(Place.CONFIG)));
    }

    private static void shared(Rounds rounds, Map.Entry<Octets, Set<HardwareAddress>> shared) {
        String id = PacketWords.clientId(shared.getKey());
        String users =
                shared.getValue().stream()
                        .map(HardwareAddress::toString)
                        .collect(Collectors.joining(", "));
        rounds.item(
                new Item(
                        "id " + id,
                        Section.CLIENTS,
                        Tone.WATCH,
                        Text.of("health.id", id),
                        Text.of("health.id.words", shared.getValue().size(), users),
                        Text.of("health.id.means"),
                        new Door(Place.LIVE, shared.getValue().iterator().next().toString(), 0)));
    }

    private void loop(Rounds rounds, Ears.Asking loop) {
        rounds.item(
                new Item(
                        "loop " + loop.client(),
                        Section.CLIENTS,
                        Tone.WATCH,
                        Text.of("health.loop", loop.client()),
                        Text.of(
                                "health.loop.words",
                                Words.count(loop.count()),
                                Words.clock(loop.sinceMillis(), zone),
                                Words.clock(loop.lastMillis(), zone)),
                        Text.of("health.loop.means"),
                        new Door(Place.LIVE, loop.client().toString(), 0)));
    }

    /// Other servers whose offers clients took. Every server of the pair hears which offer a client
    /// takes, so a stranger is one to both; with one of them alone its partner looks the same.
    void security(Rounds rounds) {
        boolean paired = sides.stream().anyMatch(side -> !side.views().isEmpty());
        if (paired && sides.size() < 2) {
            rounds.cannot(Section.SECURITY, Text.of("health.others.cannot"));
        } else {
            strangers(rounds);
        }
    }

    /// Who can give orders: nobody from elsewhere, this machine, or whoever reaches the network
    /// that the control API listens on.
    void controls(Rounds rounds, Map<Integer, ControlView> controls) {
        for (PairSide side : sides) {
            ControlView control = controls.get(side.number());
            if (control == null) {
                rounds.cannot(Section.SECURITY, Text.of("health.api.cannot", side.name()));
                continue;
            }
            String key =
                    !control.isOpen()
                            ? "health.api.off"
                            : control.beyond() ? "health.api.beyond" : "health.api.loopback";
            rounds.well(
                    Section.SECURITY,
                    Text.of(key, side.name(), control.listening(), token(control)));
            if (control.beyond()) beyond(rounds, side, control);
        }
    }

    private static String token(ControlView control) {
        return Text.of(control.token() ? "health.api.token" : "health.api.notoken");
    }

    private static void beyond(Rounds rounds, PairSide side, ControlView control) {
        rounds.item(
                new Item(
                        "api " + side.name(),
                        Section.SECURITY,
                        control.token() ? Tone.WATCH : Tone.BAD,
                        Text.of("health.api.item", side.name()),
                        Text.of("health.api.words", control.listening(), token(control)),
                        Text.of("health.api.means"),
                        Door.NONE));
    }

    private void strangers(Rounds rounds) {
        List<Ears.Other> strangers =
                ears.others().stream().filter(Ears.Other::isStrangeToAll).toList();
        String since = Words.clock(sinceMillis, zone);
        rounds.well(
                Section.SECURITY, Text.of("health.others", Words.count(strangers.size()), since));
        for (Ears.Other other : strangers) {
            rounds.item(
                    new Item(
                            "server " + other.server(),
                            Section.SECURITY,
                            Tone.BAD,
                            Text.of("health.stranger", other.server()),
                            Text.of(
                                    "health.stranger.words",
                                    Words.count(other.most()),
                                    Words.clock(other.lastMillis(), zone)),
                            Text.of("health.stranger.means"),
                            new Door(Place.LIVE, other.server(), 0)));
        }
    }
}
