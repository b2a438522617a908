package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be asked for by a name, as in `state:active ends<1h pool:voice -host:printer`. A word
/// that begins like none of these is looked for as it is; so is a hardware address, whatever its
/// colons.
final class LeaseTerms {

    /// The names, as they are offered while a person types.
    static final List<String> NAMES =
            List.of(
                    "state:",
                    "pool:",
                    "host:",
                    "mac:",
                    "id:",
                    "ip:",
                    "ends<",
                    "ends>",
                    "seen<",
                    "seen>",
                    "differs:",
                    "reserved:");

    private static final Pattern TERM =
            Pattern.compile(
                    "(-?)(state|pool|host|mac|id|ip|differs|reserved)([:])(.*)|(-?)(ends|seen)([<>])(.*)");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhdw]?)");
    private static final Pattern NETWORK = Pattern.compile("([\\d.]+)/(\\d{1,2})");

    private LeaseTerms() {}

    /// Whether a row is wanted.
    interface Term {
        boolean wants(LeaseTable table, int row);
    }

    /// What terms need to know beside the table: the time in seconds since 1970, and the pools'
    /// names.
    record Context(long now, IntFunction<String> pools) {}

    /// What a text comes to: its terms, and the words that are none.
    record Parsed(List<Term> terms, String rest) {}

    static Parsed parse(String text, Context context) {
        List<Term> terms = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            Term term = term(word.toLowerCase(Locale.ROOT), context);
            if (term == null) rest.add(word);
            else terms.add(term);
        }
        return new Parsed(terms, String.join(" ", rest));
    }

    private static @Nullable Term term(String word, Context context) {
        Matcher match = TERM.matcher(word);
        if (!match.matches()) return null;
        boolean named = match.group(2) != null;
        String value = match.group(named ? 4 : 8).replace("*", "");
        boolean not = "-".equals(match.group(named ? 1 : 5));
        // What is not written to its end yet leaves everything out of account.
        if (value.isEmpty()) return (_, _) -> true;
        Term term =
                named
                        ? named(match.group(2), value, context)
                        : timed(match.group(6), match.group(7).equals("<"), value, context.now());
        return not ? (table, row) -> !term.wants(table, row) : term;
    }

    private static Term named(String name, String value, Context context) {
        return switch (name) {
            case "state" -> state(value);
            case "pool" -> (table, row) -> has(context.pools().apply(table.pool[row]), value);
            case "host" -> (table, row) -> has(table.host(row), value);
            case "mac" -> mac(value);
            case "id" -> id(value);
            case "ip" -> ip(value);
            case "differs" -> {
                boolean wanted = isYes(value);
                yield (table, row) -> (table.copy(row) == LeaseTable.Copy.DIFFERENT) == wanted;
            }
            default -> {
                boolean wanted = isYes(value);
                yield (table, row) -> table.isReserved(row) == wanted;
            }
        };
    }

    private static Term state(String value) {
        boolean[] wanted = new boolean[BindingState.values().length + 2];
        for (BindingState state : BindingState.values()) {
            boolean fits =
                    state.word().startsWith(value)
                            || LeaseWords.state(state)
                                    .toLowerCase(Locale.ROOT)
                                    .replace(" ", "-")
                                    .startsWith(value);
            wanted[state.code()] = fits;
        }
        return (table, row) -> wanted[table.state[row]];
    }

    private static Term mac(String value) {
        String digits = value.replaceAll("[:.-]", "");
        return (table, row) -> {
            var hardware = table.hardware(row);
            return hardware != null && has(hardware.toString().replaceAll("[:.-]", ""), digits);
        };
    }

    private static Term id(String value) {
        return (table, row) -> {
            var id = table.clientId[row];
            return id != null && (has(id.text(), value) || id.hex().contains(value));
        };
    }

    private static Term ip(String value) {
        Matcher network = NETWORK.matcher(value);
        Ip4 base = network.matches() ? Ip4.parse(network.group(1)) : null;
        int length = network.matches() ? Integer.parseInt(network.group(2)) : 0;
        if (base == null || length > 32) {
            return (table, row) -> Ip4.text(table.address[row]).startsWith(value);
        }
        int mask = length == 0 ? 0 : -1 << (32 - length);
        return (table, row) -> (table.address[row] & mask) == (base.bits() & mask);
    }

    /// What is left of a lease that somebody has, or how long ago its client was heard.
    private static Term timed(String name, boolean less, String value, long now) {
        long seconds = seconds(value);
        if (seconds < 0) return (_, _) -> true;
        if (name.equals("seen")) {
            return (table, row) -> {
                long at = LeaseTable.seconds(table.seen[row]);
                return at != 0 && (now - at < seconds) == less;
            };
        }
        return (table, row) -> {
            long end = LeaseTable.seconds(table.ends[row]);
            boolean held = table.state[row] == BindingState.ACTIVE.code();
            return held && (end != LeaseView.NEVER && end - now < seconds) == less;
        };
    }

    /// A duration as it is typed, in seconds; -1 while it is none.
    private static long seconds(String value) {
        Matcher match = DURATION.matcher(value);
        if (!match.matches()) return -1;
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "m" -> number * 60;
            case "h" -> number * 3_600;
            case "d" -> number * 86_400;
            case "w" -> number * 604_800;
            default -> number;
        };
    }

    private static boolean isYes(String value) {
        return "yes".startsWith(value) || value.equals("true");
    }

    private static boolean has(@Nullable String value, String lower) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(lower);
    }
}
