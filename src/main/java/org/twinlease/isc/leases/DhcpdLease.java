package org.twinlease.isc.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A lease entry as a dhcpd reads it, field by field, whatever is wrong with it
/// (`spec/dhcpd-leases.md` 12).
final class DhcpdLease {
    private static final Set<String> TYPES = Set.of("ethernet", "token-ring", "fddi", "infiniband");

    /// What a body can be carried out on.
    static final Set<String> EVENTS = Set.of("expiry", "commit", "release", "transmission");

    /// Words that cannot begin a statement of a body.
    private static final Set<String> FIELDS =
            Set.of(
                    "starts",
                    "ends",
                    "tstp",
                    "tsfp",
                    "atsfp",
                    "cltt",
                    "binding",
                    "next",
                    "rewind",
                    "hardware",
                    "uid",
                    "client-hostname",
                    "reserved",
                    "abandoned",
                    "billing",
                    "lease");

    private final DhcpdTokens in;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final DhcpdVariables variables;
    private final List<Map<String, Object>> agent = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();

    /// Whether the whole program ends here.
    private boolean deadly;

    private DhcpdLease(DhcpdTokens in) {
        this.in = in;
        this.variables = new DhcpdVariables(in);
    }

    /// What comes of an entry: its fields, null when it is dropped.
    record Read(@Nullable Map<String, Object> fields, boolean deadly) {}

    /// Reads an entry behind its first word.
    static Read read(DhcpdTokens in) {
        var lease = new DhcpdLease(in);
        boolean kept = lease.entry();
        return new Read(kept ? lease.done() : null, lease.deadly);
    }

    private boolean entry() {
        String address = in.address();
        if (address == null) return false;
        fields.put("ip", address);
        if (!in.next().is("{")) {
            in.skipToSemicolon();
            return false;
        }
        while (true) {
            Token word = in.next();
            if (word.is("}") || word.kind() == Token.Kind.END) return true;
            if (!field(word.kind() == Token.Kind.STRING ? "" : lower(word))) return false;
        }
    }

