package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Of all sentences that a line could have been, those that it comes closest to.
final class Nearest {

    private final List<String> sentences = new ArrayList<>();
    private int furthest;
    private @Nullable String fault;

    /// The line was held against a sentence and does not go along with it to the end.
    void missed(Phrase phrase, Phrase.Match match) {
        // A line that only fills a gap wrongly is that sentence, however early the gap comes.
        int words = match.fault() == null ? match.words() : Integer.MAX_VALUE;
        if (match.fault() != null) fault = match.fault();
        if (words > furthest) sentences.clear();
        furthest = Math.max(furthest, words);
        if (words == furthest) sentences.add(phrase.toString());
    }

    /// What is wrong with the line; `otherwise` where it is like no sentence at all.
    String fault(String otherwise) {
        return fault == null ? otherwise : fault;
    }

    /// What to write instead, each sentence behind this word.
    String remedy(String before) {
        String some =
                furthest == 0
                        ? sentences.getFirst()
                        : sentences.stream()
                                .map(sentence -> before + sentence)
                                .collect(Collectors.joining("; or "));
        if (furthest > 0) return "write " + some;
        return "write a sentence such as " + before + some + "; twinlease drill words has them all";
    }
}
