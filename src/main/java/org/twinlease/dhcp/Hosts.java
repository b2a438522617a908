package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Host;
import org.twinlease.config.Scope;
import org.twinlease.lease.ClientKey;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Host declarations by client identifier and by hardware address (`spec/dhcpd-conf.md` 8.2).
final class Hosts {

    private final Map<Octets, List<Host>> byClientId = new HashMap<>();
    private final Map<HardwareAddress, List<Host>> byHardware = new HashMap<>();
    private final List<Host> byOption = new ArrayList<>();
    private final Set<Ip4> fixed = new HashSet<>();

    Hosts(List<Host> hosts) {
        for (Host host : hosts) {
            if (host.clientId() != null) add(byClientId, host.clientId(), host);
            if (host.hardware() != null) add(byHardware, host.hardware(), host);
            if (host.identifier() != null) byOption.add(host);
            fixed.addAll(host.fixedAddresses());
        }
    }

    /// Whether the packet has the option that the host is told by; those of relays are inside
    /// option 82.
    private static boolean identifies(Host host, Packet packet) {
        Host.Identifier id = host.identifier();
        if (id == null) return false;
        Octets value =
                switch (id.key().space()) {
                    case "dhcp" ->
                            id.key().code() < 1 || id.key().code() > 254
                                    ? null
                                    : packet.option(id.key().code());
                    case "agent" -> packet.agent(id.key().code());
                    default -> null;
                };
        return value != null && id.value().equals(value);
    }

    private static <K> void add(Map<K, List<Host>> map, K key, Host host) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(host);
    }

    /// Whether some host has this address fixed: then nobody else is given it.
    boolean isFixed(Ip4 address) {
        return fixed.contains(address);
    }

    /// The client's declaration: the first with an address on its network, by identifier before
    /// hardware, and by an option of its packet last; else the first without any address. One with
    /// addresses of other networks only makes the client known, and what it declares stays there.
    @Nullable Host find(ClientKey client, Packet packet, Predicate<Ip4> onNetwork) {
        List<Host> matches = new ArrayList<>();
        if (client.clientId() != null) {
            matches.addAll(byClientId.getOrDefault(client.clientId(), List.of()));
        }
        matches.addAll(byHardware.getOrDefault(client.hardware(), List.of()));
        for (Host host : byOption) if (identifies(host, packet)) matches.add(host);
        for (Host host : matches) {
            if (host.fixedAddresses().stream().anyMatch(onNetwork)) return host;
        }
        for (Host host : matches) if (host.fixedAddresses().isEmpty()) return host;
        return matches.isEmpty() ? null : withoutScope(matches.getFirst());
    }

    private static Host withoutScope(Host host) {
        return new Host(
                host.name(),
                Scope.EMPTY,
                host.hardware(),
                host.clientId(),
                host.fixedAddresses(),
                host.identifier());
    }
}
