package org.twinlease.isc;

import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// Reads `host`, `group` and what identifies a host (`spec/dhcpd-conf.md` 3.3).
final class HostReader {
    private static final int LONGEST_IN_DHCPD = 20;
    private static final int LONGEST_ON_THE_WIRE = 16;
    private static final Map<String, Integer> HARDWARE =
            Map.of("ethernet", 1, "token-ring", 6, "fddi", 8, "infiniband", 32);

    private final Reader reader;
    private final OptionReader options;

    HostReader(Reader reader, OptionReader options) {
        this.reader = reader;
        this.options = options;
    }

    void host(Statement s) {
        Cursor in = s.in();
        if (in.seesString()) {
            throw in.misreadBefore(
                    "name-expected",
                    "The name of a host stands without quotes; found " + in.found() + ".",
                    "Remove the quotes.");
        }
        String name = in.hostName("a name for the host");
        Level level = new Level(s.context().level());
        var host = new Draft.Host(name, s.context().level(), level, s.where());
        reader.items(s, s.body(), s.context().inside(Place.HOST, level).with(host));
        if (host.deleted) return;
        Draft.Host other = reader.draft().hosts.putIfAbsent(name, host);
        if (other != null) {
            reader.report()
                    .error(
                            s.tree(),
                            s.last(),
                            "duplicate-host",
                            "The host "
                                    + name
                                    + " is declared in line "
                                    + other.where.line()
                                    + " already.",
                            "Give every host a name of its own.");
        }
    }

    /// The group block; in a host the statement that names a group.
    void group(Statement s) {
        Cursor in = s.in();
        if (s.context().place() == Place.HOST) {
            groupOfHost(s);
            return;
        }
        String name = in.atEnd() ? "" : in.stringOrIdentifier("a name for the group");
        Level level = new Level(s.context().level());
        List<ConfNode> body = s.body();
        if (!name.isEmpty()) reader.draft().groups.put(name, level);
        reader.items(s, body, s.context().inside(Place.GROUP, level));
        lastMark(s, body);
    }

    /// dhcpd misreads the closing brace behind `static;` and its like.
    private void lastMark(Statement s, List<ConfNode> body) {
        if (body.isEmpty() || !(body.getLast() instanceof ConfNode.Simple last)) return;
        Token word = s.tree().token(last.from());
        boolean mark = word.is("static") || word.is("dynamic") || word.is("deleted");
        if (!mark || last.end() != last.from() + 1) return;
        reader.report()
                .error(
                        s.tree(),
                        last.from() + 1,
                        "mark-at-end-of-group",
                        "'"
                                + word.raw()
                                + "' is the group's last statement; dhcpd does not read this.",
                        "Put another statement behind it.");
    }

    private void groupOfHost(Statement s) {
        Cursor in = s.in();
        int at = in.position();
        String name = in.stringOrIdentifier("the name of a group");
        Level group = reader.draft().groups.get(name);
        if (group == null) {
            throw in.misreadAt(
                    at,
                    "unknown-group",
                    "No group " + name + " is declared before this line.",
                    Spelling.guess(name, reader.draft().groups.keySet(), "Declare it first."));
        }
        Draft.Host host = s.context().host();
        if (host != null) host.group = group;
    }

    void hardware(Statement s) {
        Cursor in = s.in();
        Draft.Host host = s.context().host();
        if (host != null && host.hasHardware) {
            throw in.misreadAt(
                    s.start(),
                    "hardware-twice",
                    "The host " + host.name + " has a hardware address already.",
                    "Declare one host for each address.");
        }
        int type = hardwareType(in);
        int at = in.position();
        Octets address = in.atEnd() ? Octets.EMPTY : in.octetsCheckedLast();
        if (address.length() > LONGEST_IN_DHCPD) {
            throw in.misreadBefore(
                    "hardware-address-too-long",
                    "The hardware address has " + address.length() + " octets.",
                    "A packet has room for " + LONGEST_ON_THE_WIRE + ".");
        }
        if (host == null) throw outsideOfHost(s);
        host.hasHardware = true;
        if (address.length() > LONGEST_ON_THE_WIRE) {
            reader.report()
                    .warn(
                            s.tree(),
                            at,
                            "hardware-address-too-long",
                            "No packet carries a hardware address of "
                                    + address.length()
                                    + " octets, so the host never matches by it.",
                            "Check the address; a packet has room for "
                                    + LONGEST_ON_THE_WIRE
                                    + ".");
            return;
        }
        host.hardware = new HardwareAddress(type, address);
    }

    /// dhcpd reads the whole statement before it says that it does not belong here.
    private static Misread outsideOfHost(Statement s) {
        s.finish();
        return s.in().misread(
                        "not-allowed-here",
                        "'"
                                + s.tree().token(s.start()).raw()
                                + "' cannot stand "
                                + s.context().place().where()
                                + ".",
                        "Move it into a host.");
    }

