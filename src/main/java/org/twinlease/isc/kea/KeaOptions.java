package org.twinlease.isc.kea;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.config.Scope;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Option values as Kea's `option-data`: by code, in words where the value is addresses or plain
/// text, else the octets as they are sent. Options of a space that is sent inside another option
/// become that option.
final class KeaOptions {

    /// What a server fills in by itself.
    private static final Set<Integer> SERVERS_OWN = Set.of(50, 51, 52, 53, 55, 56, 57, 61, 82);

    private static final int VENDOR = 43;
    private static final int VENDORS = 125;
    private static final int RENEWAL = 58;
    private static final int REBINDING = 59;

    private final Map<String, OptionSpace> spaces = new TreeMap<>();
    private final List<Left> left;

    KeaOptions(List<OptionSpace> all, List<Left> left) {
        for (OptionSpace each : all) spaces.put(each.name(), each);
        this.left = left;
    }

    /// Puts the options of a layer into a level, `where` for the list of what is left.
    void write(Map<String, Object> level, Layer layer, String where) {
        Map<Integer, Octets> plain = new TreeMap<>();
        Set<String> inside = new TreeSet<>();
        layer.options()
                .forEach(
                        (key, value) -> {
                            if (key.space().equals("dhcp")) plain.put(key.code(), value);
                            else inside.add(key.space());
                        });
        for (String space : inside) {
            OptionSpace known = spaces.get(space);
            // The option that carries a space was completed when the configuration was read.
            if (known != null && plain.containsKey(known.carrier())) continue;
            if (space.equals(layer.scope().text(Parameter.VENDOR_OPTION_SPACE))) {
                plain.putIfAbsent(VENDOR, encapsulated(space, layer.scope()));
            } else leave(where, "the options of the space " + space);
        }
        List<Object> data = new ArrayList<>();
        plain.forEach((code, value) -> one(level, data, code, value, where));
        if (!data.isEmpty()) level.put("option-data", data);
    }

    private void one(
            Map<String, Object> level, List<Object> data, int code, Octets value, String where) {
        if (code == RENEWAL || code == REBINDING) {
            boolean timers = value.length() == 4 && !where.matches("(pool|host|class|if) .*");
            if (timers) level.put(code == RENEWAL ? "renew-timer" : "rebind-timer", number(value));
            else leave(where, "option " + name(code));
            return;
        }
        boolean broken = code == VENDORS && !areOptions(value);
        if (SERVERS_OWN.contains(code) || value.length() == 0 || broken) {
            leave(where, "option " + name(code));
            return;
        }
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("code", code);
        String text = text(code, value);
        if (text == null) option.put("csv-format", false);
        option.put("data", text == null ? KeaText.hex(value) : text);
        data.add(option);
    }

    /// Whether the data of each vendor is made of options, which Kea demands.
    private static boolean areOptions(Octets value) {
        int at = 0;
        while (at + 5 <= value.length()) {
            int end = at + 5 + value.at(at + 4);
            for (at += 5; at + 2 <= end && end <= value.length(); ) at += 2 + value.at(at + 1);
            if (at != end) return false;
        }
        return at == value.length();
    }

    private void leave(String where, String what) {
        left.add(new Left(where, what, "Kea fills it in itself, or has no place for it there"));
    }

    /// The name of an ordinary option, as dhcpd.conf spells it, or its number.
    static String name(int code) {
        OptionType type = OptionType.of(code);
        return type == null ? String.valueOf(code) : type.word();
    }

    /// Octets as one unsigned number.
    static long number(Octets value) {
        long number = 0;
        for (int i = 0; i < value.length(); i++) number = number << 8 | value.at(i);
        return number;
    }

    /// A value in words; null where only its octets say it.
    private static @Nullable String text(int code, Octets value) {
        OptionType type = OptionType.of(code);
        if (type == null) return null;
        boolean address = type.format().equals("I") && value.length() == 4;
        if (address || (type.format().equals("IA") && value.length() % 4 == 0)) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < value.length(); i += 4) all.add(address(value, i));
            return String.join(", ", all);
        }
        boolean words = type.format().equals("t") && value.isPrintable();
        return words && value.text().matches("[^,\\\\\"]*\\S") ? value.text() : null;
    }

    private static String address(Octets value, int from) {
        return new Ip4((int) number(Octets.of(value.toArray(), from, 4))).toString();
    }

    /// All options of a space that count in a scope, one behind the other.
    private Octets encapsulated(String space, Scope scope) {
        Map<Integer, Octets> all = new TreeMap<>();
        for (@Nullable Scope at = scope; at != null; at = at.parent()) {
            at.options().entrySet().stream()
                    .filter(each -> each.getKey().space().equals(space))
                    .forEach(each -> all.putIfAbsent(each.getKey().code(), each.getValue()));
        }
        OptionSpace known = spaces.get(space);
        var out = new ByteArrayOutputStream();
        all.forEach(
                (code, value) -> {
                    number(out, code, known == null ? 1 : known.codeWidth());
                    number(out, value.length(), known == null ? 1 : known.lengthWidth());
                    out.writeBytes(value.toArray());
                });
        return Octets.of(out.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value, int width) {
        for (int at = width - 1; at >= 0; at--) out.write(value >>> (8 * at));
    }
}
