package org.twinlease.isc.edit;

import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Configurations as they may be shown to somebody who is to know what they mean, but no secret:
/// without comments, since these may say anything, and with other octets in place of the secrets of
/// keys. Lines stay where they were.
public final class Secrets {

    /// Sixteen octets of zero, in base64.
    private static final String BLANK = "\"AAAAAAAAAAAAAAAAAAAAAA==\"";

    private Secrets() {}

    /// The texts of a file, the first, and of those that it includes, in that order; one character
    /// an octet (ISO 8859-1).
    public static List<String> blanked(List<ConfTree> files) {
        Map<ConfTree, Map<Integer, String>> other = new HashMap<>();
        for (Entry entry : Outline.of(files).all()) {
            Entry key = entry.parent();
            if (!entry.is("secret") || key == null || !key.is("key")) continue;
            Map<Integer, String> tokens = other.computeIfAbsent(entry.tree(), _ -> new HashMap<>());
            for (int i = 1; i < entry.length(); i++) {
                tokens.put(entry.from() + i, i == 1 ? BLANK : "");
            }
        }
        return files.stream().map(file -> text(file, other.getOrDefault(file, Map.of()))).toList();
    }

    private static String text(ConfTree file, Map<Integer, String> other) {
        var text = new StringBuilder();
        for (int i = 0; i < file.size(); i++) {
            String trivia = file.token(i).trivia();
            String lines = trivia.replaceAll("[^\n]+", "");
            text.append(lines.isEmpty() && !trivia.isEmpty() ? " " : lines);
            text.append(other.getOrDefault(i, file.token(i).raw()));
        }
        return text.toString();
    }
}
