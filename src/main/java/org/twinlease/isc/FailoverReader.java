package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.HashMap;
import java.util.Map;

/// Reads failover peer declarations and what refers to them (`spec/dhcpd-conf.md` 3.5, 12).
final class FailoverReader {
    private static final int PORT = 647;
    private static final java.util.List<String> NUMBERS =
            java.util.List.of(
                    "max-response-delay",
                    "max-unacked-updates",
                    "mclt",
                    "split",
                    "auto-partner-down",
                    "max-lease-misbalance",
                    "max-lease-ownership",
                    "min-balance",
                    "max-balance");
    private static final String LOAD_BALANCE = "load-balance-max-seconds";

    private final Reader reader;

    FailoverReader(Reader reader) {
        this.reader = reader;
    }

    /// A peer while its block is read.
    private static final class Peer {
        boolean secondary;
        @Nullable String address;
        @Nullable String peerAddress;
        int port = PORT;
        int peerPort = PORT;
        final Map<String, Long> numbers = new HashMap<>();
        @Nullable Octets hba;
    }

    void failover(Statement s) {
        Cursor in = s.in();
        in.expect("peer", "failover-peer-expected");
        Place place = s.context().place();
        int at = in.position();
        boolean quoted = in.seesString();
        String name = in.stringOrIdentifier("the name of the failover relation");
        if (place != Place.POOL && in.skip("state")) {
            Draft.Peer peer = reader.draft().peers.get(name);
            if (peer == null) {
                throw in.misreadBefore(
                        "unknown-failover-peer",
                        "No failover peer \"" + name + "\" is declared before this line.",
                        "Declare it first; case counts.");
            }
            reader.items(s, s.body(), item -> stateItem(item, peer.peer().primary()));
            reader.report()
                    .info(
                            s.tree(),
                            s.start(),
                            "failover-state",
                            "A failover state in the configuration is not taken over.",
                            "States are kept with the leases.");
        } else if (s.hasBlock() && place != Place.POOL) {
            declaration(s, name);
        } else if (place == Place.GLOBAL) {
            if (!in.atEnd() || !in.peek().is(";")) s.body();
            throw in.misread(
                    "failover-reference-outside",
                    "A failover peer is referred to in a pool or a shared-network only.",
                    "Move this into the pools that it is about.");
        } else {
            if (place == Place.POOL && !quoted) {
                throw in.misreadAt(
                        at,
                        "string-expected",
                        "In a pool the name of the failover relation stands in quotes; found "
                                + s.tree().token(at).quoted()
                                + ".",
                        "Write failover peer \"" + name + "\";");
            }
            reference(s, name, at);
        }
    }

    /// `my state normal at 4 2026/01/01 00:00:00;`, `mclt 600;`
    private static void stateItem(Statement s, boolean primary) {
        Cursor in = s.in();
        if (in.skip("mclt")) {
            if (primary) {
                throw in.misreadBefore(
                        "failover-statement-expected",
                        "The state of a primary has no mclt: it is in its declaration.",
                        "Remove it.");
            }
            in.decimal("mclt");
            return;
        }
        if (!in.skip("my") && !in.skip("partner")) {
            throw in.misread(
                    "failover-statement-expected",
                    "Expected 'my state' or 'partner state', found " + in.found() + ".",
                    "");
        }
        in.expect("state", "failover-statement-expected");
        int at = in.position();
        String word = in.identifier("a failover state");
        boolean known = false;
        for (ServerState state : ServerState.values()) known |= state.word().equalsIgnoreCase(word);
        if (!known) {
            throw in.misreadAt(
                    at,
                    "failover-state-expected",
                    "There is no failover state " + word + ".",
                    "Write normal, communications-interrupted, partner-down or another state.");
        }
        if (in.skip("at")) Dates.read(in);
    }

    private void reference(Statement s, String name, int at) {
        if (!reader.draft().peers.containsKey(name)) {
            throw s.in().misreadAt(
                            s.context().pool() == null ? at + 1 : at,
                            "unknown-failover-peer",
                            "No failover peer \"" + name + "\" is declared before this line.",
                            Spelling.guess(
                                    name,
                                    reader.draft().peers.keySet(),
                                    "Declare it first; case counts."));
        }
        Draft.Pool pool = s.context().pool();
        Draft.Network network = s.context().network();
        if (pool != null) {
            pool.failoverPeer = name;
            reader.draft().referredPeers.add(name);
        } else if (network != null) {
            network.failoverPeer = name;
        }
    }

    /// `no failover peer`, which takes no semicolon.
    void noFailover(Statement s) {
        Cursor in = s.in();
        in.expect("failover", "failover-peer-expected");
        in.expect("peer", "failover-peer-expected");
        if (in.atEnd() && in.peek().is(";")) {
            throw in.misreadBefore(
                    "empty-statement",
                    "'no failover peer' takes no semicolon.",
                    "Remove the semicolon.");
        }
        Draft.Pool pool = s.context().pool();
        if (pool != null) pool.failoverPeer = null;
        s.endHere();
    }

