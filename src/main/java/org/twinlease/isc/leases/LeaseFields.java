package org.twinlease.isc.leases;

import org.twinlease.isc.expr.ExpressionReader;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.BindingState;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The fields of a lease entry (`spec/dhcpd-leases.md` 3 and 5).
final class LeaseFields {

    /// The code of a word over which a dhcpd ends.
    static final String DEADLY = "ends-dhcpd";

    private final ConfTree tree;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> agent = new ArrayList<>();
    private final Map<String, Map<String, Object>> variables = new LinkedHashMap<>();
    private final List<Map<String, Object>> events = new ArrayList<>();

    private LeaseFields(ConfTree tree) {
        this.tree = tree;
    }

    /// The fields of a whole entry; whatever cannot be read is a [Misread].
    static Map<String, Object> strict(ConfTree tree, ConfNode.Block block, int head) {
        var lease = new LeaseFields(tree);
        lease.address(block, head);
        for (ConfNode item : block.items()) lease.item(item);
        return lease.done();
    }

    private Map<String, Object> done() {
        if (!variables.isEmpty()) fields.put("variables", List.copyOf(variables.values()));
        if (!agent.isEmpty()) fields.put("agentOptions", agent);
        if (!events.isEmpty()) fields.put("onEvents", events);
        return fields;
    }

    private void address(ConfNode.Block block, int head) {
        var in = new Cursor(tree, head + 1, block.open());
        fields.put("ip", in.address().toString());
        if (!in.atEnd()) throw in.misread("unknown-field", "expected {, found " + in.found(), "");
    }

    private void item(ConfNode item) {
        switch (item) {
            case ConfNode.Block body -> event(body);
            case ConfNode.Simple simple -> {
                Cursor in = Fields.behindWord(tree, simple);
                field(in, simple, tree.token(simple.from()).raw().toLowerCase(Locale.ROOT));
                Fields.end(in);
            }
        }
    }

    private void event(ConfNode.Block body) {
        var in = new Cursor(tree, body.from(), body.open());
        if (!in.skip("on")) throw Fields.unknown(tree, body.from());
        List<String> names = new ArrayList<>();
        do names.add(event(in));
        while (in.skip("or"));
        int close = body.close() < 0 ? body.to() : body.close();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("events", names);
        event.put("body", tree.source(body.open() + 1, close));
        events.add(event);
    }

    private static String event(Cursor in) {
        int at = in.position();
        String name = in.identifier("an event").toLowerCase(Locale.ROOT);
        if (DhcpdLease.EVENTS.contains(name)) return name;
        throw in.misreadAt(at, "event-expected", "lease event expected, found " + name, "");
    }

    private void field(Cursor in, ConfNode.Simple simple, String word) {
        switch (word) {
            case "starts", "ends", "tstp", "tsfp", "atsfp", "cltt" -> Fields.time(fields, word, in);
            case "binding" -> binding(in);
            case "next" -> {
                in.expect("binding", "state-expected");
                fields.put("nextBindingState", state(in));
            }
            case "rewind" -> {
                in.expect("binding", "state-expected");
                fields.put("rewindBindingState", state(in));
            }
            case "reserved" -> fields.put("reserved", true);
            case "dynamic-bootp" -> fields.put("dynamicBootp", true);
            case "abandoned" -> {
                fields.put("bindingState", "abandoned");
                fields.put("nextBindingState", "abandoned");
                fields.put("legacyAbandoned", true);
            }
            case "hardware" -> fields.put("hardware", Fields.hardware(in));
            case "uid" -> uid(in);
            case "client-hostname" -> hostname(in);
            case "option", "supersede" -> agentOption(in);
            case "set" -> variable(in);
            case "billing" -> billing(in);
            case "class" -> in.identifier("the name of a class");
            case "ddns-fwd-name", "ddns-rev-name" -> ddns(in, word);
            case "timestamp" ->
                    throw in.misreadAt(simple.from(), DEADLY, "unknown statement timestamp", "");
            default -> throw Fields.unknown(tree, simple.from());
        }
    }