    private static String lower(Token token) {
        return token.raw().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> done() {
        if (!variables.all().isEmpty()) fields.put("variables", variables.all());
        if (!agent.isEmpty()) fields.put("agentOptions", agent);
        if (!events.isEmpty()) fields.put("onEvents", events);
        return fields;
    }

    /// Reads one field; false when the entry is dropped for it.
    private boolean field(String word) {
        switch (word) {
            case "starts", "ends", "tstp", "tsfp", "atsfp", "cltt" -> time(word);
            case "timestamp" -> {
                deadly = true;
                return false;
            }
            case "uid" -> {
                return uid();
            }
            case "class" -> {
                return oldClass();
            }
            case "hardware" -> hardware();
            case "reserved", "dynamic-bootp" -> {
                fields.put(word.equals("reserved") ? "reserved" : "dynamicBootp", true);
                in.semicolon();
            }
            case "abandoned" -> {
                fields.put("bindingState", "abandoned");
                fields.put("nextBindingState", "abandoned");
                in.semicolon();
            }
            case "binding" -> {
                return state("bindingState");
            }
            case "next", "rewind" -> {
                if (in.next().is("binding")) return state(word + "BindingState");
                in.skipToSemicolon();
            }
            case "client-hostname" -> {
                return hostname();
            }
            case "billing" -> billing();
            case "on" -> {
                return event();
            }
            case "option", "supersede" -> agentOption();
            case "set" -> {
                return variables.set();
            }
            case "ddns-fwd-name", "ddns-rev-name" -> {
                return variables.value(word);
            }
            default -> {
                in.skipToSemicolon();
                return false;
            }
        }
        return true;
    }

    private void time(String key) {
        Object time = DhcpdDate.read(in);
        if (!in.semicolon()) time = 0L;
        fields.remove(key);
        if (!time.equals(0L)) fields.put(key, time);
    }

    private boolean uid() {
        Octets octets;
        if (in.peek().kind() == Token.Kind.STRING) {
            int at = in.position();
            in.next();
            octets = in.octets(at);
        } else {
            octets = in.list();
            if (octets == null) return false;
        }
        if (octets.length() > 0) fields.put("uidHex", Fields.digits(octets));
        in.semicolon();
        return true;
    }

    private boolean oldClass() {
        Token name = in.next();
        if (name.isIdentifier()) {
            in.semicolon();
            return true;
        }
        if (!name.is(";")) in.skipToBrace(1);
        return false;
    }

    /// Whether a word names a kind of hardware.
    static boolean isType(String word) {
        return TYPES.contains(word) || word.startsWith("unknown-");
    }

    private void hardware() {
        String type = lower(in.next());
        if (!isType(type)) {
            in.skipToSemicolon();
            return;
        }
        Map<String, Object> hardware = new LinkedHashMap<>();
        hardware.put("type", type);
        hardware.put("address", "");
        fields.put("hardware", hardware);
        if (!in.peek().is(";")) {
            Octets address = in.list();
            if (address == null) return;
            hardware.put("address", address.hex());
        }
        if (!in.next().is(";")) in.skipToSemicolon();
    }

    private boolean state(String key) {
        if (!in.next().is("state")) {
            in.skipToSemicolon();
            return true;
        }
        String word = lower(in.next());
        boolean legacy = word.equals("reserved") || word.equals("bootp");
        boolean known = legacy;
        for (BindingState state : BindingState.values()) known |= state.word().equals(word);
        if (!known) {
            in.skipToSemicolon();
            return false;
        }
        if (legacy) fields.put(word.equals("reserved") ? "reserved" : "dynamicBootp", true);
        fields.put(key, legacy ? "active" : word);
        in.semicolon();
        return true;
    }

    private boolean hostname() {
        if (in.peek().kind() == Token.Kind.STRING) {
            int at = in.position();
            in.next();
            Octets name = in.octets(at);
            // Here alone a missing semicolon costs the whole entry.
            if (!in.semicolon()) return false;
            Fields.text(fields, "clientHostname", name);
            return true;
        }
        String name = in.hostName();
        if (name.isEmpty()) {
            in.skipToSemicolon();
            return false;
        }
        Fields.text(fields, "clientHostname", Octets.ofText(name));
        in.semicolon();
        return true;
    }

    private void billing() {
        Token kind = in.next();
        if (kind.is("subclass")) {
            subclass();
            return;
        }
        Token name = kind.is("class") ? in.next() : kind;
        if (kind.is("class") && name.kind() == Token.Kind.STRING) {
            bill("class", name.text(), null);
            in.semicolon();
        } else {
            in.skipUnless(name);
        }
    }

    private void subclass() {
        Token name = in.next();
        if (name.kind() != Token.Kind.STRING) {
            in.skipToSemicolon();
            return;
        }
        int at = in.position();
        Token data = in.peek();
        if (data.kind() == Token.Kind.STRING) in.next();
        else if (!data.isHexadecimal()) return;
        Octets octets = data.kind() == Token.Kind.STRING ? in.octets(at) : in.list();
        if (octets == null) return;
        if (in.skip(";")) bill("subclass", name.text(), octets);
        else if (in.next().is("{")) in.skipToBrace(1);
        else in.skipToSemicolon();
    }

    private void bill(String kind, String name, @Nullable Octets data) {
        Map<String, Object> billing = new LinkedHashMap<>();
        billing.put("kind", kind);
        billing.put("class", name);
        if (data != null) billing.put("dataHex", Fields.digits(data));
        fields.put("billing", billing);
    }

    private boolean event() {
        List<String> names = new ArrayList<>();
        Token behind;
        do {
            String name = lower(in.next());
            if (!EVENTS.contains(name)) return lostOver();
            names.add(name);
            behind = in.next();
        } while (behind.is("or"));
        if (behind.is(";")) return true;
        if (!behind.is("{")) return lostOver();
        int from = in.position();
        int to = body();
        if (to < 0) return lostOver();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("events", names);
        event.put("body", in.source(from, to));
        events.add(event);
        return true;
    }

    /// Goes behind the body of an event; where its closing brace stands, -1 when a field of the
    /// lease comes before it.
    private int body() {
        int depth = 1;
        int at = in.position();
        boolean begins = true;
        while (depth > 0 && !in.atEnd()) {
            at = in.position();
            Token token = in.next();
            if (depth == 1 && begins && FIELDS.contains(lower(token))) return -1;
            if (token.is("{")) depth++;
            else if (token.is("}")) depth--;
            begins = token.is("{") || token.is("}") || token.is(";");
        }
        return depth > 0 ? -1 : at;
    }

    private boolean lostOver() {
        in.skipToSemicolon();
        in.skipToBrace(1);
        return false;
    }

    private void agentOption() {
        Token space = in.next();
        if (!space.isIdentifier()) {
            in.skipUnless(space);
            return;
        }
        Token name = in.skip(".") ? in.next() : space;
        if (!name.isIdentifier()) {
            in.skipUnless(name);
            return;
        }
        String hex = agentValue(lower(name));
        if (hex == null || !in.semicolon() || !space.is("agent")) return;
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("name", name.raw());
        option.put("hex", hex);
        agent.add(option);
    }

    private @Nullable String agentValue(String name) {
        Token token = in.peek();
        if (token.is(";")) return "";
        int at = in.position();
        if (name.equals("agent-id") || name.equals("link-selection")) {
            String address = in.address();
            Ip4 ip = address == null ? null : Ip4.parse(address);
            return ip == null ? null : "%08x".formatted(ip.bits());
        }
        if (name.equals("docsis-device-class") && token.isHexadecimal()) {
            in.next();
            return "%08x".formatted((int) atoi(token.raw()));
        }
        if (token.kind() != Token.Kind.STRING) {
            Octets list = in.list();
            return list == null ? null : Fields.digits(list);
        }
        in.next();
        return Fields.digits(in.octets(at));
    }

    /// As C's `atoi`, before it is cut to size.
    static long atoi(String raw) {
        String digits = raw.replaceFirst("^(-?[0-9]{0,18}).*", "$1");
        return digits.isEmpty() || digits.equals("-") ? 0 : Long.parseLong(digits);
    }
}
