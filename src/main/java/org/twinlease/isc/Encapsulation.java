package org.twinlease.isc;

import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes the value of an option that carries another space (`option x code 224 = encapsulate
/// inner`) out of the options of that space. Left alone are those that depend on the client's
/// packet: 43, which `vendor-option-space` decides, 81 and 82.
final class Encapsulation {
    private static final Set<String> BY_PACKET = Set.of("fqdn", "agent");
    private static final int DEEPEST = 4;

    private final OptionSpaces spaces;

    Encapsulation(OptionSpaces spaces) {
        this.spaces = spaces;
    }

    /// The level's options with the carrying options added.
    Map<OptionKey, Octets> complete(Level level) {
        Map<OptionKey, Octets> own = level.options();
        if (own.keySet().stream().allMatch(k -> k.space().equals(OptionSpaces.DHCP))) return own;
        Map<OptionKey, Octets> completed = new HashMap<>(own);
        Map<OptionKey, Octets> all = level.allOptions();
        for (OptionDefinition carrier : spaces.encapsulating()) {
            if (BY_PACKET.contains(carrier.encapsulated())) continue;
            Octets before = encode(carrier.encapsulated(), own, 0);
            if (before.length() > 0) {
                completed.putIfAbsent(carrier.key(), encode(carrier.encapsulated(), all, 0));
            }
        }
        return completed;
    }

    /// Code, length and value of all options of a space, by code; empty when none is set.
    private Octets encode(String name, Map<OptionKey, Octets> options, int depth) {
        OptionSpaces.Space space = spaces.space(name);
        if (space == null || depth > DEEPEST) return Octets.EMPTY;
        var values = new TreeMap<Integer, Octets>();
        for (OptionDefinition option : space.options().values()) {
            if (option.encapsulated().isEmpty()) continue;
            Octets inner = encode(option.encapsulated(), options, depth + 1);
            if (inner.length() > 0) values.put(option.code(), inner);
        }
        options.forEach(
                (key, value) -> {
                    if (key.space().equals(space.name())) values.put(key.code(), value);
                });
        var out = new ByteArrayOutputStream();
        values.forEach(
                (code, value) -> {
                    number(out, code, space.codeWidth());
                    number(out, value.length(), space.lengthWidth());
                    out.writeBytes(value.toArray());
                });
        return Octets.of(out.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) out.write(value >>> shift);
    }
}
