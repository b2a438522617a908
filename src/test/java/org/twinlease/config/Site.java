package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A configuration written in code, the way dhcpd.conf nests it, for tests of everything that runs
/// on one.
public final class Site extends Level {

    private final List<Network> networks = new ArrayList<>();
    private final List<HostDeclaration> hosts = new ArrayList<>();

    /// One subnet, 10.0.1.0/24, with ten addresses, 10.0.1.10 to 10.0.1.19.
    public static Site small() {
        return new Site().subnet("10.0.1.0/24", net -> net.pool("10.0.1.10", "10.0.1.19"));
    }

    /// A subnet that is a network of its own.
    public Site subnet(String prefix, Consumer<Network> content) {
        Network network = new Network(prefix);
        network.only = network.subnet(prefix);
        networks.add(network);
        content.accept(network);
        return this;
    }

    /// A shared network; its subnets are declared inside.
    public Site shared(String name, Consumer<Network> content) {
        Network network = new Network(name);
        networks.add(network);
        content.accept(network);
        return this;
    }

    /// A host by its hardware address, with its fixed addresses.
    public Site host(String name, String hardware, String... fixed) {
        return host(name, hardware, _ -> {}, fixed);
    }

    /// As above, with settings of its own.
    public Site host(String name, String hardware, Consumer<Level> content, String... fixed) {
        HardwareAddress address = Objects.requireNonNull(HardwareAddress.parse(hardware));
        return host(new HostDeclaration(name, address, null, addresses(fixed)), content);
    }

    /// A host by its client identifier.
    public Site hostById(String name, Octets id, String... fixed) {
        return host(new HostDeclaration(name, null, id, addresses(fixed)), _ -> {});
    }

    private Site host(HostDeclaration host, Consumer<Level> content) {
        hosts.add(host);
        content.accept(host);
        return this;
    }

    private static List<Ip4> addresses(String... texts) {
        return List.of(texts).stream().map(Ip4::of).toList();
    }

    @Override
    public Site set(Parameter parameter, long value) {
        super.set(parameter, value);
        return this;
    }

    @Override
    public Site option(OptionType type, String... addresses) {
        super.option(type, addresses);
        return this;
    }

    /// The configuration.
    public Config config() {
        Scope global = scope(null);
        return new Config(
                global,
                networks.stream().map(n -> n.build(global)).toList(),
                hosts.stream().map(h -> h.build(global)).toList(),
                List.of(),
                List.of());
    }

    /// A network with its subnets and pools.
    public static final class Network extends Level {
        private final String name;
        private final List<Part> subnets = new ArrayList<>();
        private final List<Addresses> pools = new ArrayList<>();
        private @Nullable Part only;

        private Network(String name) {
            this.name = name;
        }

        /// Another subnet on the same wire.
        public Part subnet(String prefix) {
            String[] parts = prefix.split("/", 2);
            int length = Integer.parseInt(parts[1]);
            Ip4 mask = new Ip4(length == 0 ? 0 : -1 << (32 - length));
            Part part = new Part(Ip4.of(parts[0]), mask);
            subnets.add(part);
            return part;
        }

        /// A pool of one range.
        public Addresses pool(String low, String high) {
            Addresses pool = new Addresses();
            pool.range(low, high);
            pools.add(pool);
            return pool;
        }

        private SharedNetwork build(Scope global) {
            Scope own = scope(global);
            List<Subnet> built = subnets.stream().map(s -> s.build(own, s.equals(only))).toList();
            return new SharedNetwork(
                    name, own, built, pools.stream().map(p -> p.build(own)).toList(), null);
        }
    }

    /// A subnet with settings of its own.
    public static final class Part extends Level {
        private final Ip4 network;
        private final Ip4 netmask;

        private Part(Ip4 network, Ip4 netmask) {
            this.network = network;
            this.netmask = netmask;
        }

        private Subnet build(Scope around, boolean same) {
            return new Subnet(network, netmask, same ? around : scope(around), null);
        }
    }

    /// A pool.
    public static final class Addresses extends Level {
        private final List<Range> ranges = new ArrayList<>();
        private final List<Permit> permits = new ArrayList<>();

        /// More addresses.
        public Addresses range(String low, String high) {
            ranges.add(new Range(Ip4.of(low), Ip4.of(high), false));
            return this;
        }

        /// `allow` of a kind of clients.
        public Addresses allow(Permit.Kind kind) {
            return permit(true, kind, "");
        }

        /// `deny` of a kind of clients.
        public Addresses deny(Permit.Kind kind) {
            return permit(false, kind, "");
        }

        /// Any permit.
        public Addresses permit(boolean allow, Permit.Kind kind, String argument) {
            permits.add(new Permit(allow, kind, argument));
            return this;
        }

        private Pool build(Scope around) {
            return new Pool(scope(around), ranges, permits, null);
        }
    }

    static final class HostDeclaration extends Level {
        private final String name;
        private final @Nullable HardwareAddress hardware;
        private final @Nullable Octets id;
        private final List<Ip4> fixed;

        private HostDeclaration(
                String name,
                @Nullable HardwareAddress hardware,
                @Nullable Octets id,
                List<Ip4> fixed) {
            this.name = name;
            this.hardware = hardware;
            this.id = id;
            this.fixed = fixed;
        }

        private Host build(Scope global) {
            return new Host(name, scope(global), hardware, id, fixed);
        }
    }
}
