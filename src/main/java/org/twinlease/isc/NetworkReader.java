package org.twinlease.isc;

import org.twinlease.isc.tree.Cursor;
import org.twinlease.value.Ip4;

/// Reads `shared-network`, `subnet` and `interface` (`spec/dhcpd-conf.md` 3.2).
final class NetworkReader {
    private final Reader reader;

    NetworkReader(Reader reader) {
        this.reader = reader;
    }

    void sharedNetwork(Statement s) {
        Cursor in = s.in();
        String name = in.seesString() ? in.next().text() : in.hostName("a name for the network");
        if (name.isEmpty()) {
            reader.report()
                    .error(
                            s.tree(),
                            in.position() - 1,
                            "network-without-name",
                            "The name of the shared network is empty.",
                            "Give it a name.");
        }
        Level level = new Level(s.context().level());
        var network = new Draft.Network(name, level, false);
        Context inside = s.context().inside(Place.NETWORK, level).with(network);
        int errors = reader.report().errors();
        reader.items(s, s.body(), inside);
        if (network.subnets.isEmpty()) {
            if (errors < reader.report().errors()) return;
            reader.report()
                    .error(
                            s.tree(),
                            s.last(),
                            "shared-network-empty",
                            "The shared network " + name + " has no subnet.",
                            "Move the subnets that share the wire into it.");
            return;
        }
        reader.draft().networks.add(network);
    }

    void subnet(Statement s) {
        Cursor in = s.in();
        Ip4 number = in.address();
        Ip4 mask = in.sees("/") ? prefix(s, number) : netmask(s);
        if ((number.bits() & mask.bits()) != number.bits()) {
            reader.report()
                    .error(
                            s.tree(),
                            in.position() - 1,
                            "subnet-mask-mismatch",
                            "The subnet number "
                                    + number
                                    + " has bits outside its netmask "
                                    + mask
                                    + ".",
                            "Write "
                                    + Ip4.text(number.bits() & mask.bits())
                                    + ", or another netmask.");
            number = new Ip4(number.bits() & mask.bits());
        }
        Context around = s.context();
        // A group around it hides the shared network: such a subnet is on its own, as in dhcpd.
        Draft.Network shared = around.place() == Place.NETWORK ? around.network() : null;
        Level level = new Level(around.level());
        var subnet = new Draft.Subnet(number, mask, level, s.where());
        Draft.Network network =
                shared != null ? shared : new Draft.Network(subnet.facts.name(), level, true);
        network.subnets.add(subnet);
        Context inside = around.inside(Place.SUBNET, level).with(network).with(subnet);
        if (shared == null) reader.draft().networks.add(network);
        reader.items(s, s.body(), inside);
    }

    private Ip4 netmask(Statement s) {
        Cursor in = s.in();
        if (!in.skip("netmask")) {
            throw in.misread(
                    "netmask-expected",
                    "Expected 'netmask', found " + in.found() + ".",
                    "Write it as in 'subnet 192.0.2.0 netmask 255.255.255.0'.");
        }
        return in.address();
    }

    /// The form `10.0.0.0/24`, which dhcpd does not know: an error, but what is meant is clear.
    private Ip4 prefix(Statement s, Ip4 number) {
        Cursor in = s.in();
        int at = in.position();
        in.next();
        long length = in.decimal("the prefix length");
        if (length < 0 || length > 32) {
            throw in.misreadAt(
                    at, "netmask-expected", "A prefix has 0 to 32 bits, not " + length + ".", "");
        }
        Ip4 mask = new Ip4(length == 0 ? 0 : -1 << (int) (32 - length));
        reader.report()
                .error(
                        s.tree(),
                        at,
                        "netmask-expected",
                        "Expected 'netmask', found '/'.",
                        "Write 'subnet " + number + " netmask " + mask + "'.");
        return mask;
    }

    void interfaceName(Statement s) {
        Cursor in = s.in();
        Context context = s.context();
        int at = in.position();
        // dhcpd takes any token for the name, a semicolon too.
        boolean semicolon = in.atEnd() && in.peek().is(";");
        if (semicolon && s.tree().token(at + 1).is(";")) {
            s.takeNextSemicolon();
        } else if (in.atEnd()) {
            throw in.misreadAt(
                    at + 1, "semicolon-expected", "The interface has no name.", "Write its name.");
        }
        String name = in.next().text();
        Draft.Network network = context.network();
        Draft.Subnet subnet = context.place() == Place.SUBNET ? context.subnet() : null;
        if (network == null) return;
        if (network.connected) {
            throw in.misreadAt(
                    at,
                    "two-interfaces",
                    "The network is on interface "
                            + network.interfaceName
                            + " already; found "
                            + name
                            + ".",
                    "A subnet or shared network is on one interface, which is named once.");
        }
        network.connected = reader.draft().interfaces.add(name);
        if (subnet != null) subnet.interfaceName = name;
        if (subnet == null || network.implicit || network.connected) network.interfaceName = name;
    }
}
