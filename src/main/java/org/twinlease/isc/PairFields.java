package org.twinlease.isc;

import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.lease.PairState;
import org.twinlease.value.ServerState;

import java.util.Locale;

/// Reads one entry `failover peer "name" state` of a lease file (`spec/dhcpd-leases.md` 7). What
/// cannot be read makes the whole entry unreadable.
final class PairFields {
    /// What a journal can keep.
    private static final int LONGEST_NAME = 255;

    private final long now;

    /// `now` stands for times that are not given.
    PairFields(long now) {
        this.now = now;
    }

    /// The pair's state of an entry whose word `failover` is at `head`.
    PairState pair(ConfTree tree, ConfNode.Block block, int head) {
        var in = new Cursor(tree, head + 1, block.open());
        in.expect("peer", "peer-expected");
        String name = in.stringOrIdentifier("the name of a failover peer");
        in.expect("state", "state-expected");
        if (!in.atEnd()) throw unknown(in);
        if (name.length() > LONGEST_NAME) {
            throw in.misread("field-too-long", "The name has more than 255 octets.", "");
        }
        var draft = new PairState(name, ServerState.UNKNOWN, 0, ServerState.UNKNOWN, 0, 0, null);
        for (ConfNode item : block.items()) {
            if (!(item instanceof ConfNode.Simple simple)) {
                throw unknown(new Cursor(tree, item.from(), block.to()));
            }
            draft = field(new Cursor(tree, simple.from(), simple.end()), draft);
        }
        return draft;
    }

    private PairState field(Cursor in, PairState draft) {
        PairState next;
        if (in.skip("my")) {
            ServerState state = state(in);
            next = draft.withMine(state, time(in));
        } else if (in.skip("partner")) {
            ServerState state = state(in);
            next = draft.withPartner(state, time(in));
        } else if (in.skip("mclt")) {
            next = draft.withTerms(in.decimal("mclt"), null);
        } else {
            throw unknown(in);
        }
        if (in.atEnd() && in.peek().is(";")) return next;
        throw in.misread("semicolon-expected", "Expected ';', found " + in.found() + ".", "");
    }

    private static Misread unknown(Cursor in) {
        return in.misread("unknown-field", in.found() + " is no field of a failover state.", "");
    }

    private static ServerState state(Cursor in) {
        in.expect("state", "state-expected");
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        for (ServerState state : ServerState.values()) {
            if (!in.atEnd() && state.word().equals(word)) {
                in.next();
                return state;
            }
        }
        throw in.misread("state-expected", "Expected a state, found " + in.found() + ".", "");
    }

    private long time(Cursor in) {
        return in.skip("at") ? Dates.read(in) : now;
    }
}
