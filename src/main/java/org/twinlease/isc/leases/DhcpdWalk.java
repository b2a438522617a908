package org.twinlease.isc.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Token;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Goes through a whole lease file as a dhcpd does, which knows no lines: after damage it goes on
/// wherever the next semicolon or brace has brought it, be that inside another entry.
final class DhcpdWalk {
    private final DhcpdTokens in;
    private final ConfTree tree;
    private final Map<Integer, Map<String, Object>> leases = new HashMap<>();
    private boolean ended;

    private DhcpdWalk(ConfTree tree) {
        this.tree = tree;
        this.in = new DhcpdTokens(tree);
    }

    static DhcpdWalk through(String name, byte[] octets) {
        var walk = new DhcpdWalk(ConfTree.of(name, octets));
        walk.run();
        return walk;
    }

    /// The fields that it keeps of the lease entry that begins in a line; null where it keeps none.
    @Nullable Map<String, Object> lease(int line) {
        return leases.get(line);
    }

    /// Whether the program ended on the way: then nothing is kept or lost.
    boolean ended() {
        return ended;
    }

    private void run() {
        while (!ended && !in.atEnd()) {
            Token word = tree.token(in.position());
            in.next();
            switch (word.kind() == Token.Kind.STRING ? "" : word.raw().toLowerCase(Locale.ROOT)) {
                case "lease" -> lease(word);
                case "class", "subclass" -> namedClass(word.is("subclass"));
                case "host" -> host();
                case "group" -> group();
                case "failover" -> failover();
                case "server-duid" -> duid();
                default -> in.skipToSemicolon();
            }
        }
    }

    private void lease(Token word) {
        DhcpdLease.Read read = DhcpdLease.read(in);
        ended = read.deadly();
        if (read.fields() != null) leases.put(word.line(), read.fields());
    }

    private void namedClass(boolean sub) {
        if (in.next().kind() != Token.Kind.STRING) {
            in.skipToSemicolon();
            return;
        }
        if (sub) {
            Token data = in.peek();
            if (data.kind() == Token.Kind.STRING) in.next();
            else if (!data.isHexadecimal() || in.list() == null) return;
            if (in.skip(";")) return;
        }
        block();
    }

    private void host() {
        if (in.hostName().isEmpty()) in.skipToSemicolon();
        else block();
    }

    private void group() {
        if (in.peek().isIdentifier() || in.peek().kind() == Token.Kind.STRING) in.next();
        block();
    }

    private void block() {
        if (in.next().is("{")) in.skipToBrace(1);
        else in.skipToSemicolon();
    }

    private void failover() {
        if (!in.next().is("peer")) {
            in.skipToSemicolon();
            return;
        }
        Token name = in.next();
        if (!name.isIdentifier() && name.kind() != Token.Kind.STRING) {
            in.skipToSemicolon();
            return;
        }
        Token state = in.next();
        Token brace = state.is("state") ? in.next() : state;
        if (brace.is("{")) in.skipToBrace(1);
        else in.skipUnless(brace);
    }

    private void duid() {
        if (in.peek().kind() == Token.Kind.STRING) in.next();
        else if (!in.peek().isHexadecimal() || in.list() == null) return;
        in.semicolon();
    }
}
