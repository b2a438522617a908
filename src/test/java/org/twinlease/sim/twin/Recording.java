package org.twinlease.sim.twin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What two dhcpd did as a pair in a laboratory: their configurations, what was done to them, what
/// clients asked and were told, and what the servers said to each other, each with its millisecond.
record Recording(String name, String primary, String secondary, List<Entry> entries) {

    /// One thing that happened: its kind (`do`, `note`, `asked`, `told`, `said`) and the words
    /// behind.
    record Entry(long millis, String kind, List<String> words) {
        String word(int at) {
            return at < words.size() ? words.get(at) : "";
        }

        String text() {
            return String.join(" ", words);
        }

        /// The value behind `key=`, empty where there is none.
        String value(String key) {
            for (String word : words) {
                if (word.startsWith(key + "=")) return word.substring(key.length() + 1);
            }
            return "";
        }
    }

    static Recording read(Path file) throws IOException {
        StringBuilder primary = new StringBuilder();
        StringBuilder secondary = new StringBuilder();
        StringBuilder into = null;
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.equals("conf primary")) into = primary;
            else if (line.equals("conf secondary")) into = secondary;
            else if (line.equals("end")) into = null;
            else if (into != null) into.append(line).append('\n');
            else if (!line.startsWith("#")) entries.add(entry(line));
        }
        String name = file.getFileName().toString().replace(".txt", "");
        return new Recording(name, primary.toString(), secondary.toString(), entries);
    }

    private static Entry entry(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new Entry(
                Long.parseLong(words.get(0)), words.get(1), words.subList(2, words.size()));
    }
}
