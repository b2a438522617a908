package org.twinlease.isc.kea;

import org.twinlease.config.ClientClass;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.config.Host;
import org.twinlease.config.Pool;
import org.twinlease.config.Problem;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.Subnet;
import org.twinlease.config.logic.Action;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.isc.DhcpdConf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A configuration as `kea-dhcp4` 2.2 and later take it (Kea Administrator Reference Manual,
/// chapter 8). Nothing that does not translate is dropped in silence: it is in the list.
public final class KeaExport {

    /// The document, a tree in the order in which it is to be written, and what did not go into it.
    public record Result(Map<String, Object> document, List<Left> left) {

        /// Takes copies of the lists.
        public Result {
            left = List.copyOf(left);
        }
    }

    private final Config config;
    private final List<Left> left = new ArrayList<>();
    private final KeaLevel levels;
    private final KeaClasses classes;

    private KeaExport(Config config) {
        this.config = config;
        levels = new KeaLevel(new KeaOptions(config.spaces(), left), left);
        classes = new KeaClasses(levels, left);
    }

    /// The export of a configuration that can be used.
    public static Result of(Config config) {
        var export = new KeaExport(config);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Dhcp4", export.server());
        return new Result(document, export.left);
    }

    private Map<String, Object> server() {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("interfaces-config", Map.of("interfaces", List.of("*")));
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("type", "memfile");
        database.put("lfc-interval", 3600);
        server.put("lease-database", database);
        global(server);
        for (ClientClass each : config.classes()) classes.add(each);
        var networks = new KeaNetworks(levels, classes, config.global(), left);
        for (SharedNetwork network : config.networks()) networks.add(network);
        var hosts = new KeaHosts(levels, networks.placed(), config.global(), left);
        for (Host host : config.hosts()) hosts.add(host);
        if (hosts.isDeclared()) classes.named(KeaHosts.DECLARED);
        if (!classes.all().isEmpty()) server.put("client-classes", classes.all());
        networks.write(server);
        if (!hosts.everywhere().isEmpty()) {
            server.put("reservations-global", true);
            server.put("reservations-in-subnet", true);
            server.put("reservations", hosts.everywhere());
        }
        Map<String, Object> context = new LinkedHashMap<>();
        precedence();
        failover(context);
        problems();
        if (!left.isEmpty()) {
            context.put("not-translated", left.stream().map(Left::toString).toList());
            server.put("user-context", context);
        }
        return server;
    }

    /// With the defaults of dhcpd where those of Kea differ.
    private void global(Map<String, Object> server) {
        Scope scope = config.global();
        List<Action> rest = classes.branches(scope.actions());
        Layer own = Layer.of(scope, Set.of());
        Map<Parameter, Long> numbers = new EnumMap<>(Parameter.class);
        for (Parameter each :
                List.of(Parameter.DEFAULT_LEASE_TIME, Parameter.DHCP_CACHE_THRESHOLD)) {
            numbers.put(each, scope.number(each));
        }
        numbers.put(Parameter.AUTHORITATIVE, scope.number(Parameter.AUTHORITATIVE));
        numbers.putAll(own.numbers());
        var layer = new Layer(scope, own.options(), numbers, own.texts(), rest);
        levels.write(server, KeaLevel.Kind.GLOBAL, layer, "everywhere");
    }

    /// A class counts more than a network to dhcpd, and less to Kea.
    private void precedence() {
        Set<OptionKey> narrow = new HashSet<>();
        for (SharedNetwork network : config.networks()) {
            Stream.of(
                            Stream.of(network.scope()),
                            network.subnets().stream().map(Subnet::scope),
                            network.pools().stream().map(Pool::scope))
                    .flatMap(each -> each)
                    .map(scope -> Layer.of(scope, Set.of(config.global())))
                    .forEach(layer -> narrow.addAll(layer.options().keySet()));
        }
        for (ClientClass each : config.classes()) {
            Layer own = Layer.of(each.scope(), Set.of());
            for (OptionKey key : own.options().keySet()) {
                if (!narrow.contains(key)) continue;
                String what = "option " + KeaOptions.name(key.code()) + ", which networks set, too";
                String remedy = "To dhcpd the class counts more, to Kea the network";
                left.add(new Left("class \"" + each.name() + "\"", what, remedy));
            }
        }
    }

    private void failover(Map<String, Object> context) {
        if (config.peers().isEmpty()) return;
        Map<String, Object> outlines = new LinkedHashMap<>();
        for (FailoverPeer peer : config.peers()) {
            outlines.put(peer.name(), KeaFailover.outline(peer));
            left.add(KeaFailover.left(peer));
        }
        context.put("high-availability", outlines);
    }

    /// What this server does not act on is not known well enough to be translated.
    private void problems() {
        for (Problem problem : config.problems()) {
            boolean unused = problem.code().equals("not-acted-on");
            if (!unused && !problem.code().equals(DhcpdConf.PROGRAM)) continue;
            String where = problem.file() + " line " + problem.line();
            String what = problem.message().replaceFirst("\\.$", "");
            left.add(new Left(where, what, "See what Kea has for it"));
        }
    }
}
