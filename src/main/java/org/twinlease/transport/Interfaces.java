package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// The machine's IPv4 interfaces, as the server listens on them.
public final class Interfaces {
    private Interfaces() {}

    /// The interfaces to serve.
    ///
    /// For clients on the link: each interface once, by its first address. For relays only: each
    /// address, loopback too. Without names, all that are up and can be used that way. A name may
    /// also be one of the machine's addresses.
    ///
    /// @throws CannotListen when one that was named cannot be served, or there is none at all
    public static List<Interface> list(List<String> names, boolean relayOnly) throws CannotListen {
        try {
            List<NetworkInterface> all =
                    NetworkInterface.networkInterfaces()
                            .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                            .toList();
            List<Interface> found = new ArrayList<>();
            for (String name : names) found.addAll(named(all, name, relayOnly));
            for (NetworkInterface face : names.isEmpty() ? all : List.<NetworkInterface>of()) {
                if (face.isUp() && (relayOnly || broadcasts(face)))
                    found.addAll(of(face, relayOnly));
            }
            if (found.isEmpty()) {
                throw new CannotListen(
                        "no interface with an IPv4 address is up; bring one up,"
                                + " or serve relays with --relay-only");
            }
            return List.copyOf(found);
        } catch (SocketException unreadable) {
            throw new CannotListen("the interfaces cannot be listed: " + unreadable.getMessage());
        }
    }

    /// Further IPv4 addresses of an interface that broadcasts; empty when it is gone.
    static List<Ip4> others(Interface face) {
        try {
            NetworkInterface found = NetworkInterface.getByName(face.name());
            if (found == null || !face.broadcasts()) return List.of();
            return addresses(found).stream()
                    .map(address -> Addresses.ip4(address.getAddress()))
                    .filter(address -> !address.equals(face.address()))
                    .toList();
        } catch (SocketException gone) {
            return List.of();
        }
    }

    private static List<Interface> named(List<NetworkInterface> all, String name, boolean relayOnly)
            throws CannotListen, SocketException {
        Ip4 address = Ip4.parse(name);
        for (NetworkInterface face : all) {
            if (address != null) {
                for (Interface one : of(face, true)) {
                    if (one.address().equals(address)) return List.of(one);
                }
            } else if (face.getName().equals(name)) {
                if (!face.isUp()) {
                    throw new CannotListen(
                            name + " is down; bring it up first: ip link set " + name + " up");
                }
                List<Interface> found = of(face, relayOnly);
                if (!found.isEmpty()) return found;
                throw new CannotListen(name + " has no IPv4 address; give it one first");
            }
        }
        if (address != null) throw new CannotListen(name + " is not an address of this machine");
        List<String> there = all.stream().map(NetworkInterface::getName).toList();
        throw new CannotListen(
                "there is no interface " + name + "; there are " + String.join(", ", there));
    }

    private static List<Interface> of(NetworkInterface face, boolean relayOnly)
            throws SocketException {
        boolean link = !relayOnly && broadcasts(face);
        List<Interface> found = new ArrayList<>();
        for (InterfaceAddress address : addresses(face)) {
            found.add(
                    new Interface(
                            face.getName(),
                            Addresses.ip4(address.getAddress()),
                            netmask(address.getNetworkPrefixLength()),
                            face.getMTU(),
                            link));
        }
        return link && !found.isEmpty() ? found.subList(0, 1) : found;
    }

    /// In the system's order, the primary address first: Java hands them out last first.
    private static List<InterfaceAddress> addresses(NetworkInterface face) {
        return face.getInterfaceAddresses().reversed().stream()
                .filter(address -> address.getAddress() instanceof Inet4Address)
                .toList();
    }

    private static boolean broadcasts(NetworkInterface face) throws SocketException {
        return !face.isLoopback()
                && !face.isPointToPoint()
                && addresses(face).stream().anyMatch(address -> address.getBroadcast() != null);
    }

    static @Nullable Ip4 netmask(int prefix) {
        if (prefix < 0 || prefix > 32) return null;
        return new Ip4(prefix == 0 ? 0 : -1 << (32 - prefix));
    }
}