    private void declaration(Statement s, String name) {
        var peer = new Peer();
        Draft.Peer before = reader.draft().peers.get(name);
        if (before != null) {
            throw s.in().misread(
                            "failover-peer-twice",
                            "The failover peer \""
                                    + name
                                    + "\" is declared in line "
                                    + before.where().line()
                                    + " already.",
                            "Keep one declaration.");
        }
        int errors = reader.report().errors();
        reader.items(s, s.body(), item -> item(item, peer));
        if (errors == reader.report().errors()) check(s, name, peer);
        reader.draft()
                .peers
                .put(
                        name,
                        new Draft.Peer(
                                new FailoverPeer(
                                        name,
                                        !peer.secondary,
                                        peer.address,
                                        peer.port,
                                        peer.peerAddress,
                                        peer.peerPort,
                                        peer.numbers,
                                        peer.hba),
                                s.where()));
    }

    private void item(Statement s, Peer peer) {
        Cursor in = s.in();
        boolean partner = false;
        while (in.skip("peer")) partner = true;
        // Of several roles a dhcpd takes the last; without any it is primary.
        if (in.skip("primary")) {
            peer.secondary = false;
        } else if (in.skip("secondary")) {
            peer.secondary = true;
            if (peer.hba != null || peer.numbers.containsKey("split")) balancedSecondary(s);
        } else if (in.skip("address")) {
            address(s, peer, partner);
        } else if (in.skip("port")) {
            port(s, peer, partner);
        } else if (in.skip("hba")) {
            hba(s, peer);
        } else if (in.skip("load")) {
            in.expect("balance", "failover-statement-expected");
            in.expect("max", "failover-statement-expected");
            in.expect("seconds", "failover-statement-expected");
            number(s, peer, LOAD_BALANCE);
        } else {
            otherNumber(s, peer);
        }
    }

    private void otherNumber(Statement s, Peer peer) {
        Cursor in = s.in();
        for (String word : NUMBERS) {
            if (in.skip(word)) {
                number(s, peer, word);
                return;
            }
        }
        String remedy =
                in.sees(LOAD_BALANCE)
                        ? "Write 'load balance max seconds'."
                        : Spelling.guess(in.peek().raw(), NUMBERS, "");
        throw in.misread(
                "failover-statement-expected",
                "Found " + in.found() + ", which is no statement of a failover peer.",
                remedy);
    }

    private void number(Statement s, Peer peer, String word) {
        int at = s.in().position();
        if (word.equals("split") && peer.secondary && !s.in().atEnd()) balancedSecondary(s);
        long value = s.in().decimal(word) & 0xFFFF_FFFFL;
        if (word.equals("split") && value > 256) {
            throw s.in().misreadAt(
                            at,
                            "split-out-of-range",
                            "split is " + value + "; there are 256 buckets.",
                            "Write 0 to 256; 128 shares evenly.");
        }
        peer.numbers.put(word, value);
        if (word.equals("split")) peer.hba = null;
    }

    private void address(Statement s, Peer peer, boolean partner) {
        Cursor in = s.in();
        String text =
                in.seesAddress()
                        ? in.address().toString()
                        : in.addressName("an address or host name");
        if (partner) peer.peerAddress = text;
        else peer.address = text;
    }

    /// dhcpd keeps sixteen bits of what is written, and takes 0 for the usual port.
    private void port(Statement s, Peer peer, boolean partner) {
        int port = (int) s.in().decimal("the port") & 0xFFFF;
        if (partner) peer.peerPort = port == 0 ? PORT : port;
        else peer.port = port == 0 ? PORT : port;
    }

    private void hba(Statement s, Peer peer) {
        if (peer.secondary) balancedSecondary(s);
        Octets hba = s.in().octetList();
        if (hba.length() != 32) {
            throw s.in().misreadUnlessBrace(
                            "hba-length",
                            "hba has " + hba.length() + " octets; it needs 32, one bit a bucket.",
                            "Write 32 octets, or use split.");
        }
        peer.numbers.remove("split");
        peer.hba = hba;
    }

    /// What dhcpd refuses in a declaration (12.2), and the rules that one declaration can break.
    private void check(Statement s, String name, Peer peer) {
        boolean secondary = peer.secondary;
        boolean balanced = peer.numbers.containsKey("split") || peer.hba != null;
        if (peer.peerAddress == null) {
            error(s, "failover-no-peer-address", name + " has no peer address.", "Add it.");
        }
        if (!secondary && balanced && peer.numbers.getOrDefault("mclt", 0L) == 0) {
            error(
                    s,
                    "failover-no-mclt",
                    "The primary of " + name + " has no mclt.",
                    "Add 'mclt 1800;' or another time in seconds.");
        }
        if (!secondary && !balanced) {
            error(
                    s,
                    "failover-no-split",
                    "The primary of " + name + " has neither split nor hba.",
                    "Add 'split 128;' to share evenly.");
        }
    }

    private void balancedSecondary(Statement s) {
        reader.report()
                .error(
                        s.tree(),
                        s.in().position() - (s.in().peek().kind() == Token.Kind.NUMBER ? 0 : 1),
                        "failover-secondary-split",
                        "Failover: a secondary has split or hba, which is for the primary.",
                        "Remove it.");
    }

    private void error(Statement s, String code, String message, String remedy) {
        reader.report().error(s.tree(), s.last(), code, "Failover: " + message, remedy);
    }
}
