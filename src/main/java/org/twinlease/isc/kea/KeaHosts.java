package org.twinlease.isc.kea;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Host;
import org.twinlease.config.Scope;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hosts as reservations: in the subnet of each fixed address, or for all subnets where there is
/// none. What is set on groups and networks around a host comes with it.
final class KeaHosts {

    /// The class of clients of which nothing is known but that they are: a reservation says
    /// something, or Kea takes it for a mistake.
    static final String DECLARED = "declared";

    private final KeaLevel levels;
    private final List<KeaNetworks.Placed> subnets;
    private final Scope global;
    private final List<Left> left;
    private final List<Object> everywhere = new ArrayList<>();

    /// What is taken, by subnet: an address or an identifier stands there once.
    private final Set<String> taken = new HashSet<>();

    private boolean declared;

    KeaHosts(KeaLevel levels, List<KeaNetworks.Placed> subnets, Scope global, List<Left> left) {
        this.levels = levels;
        this.subnets = subnets;
        this.global = global;
        this.left = left;
    }

    /// Whether there is anybody in the class of that name.
    boolean isDeclared() {
        return declared;
    }

    /// The reservations that hold in every subnet.
    List<Object> everywhere() {
        return everywhere;
    }

    void add(Host host) {
        String where = "host " + host.name();
        Map<String, Object> identity = identity(host, where);
        if (identity.isEmpty()) return;
        if (host.fixedAddresses().isEmpty()) place(host, identity, where, null, null);
        for (Ip4 address : host.fixedAddresses()) {
            KeaNetworks.Placed at = around(address);
            if (at == null) {
                String remedy = "Kea reserves addresses of its subnets only";
                left.add(new Left(where, "fixed-address " + address, remedy));
            } else place(host, identity, where, at, address);
        }
    }

    private KeaNetworks.@Nullable Placed around(Ip4 address) {
        for (KeaNetworks.Placed each : subnets) {
            if (each.subnet().contains(address.bits())) return each;
        }
        return null;
    }

    private Map<String, Object> identity(Host host, String where) {
        Map<String, Object> identity = new LinkedHashMap<>();
        if (host.identifier() != null) {
            left.add(new Left(where, "host-identifier", "Kea has the flex-id hook for that"));
        }
        HardwareAddress hardware = host.hardware();
        if (hardware != null && isEthernet(hardware)) {
            identity.put("hw-address", hardware.address().hex());
        } else if (hardware != null) {
            left.add(new Left(where, "hardware " + hardware, "Kea takes Ethernet addresses"));
        }
        Octets id = host.clientId();
        if (id == null || id.length() == 0) return identity;
        if (identity.isEmpty()) identity.put("client-id", KeaText.hex(id));
        else {
            String remedy = "A reservation has one identifier; write a second one";
            left.add(new Left(where, "dhcp-client-identifier beside hardware", remedy));
        }
        return identity;
    }

    private static boolean isEthernet(HardwareAddress hardware) {
        return hardware.type() == HardwareAddress.ETHERNET && hardware.address().length() == 6;
    }

    private void place(
            Host host,
            Map<String, Object> identity,
            String where,
            KeaNetworks.@Nullable Placed at,
            @Nullable Ip4 address) {
        String subnet = at == null ? "everywhere" : at.subnet().name();
        boolean free = taken.add(subnet + " " + identity);
        if (!free || (address != null && !taken.add(subnet + " " + address))) {
            left.add(new Left(where, "the same client or address once more", "Keep one of them"));
            return;
        }
        Map<String, Object> node = new LinkedHashMap<>(identity);
        if (address != null) node.put("ip-address", address.toString());
        if (host.scope().number(Parameter.USE_HOST_DECL_NAMES) == 1) {
            node.put("hostname", host.name());
        }
        Set<Scope> above = new HashSet<>();
        above.add(global);
        for (KeaNetworks.Placed each : subnets) above.add(each.subnet().scope());
        levels.write(node, KeaLevel.Kind.HOST, Layer.of(host.scope(), above), where);
        if (node.equals(identity)) {
            declared = true;
            node.put("client-classes", List.of(DECLARED));
        }
        if (at == null) everywhere.add(node);
        else reservations(at.node()).add(node);
    }

    @SuppressWarnings("unchecked") // Only lists of reservations are put under this name, here.
    private static List<Object> reservations(Map<String, Object> subnet) {
        return (List<Object>) subnet.computeIfAbsent("reservations", _ -> new ArrayList<>());
    }
}
