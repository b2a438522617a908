package org.twinlease.cli.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.twinlease.isc.leases.Decode;

/// A decoded dhcpd.leases file as one JSON document (`spec/dhcpd-leases.md` 15).
public final class LeaseFileJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LeaseFileJson() {}

    /// The document.
    public static ObjectNode document(Decode decode) {
        ObjectNode root = JSON.createObjectNode().put("assumedNow", decode.now());
        ArrayNode entries = root.putArray("entries");
        for (Decode.Entry entry : decode.entries()) {
            ObjectNode node = entries.addObject().put("kind", entry.kind());
            node.put("line", entry.line());
            entry.fields().forEach((key, value) -> node.set(key, JSON.valueToTree(value)));
            if (entry.endLine() >= 0) node.put("endLine", entry.endLine());
        }
        ArrayNode damaged = root.putArray("damaged");
        for (Decode.Damage each : decode.damaged()) {
            ObjectNode node = damaged.addObject().put("line", each.line());
            node.put("text", each.text()).put("reason", each.reason());
            if (each.kept() != null) node.put("keptByDhcpd", each.kept());
            if (each.asKept() != null) node.set("asKept", JSON.valueToTree(each.asKept()));
        }
        root.set("effective", JSON.valueToTree(decode.effective()));
        root.set("lostByDhcpd", JSON.valueToTree(decode.lost()));
        return root;
    }
}
