package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads one lease entry, field by field (`spec/dhcpd-leases.md` 3). Whatever cannot be read makes
/// the whole entry unreadable: half a lease is worse than the entry before it.
final class LeaseFields {
    private static final int LONGEST_HARDWARE = 16;

    /// What a DHCP option can carry in one piece, and a journal's record of a lease.
    private static final int LONGEST_FIELD = 255;

    private final Report report;
    private final long now;
    private final OptionSpaces.Space agent;
    private final OptionSpaces spaces = new OptionSpaces();

    LeaseFields(Report report, long now) {
        this.report = report;
        this.now = now;
        OptionSpaces.Space space = spaces.space("agent");
        if (space == null) throw new IllegalStateException("no space agent");
        this.agent = space;
    }

    /// The fields of one entry while they are read.
    private static final class Draft {
        long starts;
        long ends;
        long tstp;
        long tsfp;
        long atsfp;
        long cltt;
        @Nullable BindingState state;
        @Nullable BindingState rewind;
        int flags;
        @Nullable HardwareAddress hardware;
        @Nullable Octets clientId;
        @Nullable Octets hostname;
        final LeaseScript script = new LeaseScript();
        final ByteArrayOutputStream relayAgent = new ByteArrayOutputStream();
        final Set<String> seen = new HashSet<>();
    }

    /// The lease of an entry whose word `lease` is at `head`; null when its head is no lease's.
    @Nullable Lease lease(ConfTree tree, ConfNode.Block block, int head) {
        var in = new Cursor(tree, head, block.open());
        if (!in.skip("lease")) return null;
        Ip4 address = in.address();
        if (!in.atEnd()) throw unknown(in);
        var draft = new Draft();
        for (ConfNode item : block.items()) {
            switch (item) {
                case ConfNode.Block body -> events(tree, body, draft);
                case ConfNode.Simple simple -> field(tree, simple, draft);
            }
        }
        BindingState state = draft.state != null ? draft.state : assumed(draft);
        byte[] relay = draft.relayAgent.toByteArray();
        return new Lease(
                address,
                state,
                draft.flags | told(draft.rewind == null ? state : draft.rewind),
                draft.hardware,
                draft.clientId,
                draft.hostname,
                relay.length == 0 ? null : Octets.of(relay),
                draft.starts,
                draft.ends,
                draft.cltt,
                draft.tstp,
                draft.tsfp,
                draft.atsfp,
                draft.script.kept(),
                draft.script.billing());
    }

    private BindingState assumed(Draft draft) {
        boolean active = draft.ends > now || draft.script.hasEvents();
        return active ? BindingState.ACTIVE : BindingState.FREE;
    }

    /// What the failover partner may know: what a lease may fall back to is what the partner was
    /// last told of it. Where that is not said it is the lease's own state.
    static int told(BindingState rewind) {
        return switch (rewind) {
            case ACTIVE -> Lease.TOLD_ACTIVE;
            case EXPIRED, RELEASED, RESET -> Lease.TOLD_ENDED;
            case FREE, BACKUP, ABANDONED -> 0;
        };
    }

    private static Misread unknown(Cursor in) {
        return in.misread("unknown-field", in.found() + " is no field of a lease.", "");
    }

    /// `on expiry { ... }` and the like, which are kept to be written again: this server carries
    /// out what its configuration says.
    private static void events(ConfTree tree, ConfNode.Block body, Draft draft) {
        if (!tree.token(body.from()).is("on")) {
            throw unknown(new Cursor(tree, body.from(), body.open()));
        }
        draft.script.event(tree, body);
    }

    private void field(ConfTree tree, ConfNode.Simple simple, Draft draft) {
        var in = new Cursor(tree, simple.from(), simple.end());
        String word = in.next().raw().toLowerCase(Locale.ROOT);
        switch (word) {
            case "starts" -> draft.starts = Dates.read(in);
            case "ends" -> draft.ends = Dates.read(in);
            case "tstp" -> draft.tstp = Dates.read(in);
            case "tsfp" -> draft.tsfp = Dates.read(in);
            case "atsfp" -> draft.atsfp = Dates.read(in);
            case "cltt" -> draft.cltt = Dates.read(in);
            case "binding" -> binding(in, draft);
            case "next" -> {
                in.expect("binding", "state-expected");
                var _ = state(in);
            }
            case "rewind" -> {
                in.expect("binding", "state-expected");
                draft.rewind = plain(state(in));
            }
            case "reserved" -> draft.flags |= Lease.RESERVED;
            case "dynamic-bootp" -> draft.flags |= Lease.BOOTP;
            case "abandoned" -> draft.state = BindingState.ABANDONED;
            case "hardware" -> hardware(tree, in, draft);
            case "uid" -> draft.clientId = kept(in, octets(in));
            case "client-hostname" -> draft.hostname = kept(in, hostname(in));
            case "option", "supersede" -> relayAgent(tree, in, draft);
            default -> other(in, word, draft.script);
        }
        if (!in.atEnd() || !in.peek().is(";")) {
            throw in.misread("semicolon-expected", "Expected ';', found " + in.found() + ".", "");
        }
        repeated(tree, simple, word, draft);
    }

