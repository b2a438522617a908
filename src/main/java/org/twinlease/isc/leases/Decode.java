package org.twinlease.isc.leases;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A lease file decoded (`spec/dhcpd-leases.md` 15). Values are texts, whole numbers, booleans, and
/// lists and maps of such: times are seconds since 1970 or `never`, octets hexadecimal digits.
///
/// @param now the clock that assumed states go by, seconds since 1970
/// @param entries the whole ones, in the order of the file
/// @param damaged what cannot be applied
/// @param lost addresses of whole entries that a dhcpd would lose, since it reads on too far after
///   damage
public record Decode(long now, List<Entry> entries, List<Damage> damaged, List<String> lost) {

    /// One entry: `lease`, `failover`, `host` and so on, the lines where it begins and ends (-1 for
    /// a statement of one line), and what it says.
    public record Entry(String kind, int line, int endLine, Map<String, Object> fields) {}

    /// What cannot be applied: where it begins, that line's text, and why. `kept`: whether a dhcpd
    /// keeps a lease of it (null: it is none), and `asKept` what it makes of it.
    public record Damage(
            int line,
            String text,
            String reason,
            @Nullable Boolean kept,
            @Nullable Map<String, Object> asKept) {}

    /// Takes copies.
    public Decode {
        entries = List.copyOf(entries);
        damaged = List.copyOf(damaged);
        lost = List.copyOf(lost);
    }

    /// The whole file of any octets; never fails.
    public static Decode of(String fileName, byte[] octets, long now) {
        return new Decoder(fileName, octets, now).decode();
    }

    /// What counts at last, each under its name with the number of its entry: `leases` with their
    /// states once defaults are filled in, `hosts`, `failover`.
    public Map<String, Map<String, Map<String, Object>>> effective() {
        Map<String, Map<String, Map<String, Object>>> all = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("entry", i);
            switch (entry.kind()) {
                case "lease" -> {
                    counts.putAll(assumed(entry.fields(), now));
                    put(all, "leases", entry.fields().get("ip"), counts);
                }
                case "host" -> {
                    if (entry.fields().containsKey("deleted")) counts.put("deleted", true);
                    put(all, "hosts", entry.fields().get("name"), counts);
                }
                case "failover" -> put(all, "failover", entry.fields().get("peer"), counts);
                default -> {}
            }
        }
        return all;
    }

    private static void put(
            Map<String, Map<String, Map<String, Object>>> all,
            String section,
            @Nullable Object name,
            Map<String, Object> counts) {
        all.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(String.valueOf(name), counts);
    }

    /// The states of a lease where an entry does not name them, and the time that its partner is
    /// taken to know.
    static Map<String, Object> assumed(Map<String, Object> fields, long now) {
        Map<String, Object> states = new LinkedHashMap<>();
        Object said = fields.get("bindingState");
        String state = said == null ? stateByClock(fields, now) : said.toString();
        boolean active = said == null && state.equals("active");
        if (said == null) states.put("assumedState", true);
        states.put("state", state);
        states.put("next", fields.getOrDefault("nextBindingState", active ? "free" : state));
        states.put("rewind", fields.getOrDefault("rewindBindingState", state));
        Object ends = fields.get("ends");
        if (ends != null && !fields.containsKey("tstp")) states.put("tstp", ends);
        return states;
    }

    private static String stateByClock(Map<String, Object> fields, long now) {
        Object ends = fields.get("ends");
        boolean runs = ends instanceof Long second ? second > now : ends != null;
        return runs || fields.containsKey("onEvents") ? "active" : "free";
    }

    private static final Set<String> STATES =
            Set.of("bindingState", "nextBindingState", "rewindBindingState", "tstp");

    /// What a dhcpd would write of fields: all states, those that say nothing new left out, and the
    /// partner's time.
    static Map<String, Object> rewritten(Map<String, Object> fields, long now) {
        Map<String, Object> states = assumed(fields, now);
        Map<String, Object> written = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(fields.keySet());
        rest.removeAll(STATES);
        for (String key : rest) written.put(key, fields.get(key));
        Object tstp = fields.getOrDefault("tstp", states.get("tstp"));
        if (tstp != null) written.put("tstp", tstp);
        String state = String.valueOf(states.get("state"));
        String next = String.valueOf(states.get("next"));
        String rewind = String.valueOf(states.get("rewind"));
        written.put("bindingState", state);
        if (!next.equals(state)) written.put("nextBindingState", next);
        if (!rewind.equals(state)) written.put("rewindBindingState", rewind);
        return written;
    }
}
