package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the lines of a drill that say which pair and which clients: `pair`, `leases`,
/// `population`.
final class PairReader {

    private static final Pattern PERCENT = Pattern.compile("(?i)\\s*(%|percent|per cent)$");
    private static final double MOST_CLIENTS = 200_000;

    private final Complaints complaints;
    private final Map<Setting, Long> settings = new EnumMap<>(Setting.class);
    private List<String> configs = List.of();
    private String leasesOfA = "";
    private String leasesOfB = "";

    PairReader(Complaints complaints) {
        this.complaints = complaints;
    }

    PairOf pair() {
        return new PairOf(settings, configs, leasesOfA, leasesOfB);
    }

    void pair(int line, List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
        if (first.equals("demo") && words.size() == 1) return;
        if (first.equals("demo") && words.get(1).equalsIgnoreCase("with")) {
            for (String part : parts(words.subList(2, words.size()))) setting(line, part);
        } else if (first.equals("of")
                && words.size() == 4
                && words.get(2).equalsIgnoreCase("and")) {
            configs = List.of(words.get(1), words.get(3));
        } else {
            complaints.add(
                    line,
                    "\"" + String.join(" ", words) + "\" is no pair",
                    "write pair demo, pair demo with mclt 30m, lease 1h, or pair of A.conf and"
                            + " B.conf");
        }
    }

    private static List<String> parts(List<String> words) {
        return List.of(String.join(" ", words).split("\\s*,\\s*"));
    }

    private void setting(int line, String part) {
        String[] words = PERCENT.matcher(part).replaceAll("%").split(" ", -1);
        for (Setting setting : Setting.values()) {
            if (!setting.word().equalsIgnoreCase(words[0])) continue;
            OptionalLong value =
                    words.length == 2 ? value(setting, words[1]) : OptionalLong.empty();
            boolean fits =
                    value.isPresent()
                            && value.getAsLong() >= setting.least()
                            && value.getAsLong() <= setting.most();
            if (fits) settings.put(setting, value.getAsLong());
            else {
                complaints.add(
                        line,
                        "\"" + part + "\" is not possible",
                        "write %s and %s from %s to %s, such as %s"
                                .formatted(
                                        setting.word(),
                                        setting.isTime() ? "a time" : "a number",
                                        setting.write(setting.least()),
                                        setting.write(setting.most()),
                                        setting.write(setting.usual())));
            }
            return;
        }
        complaints.add(
                line,
                "\"" + words[0] + "\" is no setting of the demo pair",
                "write one of "
                        + Stream.of(Setting.values())
                                .map(Setting::word)
                                .collect(Collectors.joining(", ")));
    }

    private static OptionalLong value(Setting setting, String word) {
        if (setting.isTime()) return Times.span(word);
        String number = setting.isPercent() ? word.replace("%", "") : word;
        return number.matches("\\d{1,9}")
                ? OptionalLong.of(Long.parseLong(number))
                : OptionalLong.empty();
    }

    void leases(int line, List<String> words) {
        boolean shaped =
                words.size() == 4
                        && words.get(0).equalsIgnoreCase("of")
                        && words.get(2).equalsIgnoreCase("in");
        String server = shaped ? words.get(1).toUpperCase(Locale.ROOT) : "";
        if (server.equals("A")) leasesOfA = words.get(3);
        else if (server.equals("B")) leasesOfB = words.get(3);
        else {
            complaints.add(
                    line,
                    "\"" + String.join(" ", words) + "\" does not say whose leases are where",
                    "write leases of A in FILE or leases of B in FILE");
        }
    }

    Population population(int line, List<String> words) {
        List<Group> groups = new ArrayList<>();
        int relays = Population.USUAL.relays();
        for (String part : parts(words)) {
            String said = part.toLowerCase(Locale.ROOT);
            if (said.matches("behind \\d{1,3} relays?")) {
                relays = Integer.parseInt(said.split(" ", -1)[1]);
                if (relays < 1 || relays > 200) wrong(line, part);
            } else {
                Group group = group(said);
                if (group == null) wrong(line, part);
                else groups.add(group);
            }
        }
        return new Population(groups, relays);
    }

    private void wrong(int line, String part) {
        complaints.add(
                line,
                "\"" + part + "\" is no part of a population",
                "write parts such as 100 renewing, 2 new a minute staying 30m, 20 sleeping, 5"
                        + " roaming, 3 misbehaving, behind 2 relays (1 to 200)");
    }

    private static @Nullable Group group(String said) {
        String[] words = said.split(" ", -1);
        if (words.length < 2 || !words[0].matches("\\d{1,6}(\\.\\d{1,3})?")) return null;
        double count = Double.parseDouble(words[0]);
        if (count > MOST_CLIENTS) return null;
        if (said.matches("\\S+ new (a|per) minute( staying \\S+)?")) {
            OptionalLong stay =
                    words.length > 4 ? Times.span(words[5]) : OptionalLong.of(Population.STAY);
            boolean fits = stay.isPresent() && stay.getAsLong() > 0;
            return fits ? new Group(Kind.NEW, count, stay.getAsLong()) : null;
        }
        for (Kind kind : Kind.values()) {
            boolean fits = words.length == 2 && kind != Kind.NEW && kind.word().equals(words[1]);
            if (fits && count == Math.rint(count)) return new Group(kind, count, 0);
        }
        return null;
    }
}