    private void repeated(ConfTree tree, ConfNode.Simple simple, String word, Draft draft) {
        boolean many = List.of("set", "option", "supersede").contains(word);
        if (many || draft.seen.add(word)) return;
        report.warn(
                tree,
                simple.from(),
                "field-twice",
                "'" + word + "' stands twice in this entry; the later one counts.",
                "");
    }

    private static @Nullable Octets kept(Cursor in, Octets octets) {
        fits(in, octets.length());
        return octets.length() == 0 ? null : octets;
    }

    private static void fits(Cursor in, int length) {
        if (length <= LONGEST_FIELD) return;
        throw in.misreadAt(
                in.position() - 1,
                "field-too-long",
                "The field has " + length + " octets; no client sends more than 255.",
                "");
    }

    private static Octets octets(Cursor in) {
        return in.seesString() ? in.next().octets() : in.octetList();
    }

    private static Octets hostname(Cursor in) {
        return in.seesString() ? in.next().octets() : Octets.ofText(in.hostName("a host name"));
    }

    private static void binding(Cursor in, Draft draft) {
        String word = state(in);
        switch (word) {
            case "reserved" -> {
                draft.state = BindingState.ACTIVE;
                draft.flags |= Lease.RESERVED;
            }
            case "bootp" -> {
                draft.state = BindingState.ACTIVE;
                draft.flags |= Lease.BOOTP;
            }
            default -> draft.state = plain(word);
        }
    }

    /// The state of a word; `reserved` and `bootp` are active ones.
    private static BindingState plain(String word) {
        if (word.equals("reserved") || word.equals("bootp")) return BindingState.ACTIVE;
        return BindingState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Takes `state` and the word of a state.
    private static String state(Cursor in) {
        in.expect("state", "state-expected");
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        boolean known = word.equals("reserved") || word.equals("bootp");
        for (BindingState state : BindingState.values()) known |= state.word().equals(word);
        if (!known || in.atEnd()) {
            throw in.misread(
                    "state-expected", "Expected a binding state, found " + in.found() + ".", "");
        }
        in.next();
        return word;
    }

    private void hardware(ConfTree tree, Cursor in, Draft draft) {
        int at = in.position();
        int type = HostReader.hardwareType(in);
        Octets address = in.atEnd() ? Octets.EMPTY : in.octetList();
        if (address.length() <= LONGEST_HARDWARE) {
            draft.hardware = new HardwareAddress(type, address);
            return;
        }
        report.warn(
                tree,
                at,
                "hardware-address-too-long",
                "The hardware address has " + address.length() + " octets; it is left out.",
                "");
    }

    /// `option agent.NAME value`: the relay agent's options, kept in the form of option 82.
    private void relayAgent(ConfTree tree, Cursor in, Draft draft) {
        in.expect("agent", "agent-option-expected");
        in.expect(".", "agent-option-expected");
        int at = in.position();
        String name = in.identifier("the name of a relay agent option");
        OptionDefinition option = spaces.option(agent, name);
        if (option == null || option.code() > 255) {
            throw in.misreadAt(at, "unknown-option", "There is no option agent." + name + ".", "");
        }
        // Written by number: one whose octets do not fit its name's form.
        boolean byNumber = name.regionMatches(true, 0, "unknown-", 0, 8);
        String format = byNumber ? "X" : option.format();
        Octets value = new ValueReader(tree, in, host -> List.of(), report).read(format);
        if (value == null) return;
        fits(in, draft.relayAgent.size() + 2 + value.length());
        draft.relayAgent.write(option.code());
        draft.relayAgent.write(value.length());
        draft.relayAgent.writeBytes(value.toArray());
    }

    private static void other(Cursor in, String word, LeaseScript script) {
        switch (word) {
            case "set" -> script.set(in);
            case "billing" -> script.billing(in);
            case "class" -> in.identifier("the name of a class");
            case "ddns-fwd-name", "ddns-rev-name" -> script.name(in, word);
            case "on" -> in.skipRest();
            default -> {
                in.moveTo(in.position() - 1);
                throw unknown(in);
            }
        }
    }
}
