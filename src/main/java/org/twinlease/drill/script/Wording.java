package org.twinlease.drill.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings what people write into the words of the language: spans of time in words, articles, one
/// thing instead of many. Names of files stay as they are.
final class Wording {

    private static final Pattern FILES = Pattern.compile("(?i)\\s*(pair\\s+of|leases)\\s.*");
    private static final Pattern ARTICLE = Pattern.compile("(?i)\\bthe\\s+");
    private static final Pattern IS_IN = Pattern.compile("(?i)\\b(is|are)\\s+in\\b");

    private Wording() {}

    /// The words of a line.
    static List<String> words(String line) {
        String plain = line;
        if (!FILES.matcher(line).matches()) {
            plain = ARTICLE.matcher(Times.tight(line)).replaceAll("");
            plain = IS_IN.matcher(plain).replaceAll("$1");
        }
        return List.of(plain.strip().split("\\s+"));
    }

    /// Whether a word stands for a word of a sentence of the language.
    static boolean isSame(String word, String said) {
        return plain(word).equals(plain(said));
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("per") ? "a" : ofOne(lower);
    }

    /// A word of a sentence about several, as it is in one about a single one.
    static String ofOne(String word) {
        return switch (word) {
            case "are" -> "is";
            case "renewals" -> "renewal";
            case "addresses" -> "address";
            case "clients" -> "client";
            default -> word;
        };
    }
}
