package org.twinlease.app.host;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Refused;
import org.twinlease.config.Config;
import org.twinlease.config.SharedNetwork;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Which interfaces a server in the place of a dhcpd serves, and what a dhcpd says of each: it
/// keeps away from a wire that the configuration declares no subnet for.
public final class Listening {
    private Listening() {}

    /// The interfaces of declared subnets; of the others it is told that nothing is answered there.
    ///
    /// @throws Refused when none is left
    public static List<Interface> of(Config config, List<Interface> faces, List<String> told)
            throws Refused {
        List<Interface> served = new ArrayList<>();
        for (Interface face : faces) {
            SharedNetwork network = network(config, face.address());
            if (network != null) {
                served.add(face);
                String place = place(face) + "/" + network.name();
                told.add("Listening on " + place);
                told.add("Sending on   " + place);
            } else {
                told.add("No subnet declaration for " + face.name() + " (" + face.address() + ").");
                told.add("** Ignoring requests on " + face.name() + ". If this is not what");
                told.add("   you want, write a subnet declaration in the configuration");
                told.add("   for the network that this interface is attached to. **");
            }
        }
        if (served.isEmpty()) {
            told.add("Not configured to listen on any interfaces!");
            throw Refused.input(String.join("\n", told));
        }
        return served;
    }

    private static @Nullable SharedNetwork network(Config config, Ip4 address) {
        return config.networks().stream()
                .filter(n -> n.subnets().stream().anyMatch(s -> s.contains(address.bits())))
                .findFirst()
                .orElse(null);
    }

    private static String place(Interface face) {
        byte[] hardware = hardware(face);
        return hardware == null || !face.broadcasts()
                ? "Socket/" + face.name()
                : "LPF/" + face.name() + "/" + HexFormat.ofDelimiter(":").formatHex(hardware);
    }

    private static byte @Nullable [] hardware(Interface face) {
        try {
            NetworkInterface found = NetworkInterface.getByName(face.name());
            return found == null ? null : found.getHardwareAddress();
        } catch (SocketException gone) {
            return null;
        }
    }
}