    private void binding(Cursor in) {
        String state = state(in);
        boolean legacy = state.equals("reserved") || state.equals("bootp");
        if (legacy) {
            fields.put("legacyState", state);
            fields.put(state.equals("reserved") ? "reserved" : "dynamicBootp", true);
        }
        fields.put("bindingState", legacy ? "active" : state);
    }

    private static String state(Cursor in) {
        in.expect("state", "state-expected");
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        boolean known = word.equals("reserved") || word.equals("bootp");
        for (BindingState state : BindingState.values()) known |= state.word().equals(word);
        if (!known || in.atEnd()) {
            throw in.misread(
                    "state-expected", "binding state expected, found " + in.peek().raw(), "");
        }
        in.next();
        return word;
    }

    /// Of a string that the file's end has torn a dhcpd takes what was whole.
    private void uid(Cursor in) {
        Token token = in.peek();
        if (token.fault() == null) {
            fields.put("uidHex", Fields.hex(in));
            return;
        }
        int escape = token.raw().lastIndexOf('\\');
        boolean cut = escape >= 0 && token.raw().length() - escape < 4;
        String whole = cut ? token.raw().substring(0, escape) : token.raw();
        Octets octets = new Token(token.kind(), "", whole + '"', token.line(), 0, null).octets();
        fields.put("uidHex", Fields.digits(octets));
        in.next();
    }

    private void hostname(Cursor in) {
        Octets name =
                in.seesString() ? in.next().octets() : Octets.ofText(in.hostName("a host name"));
        Fields.text(fields, "clientHostname", name);
    }

    private void agentOption(Cursor in) {
        in.expect("agent", "agent-option-expected");
        in.expect(".", "agent-option-expected");
        String name = in.identifier("the name of a relay agent option");
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("name", name);
        option.put("hex", agentValue(in, name));
        agent.add(option);
    }

    private static String agentValue(Cursor in, String name) {
        if (in.atEnd()) return "";
        boolean address =
                name.equalsIgnoreCase("agent-id") || name.equalsIgnoreCase("link-selection");
        if (address || in.seesAddress()) return "%08x".formatted(in.address().bits());
        return name.equalsIgnoreCase("DOCSIS-device-class")
                ? "%08x".formatted(in.integer(32))
                : Fields.hex(in);
    }

    private void variable(Cursor in) {
        String name = ExpressionReader.variable(in);
        in.expect("=", "equals-expected");
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", name);
        if (in.skip("%")) {
            variable.put("type", "number");
            variable.put("value", (long) (int) in.integer(32));
        } else if (in.sees("true") || in.sees("false")) {
            variable.put("type", "boolean");
            variable.put("value", in.next().is("true"));
        } else {
            // A list must not begin with digits alone: a dhcpd takes it for no constant.
            if (!in.seesString() && in.seesNumber()) {
                throw in.misread("constant-expected", "expecting a constant value", "");
            }
            variable.put("type", "data");
            variable.put("hex", Fields.hex(in));
        }
        keep(name, variable);
    }

    private void ddns(Cursor in, String word) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", word);
        variable.put("type", "data");
        variable.put("hex", Fields.digits(in.string("string-expected", "a name")));
        variable.put("legacy", true);
        keep(word, variable);
    }

    /// A name that comes again counts at its last place.
    private void keep(String name, Map<String, Object> variable) {
        variables.remove(name);
        variables.put(name, variable);
    }

    private void billing(Cursor in) {
        Map<String, Object> billing = new LinkedHashMap<>();
        boolean sub = in.skip("subclass");
        if (!sub) in.expect("class", "class-expected");
        billing.put("kind", sub ? "subclass" : "class");
        billing.put("class", in.string("string-expected", "the name of a class").text());
        if (sub) billing.put("dataHex", Fields.hex(in));
        // Taken only as a whole: what follows a string that is not escaped belongs to it.
        Fields.end(in);
        fields.put("billing", billing);
    }
}
