package org.twinlease.isc;

import org.junit.jupiter.api.Test;
import org.twinlease.Golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every statement in every place: the table of where it may stand.
class PlacesTest {
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("global", "%s");
        PLACES.put(
                "shared-network", "shared-network n { subnet 10.0.0.0 netmask 255.0.0.0 { } %s }");
        PLACES.put("subnet", "subnet 10.0.0.0 netmask 255.0.0.0 { %s }");
        PLACES.put("pool", "subnet 10.0.0.0 netmask 255.0.0.0 { pool { range 10.0.0.1; %s } }");
        PLACES.put("group", "group { %s }");
        PLACES.put("class", "class \"c\" { %s }");
        PLACES.put("host", "host h { %s }");
        PLACES.put("if", "if known { %s }");
    }

    private static final List<String> STATEMENTS =
            List.of(
                    "include \"empty\";",
                    "shared-network m { subnet 11.0.0.0 netmask 255.0.0.0 { } }",
                    "subnet 11.0.0.0 netmask 255.0.0.0 { }",
                    "pool { range 10.0.0.2; }",
                    "range 10.0.0.3;",
                    "allow known clients;",
                    "interface eth0;",
                    "group { }",
                    "host x { }",
                    "class \"d\" { }",
                    "match if known;",
                    "lease limit 4;",
                    "hardware ethernet 0:1:2:3:4:5;",
                    "fixed-address 10.0.0.9;",
                    "uid \"u\";",
                    "option space s;",
                    "option o code 224 = text;",
                    "authoritative;",
                    "zone z. { primary 127.0.0.1; }",
                    "db-time-format local;",
                    "max-lease-time 5;",
                    "option domain-name \"x\";",
                    "ignore bootp;",
                    "deny bootp;",
                    "if known { }",
                    "on commit { }",
                    "set v_a = \"b\";",
                    "log(info, \"x\");");

    @Test
    void allowsStatementsWhereDhcpdDoes() {
        var text = new StringBuilder("%-62s".formatted("# + accepted, - refused"));
        for (String place : PLACES.keySet()) text.append(' ').append(place);
        for (String statement : STATEMENTS) {
            text.append("\n%-62s".formatted(statement));
            PLACES.forEach(
                    (place, around) -> {
                        String file = around.formatted(statement);
                        boolean accepted = Conf.read(file, Map.of("empty", "")).isUsable();
                        String mark = accepted ? "+" : "-";
                        text.append(' ').append(mark).append(" ".repeat(place.length() - 1));
                    });
        }
        Golden.check("isc/places.txt", text.toString().replaceAll(" +\n", "\n").stripTrailing());
    }
}
