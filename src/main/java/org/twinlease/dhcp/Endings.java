package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.ClientClass;
import org.twinlease.config.Config;
import org.twinlease.config.Host;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.lease.Kept;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is to be done at the end of leases. As in dhcpd it is settled when a lease is granted and
/// kept with it as it is spelt. Where it is the same for all leases of a pool nothing is kept, and
/// the configuration says it at the end. Statements that stand in the configuration are known;
/// others, out of a dhcpd's lease file or an older configuration, are read when they are needed,
/// and nothing is done where they cannot be.
final class Endings {
    private static final int MOST = 1000;

    private final Map<String, List<Action>> configured = new HashMap<>();
    private final Map<String, List<Action>> foreign = new HashMap<>();
    private final Statements reader;
    private boolean depend;

    Endings(Config config, Statements reader) {
        this.reader = reader;
        for (Scope scope : places(config)) learn(scope.actions(), false);
        for (Scope scope : clients(config)) learn(scope.actions(), true);
    }

    /// Whether they depend on more than a lease's pool: on conditions, classes or the client's host
    /// declaration.
    boolean depend() {
        return depend;
    }

    /// All scopes of a configuration with those around them.
    static List<Scope> scopes(Config config) {
        List<Scope> all = places(config);
        all.addAll(clients(config));
        return all;
    }

    private static List<Scope> places(Config config) {
        List<Scope> inner = new ArrayList<>();
        inner.add(config.global());
        for (SharedNetwork network : config.networks()) {
            inner.add(network.scope());
            network.subnets().forEach(subnet -> inner.add(subnet.scope()));
            network.pools().forEach(pool -> inner.add(pool.scope()));
        }
        return withOuter(inner);
    }

    /// The scopes of hosts, with the groups around them, and of classes.
    private static List<Scope> clients(Config config) {
        Set<Scope> places = Collections.newSetFromMap(new IdentityHashMap<>());
        places.addAll(places(config));
        List<Scope> inner = new ArrayList<>();
        for (Host host : config.hosts()) inner.addAll(withOuter(List.of(host.scope())));
        inner.removeIf(places::contains);
        for (ClientClass c : config.classes()) {
            inner.add(c.scope());
            c.subclasses().forEach(sub -> inner.add(sub.scope()));
        }
        return inner;
    }

    private static List<Scope> withOuter(List<Scope> inner) {
        List<Scope> all = new ArrayList<>();
        for (Scope scope : inner) for (Scope s = scope; s != null; s = s.parent()) all.add(s);
        return all;
    }

    private void learn(List<Action> actions, boolean inner) {
        for (Action action : actions) {
            switch (action) {
                case Action.On on -> {
                    configured.put(on.text(), on.body());
                    Set<Event> events = on.events();
                    boolean end = events.contains(Event.EXPIRY) || events.contains(Event.RELEASE);
                    depend |= inner && end;
                    learn(on.body(), true);
                }
                case Action.If choice -> {
                    learn(choice.then(), true);
                    learn(choice.otherwise(), true);
                }
                case Action.Switch choice -> learn(choice.body(), true);
                case Action.Define define -> learn(define.body(), true);
                default -> {}
            }
        }
    }

    /// What was kept with a lease for an event; null for nothing.
    @Nullable List<Action> of(@Nullable Octets kept, Event event) {
        String name = event.name().toLowerCase(Locale.ROOT);
        List<Action> all = null;
        for (Kept.Entry entry : Kept.decode(kept).entries()) {
            boolean meant = entry.kind() == Kept.Kind.EVENT;
            if (meant && List.of(entry.name().split(" or ")).contains(name)) {
                all = read(entry.value().text());
            }
        }
        return all;
    }

    private List<Action> read(String text) {
        List<Action> own = configured.get(text);
        if (own != null) return own;
        if (foreign.size() > MOST && !foreign.containsKey(text)) foreign.clear();
        return foreign.computeIfAbsent(text, reader::read);
    }
}
