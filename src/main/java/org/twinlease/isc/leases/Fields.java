package org.twinlease.isc.leases;

import org.twinlease.isc.Dates;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What several kinds of entries are made of.
final class Fields {

    private Fields() {}

    /// A time as it is shown: seconds since 1970 or `never`; 0, which is the same as none, is left
    /// out.
    static void time(Map<String, Object> into, String key, Cursor in) {
        long seconds = Dates.read(in);
        into.remove(key);
        if (seconds == Lease.NEVER) into.put(key, "never");
        else if (seconds != 0) into.put(key, seconds);
    }

    /// Octets as a string or a list.
    static String hex(Cursor in) {
        return digits(in.seesString() ? in.next().octets() : in.octetList());
    }

    static String digits(Octets octets) {
        return octets.hex().replace(":", "");
    }

    static Map<String, Object> hardware(Cursor in) {
        Map<String, Object> hardware = new LinkedHashMap<>();
        int at = in.position();
        String type = in.identifier("a hardware type").toLowerCase(Locale.ROOT);
        if (!DhcpdLease.isType(type)) {
            throw in.misreadAt(at, "type-expected", "hardware type expected, found " + type, "");
        }
        hardware.put("type", type);
        hardware.put("address", in.atEnd() ? "" : in.octetList().hex());
        return hardware;
    }

    /// A text where its octets are one in UTF-8, else the octets, under another key.
    static void text(Map<String, Object> into, String key, Octets octets) {
        try {
            var bytes = ByteBuffer.wrap(octets.toArray());
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            into.put(key, text);
            into.remove(key + "Hex");
        } catch (CharacterCodingException _) {
            into.put(key + "Hex", digits(octets));
            into.remove(key);
        }
    }

    /// A cursor over a statement without its semicolon, behind its first word.
    static Cursor behindWord(ConfTree tree, ConfNode.Simple simple) {
        return new Cursor(tree, simple.from() + 1, simple.end());
    }

    static void end(Cursor in) {
        if (in.atEnd() && in.peek().is(";")) return;
        throw in.misread("semicolon-expected", "expected ;, found " + in.found(), "");
    }

    static Misread unknown(ConfTree tree, int at) {
        var in = new Cursor(tree, at, tree.size());
        return in.misread("unknown-field", "unknown statement " + tree.token(at).raw(), "");
    }
}
