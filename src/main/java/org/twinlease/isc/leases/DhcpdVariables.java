package org.twinlease.isc.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of a lease entry as a dhcpd reads them: a name that comes again counts at its last
/// place.
final class DhcpdVariables {
    private final DhcpdTokens in;
    private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();

    DhcpdVariables(DhcpdTokens in) {
        this.in = in;
    }

    List<Map<String, Object>> all() {
        return List.copyOf(all.values());
    }

    /// Reads `set`, behind that word; false when the whole entry is dropped for it.
    boolean set() {
        Token name = in.next();
        boolean variable =
                name.kind() == Token.Kind.NAME || name.kind() == Token.Kind.NUMBER_OR_NAME;
        if (variable && in.next().is("=")) return value(name.raw());
        in.skipToSemicolon();
        return false;
    }

    /// Reads the value of a variable; false when the whole entry is dropped for it.
    boolean value(String name) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", name);
        int at = in.position();
        Token token = in.peek();
        boolean read =
                switch (token.kind()) {
                    case STRING -> {
                        in.next();
                        yield data(variable, in.octets(at));
                    }
                    case NUMBER_OR_NAME -> data(variable, in.list());
                    case NAME -> truth(variable, in.next());
                    default -> token.is("%") ? number(variable) : none(token);
                };
        if (!read) return false;
        all.remove(name);
        all.put(name, variable);
        in.semicolon();
        return true;
    }

    private boolean none(Token token) {
        in.skipUnless(token);
        return false;
    }

    private boolean data(Map<String, Object> variable, @Nullable Octets octets) {
        if (octets == null) {
            in.skipToSemicolon();
            return false;
        }
        variable.put("type", "data");
        variable.put("hex", Fields.digits(octets));
        return true;
    }

    private boolean truth(Map<String, Object> variable, Token word) {
        if (!word.is("true") && !word.is("false")) return none(word);
        variable.put("type", "boolean");
        variable.put("value", word.is("true"));
        return true;
    }

    private boolean number(Map<String, Object> variable) {
        in.next();
        Token number = in.next();
        if (number.kind() != Token.Kind.NUMBER) return none(number);
        variable.put("type", "number");
        variable.put("value", (long) (int) DhcpdLease.atoi(number.raw()));
        return true;
    }
}