    /// The number of a hardware type; `unknown-N` is number N.
    static int hardwareType(Cursor in) {
        String word = in.peek().raw().toLowerCase(java.util.Locale.ROOT);
        Integer type = in.atEnd() ? null : HARDWARE.get(word);
        if (type == null && !in.atEnd() && in.peek().raw().startsWith("unknown-")) {
            // As C's atoi reads it, and as much of it as fits into an octet.
            String digits = word.substring(8).replaceFirst("[^0-9].*", "");
            type = new BigInteger("0" + digits).intValue() & 0xFF;
        }
        if (type == null) {
            throw in.misread(
                    "hardware-type-expected",
                    "Expected a type of hardware, found " + in.found() + ".",
                    "Write ethernet, token-ring, fddi, infiniband or unknown-N.");
        }
        in.next();
        return type;
    }

    void fixedAddress(Statement s) {
        Cursor in = s.in();
        Draft.Host host = s.context().host();
        do {
            int at = in.position();
            if (in.seesAddress()) {
                Ip4 address = in.address();
                if (host != null && !host.hasFixedAddress) host.fixedAddresses.add(address);
            } else {
                String name = in.addressName("an address or a host name");
                List<Ip4> found =
                        Names.resolve(s.tree(), at, name, reader.resolver(), reader.report());
                if (host != null && !host.hasFixedAddress) host.fixedAddresses.addAll(found);
            }
        } while (in.skip(","));
        oneFixedAddress(s);
    }

    /// The same for DHCPv6, which this server does not speak.
    void fixedAddress6(Statement s) {
        do s.in().address6();
        while (s.in().skip(","));
        oneFixedAddress(s);
        notServed(s);
    }

    void fixedPrefix6(Statement s) {
        Cursor in = s.in();
        Octets prefix = in.address6();
        in.expect("/", "slash-expected");
        int at = in.position();
        long bits = in.decimal("the length of the prefix");
        s.finish();
        if (bits < 0 || bits > 128) {
            throw in.misreadAt(
                    at, "number-out-of-range", "A prefix has 0 to 128 bits, not " + bits + ".", "");
        }
        if (!isZeroFrom(prefix, (int) bits)) {
            throw in.misread(
                    "prefix-too-short",
                    "The prefix has bits behind the first " + bits + ".",
                    "Write a longer length, or zeros there.");
        }
        notServed(s);
    }

    private static boolean isZeroFrom(Octets address, int bits) {
        int lowest = new BigInteger(1, address.toArray()).getLowestSetBit();
        return lowest < 0 || lowest >= 128 - bits;
    }

    private void notServed(Statement s) {
        reader.report()
                .info(
                        s.tree(),
                        s.start(),
                        "not-acted-on",
                        "'"
                                + s.tree().token(s.start()).raw()
                                + "' means nothing to a DHCPv4 server.",
                        "");
    }

    private static void oneFixedAddress(Statement s) {
        Cursor in = s.in();
        Draft.Host host = s.context().host();
        if (host == null) throw outsideOfHost(s);
        if (host.hasFixedAddress) {
            throw in.misreadAt(
                    in.position(),
                    "fixed-address-twice",
                    "The host " + host.name + " has a fixed-address statement already.",
                    "List all addresses in one statement, with commas.");
        }
        host.hasFixedAddress = true;
    }

    void uid(Statement s) {
        Cursor in = s.in();
        Octets value = in.seesString() ? in.next().octets() : in.octetsCheckedLast();
        Draft.Host host = s.context().host();
        if (host == null) return;
        if (host.clientId != null) {
            throw in.misreadAt(
                    s.start(),
                    "uid-twice",
                    "The host " + host.name + " has a client identifier already.",
                    "Declare one host for each identifier.");
        }
        host.clientId = value;
        uidAndOption(s, host);
    }

    /// Warns, as dhcpd does, when a host has both `uid` and the option.
    private void uidAndOption(Statement s, Draft.Host host) {
        if (host.hasTwoIdentifiers()) reader.report().add(OptionReader.twoIdentifiers(s, host));
    }

    void hostIdentifier(Statement s) {
        Cursor in = s.in();
        boolean six = in.skip("v6relopt");
        if (six) in.decimal("the number of relays");
        else in.expect("option", "host-identifier-expected");
        var identifier = options.identifier(s);
        Draft.Host host = s.context().host();
        if (host == null) return;
        if (six) {
            reader.report()
                    .warn(
                            s.tree(),
                            s.start(),
                            "not-acted-on",
                            "An option of a DHCPv6 relay means nothing to a DHCPv4 server; the host"
                                    + " "
                                    + host.name
                                    + " is not found by it.",
                            "Identify the host by hardware, uid or an option of its packet.");
            return;
        }
        if (host.identifier != null) {
            throw in.misreadAt(
                    s.start() - 1,
                    "host-identifier-twice",
                    "The host " + host.name + " has a host-identifier already.",
                    "Declare one host for each identifier.");
        }
        host.identifier = identifier;
    }

    /// `dynamic;`, `deleted;`, `static;`: marks of the lease file.
    void mark(Statement s) {
        Draft.Host host = s.context().host();
        boolean deleted = s.tree().token(s.start()).is("deleted");
        if (deleted && host != null && s.context().place() == Place.HOST) host.deleted = true;
    }
}
