package org.twinlease.isc.edit;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Names a statement: the beginnings of the blocks around it and of itself, with slashes between,
/// as in `failover peer "fo" / mclt` or `subnet 10.0.0.0 / pool[2] / range`. Of several that fit, a
/// number in brackets, from 1, takes one.
public final class ConfPath {

    /// One part of a path.
    private record Step(List<Token> tokens, int number) {
        boolean fits(Entry entry) {
            if (entry.length() < tokens.size()) return false;
            for (int i = 0; i < tokens.size(); i++) {
                Token wanted = tokens.get(i);
                Token found = entry.token(i);
                boolean string = wanted.kind() == Token.Kind.STRING;
                boolean same =
                        string
                                ? wanted.text().equals(found.text())
                                : found.is(wanted.raw()) || found.raw().equals(wanted.raw());
                if (!same) return false;
            }
            return true;
        }

        String words() {
            var text = new StringBuilder();
            for (Token token : tokens) {
                boolean glued = text.isEmpty() || token.trivia().isEmpty();
                text.append(glued ? "" : " ").append(token.raw());
            }
            return text.toString();
        }
    }

    /// Where a path leads. `block` is what is around the statement, null at the outermost level;
    /// `statement` is null when there is none yet. Its value begins `value` tokens behind its
    /// first.
    public record Found(@Nullable Entry block, @Nullable Entry statement, int value) {}

    /// A path leads nowhere; the message says why.
    public static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        /// With what is wrong, in words without a capital or a full stop.
        public Lost(String message) {
            super(message);
        }
    }

    private final List<Step> steps;

    private ConfPath(List<Step> steps) {
        this.steps = steps;
    }

    /// Reads a path.
    public static ConfPath of(String path) throws Lost {
        List<Step> steps = new ArrayList<>();
        ConfTree tree = ConfTree.of("path", path.getBytes(StandardCharsets.ISO_8859_1));
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            Token token = tree.token(i);
            boolean slash = token.kind() == Token.Kind.PUNCTUATION && token.is("/");
            if (!slash && token.kind() != Token.Kind.END) {
                tokens.add(token);
                continue;
            }
            steps.add(step(tokens, path));
            tokens.clear();
        }
        return new ConfPath(List.copyOf(steps));
    }

    private static Step step(List<Token> tokens, String path) throws Lost {
        int number = 0;
        int size = tokens.size();
        boolean indexed =
                size > 3
                        && tokens.get(size - 1).is("]")
                        && tokens.get(size - 3).is("[")
                        && tokens.get(size - 2).raw().matches("[1-9][0-9]{0,5}");
        if (indexed) number = Integer.parseInt(tokens.get(size - 2).raw());
        List<Token> words = List.copyOf(tokens.subList(0, indexed ? size - 3 : size));
        if (words.isEmpty()) throw new Lost("the path '" + path + "' has an empty part");
        return new Step(words, number);
    }

    /// How the statement begins.
    public String name() {
        return steps.getLast().words();
    }

    /// Follows the path.
    public Found find(Outline outline) throws Lost {
        List<Entry> level = outline.top();
        Entry block = null;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            block = block(step, level);
            level = block.children();
        }
        Step last = steps.getLast();
        List<Entry> fitting = level.stream().filter(e -> !e.isBlock()).filter(last::fits).toList();
        if (last.number() > fitting.size()) {
            throw new Lost("there are " + fitting.size() + " statements '" + last.words() + "'");
        }
        if (fitting.isEmpty()) {
            if (level.stream().filter(Entry::isBlock).anyMatch(last::fits)) {
                throw new Lost("'" + last.words() + "' is a block; name a statement in it");
            }
            return new Found(block, null, 0);
        }
        Entry found = last.number() > 0 ? fitting.get(last.number() - 1) : fitting.getLast();
        return new Found(block, found, last.tokens().size());
    }

    /// The block that the path leads to.
    public Entry block(Outline outline) throws Lost {
        List<Entry> level = outline.top();
        Entry block = null;
        for (Step step : steps) {
            block = block(step, level);
            level = block.children();
        }
        return Objects.requireNonNull(block);
    }

    private static Entry block(Step step, List<Entry> level) throws Lost {
        List<Entry> fitting = level.stream().filter(Entry::isBlock).filter(step::fits).toList();
        if (fitting.isEmpty()) throw new Lost("there is no block '" + step.words() + "'");
        if (step.number() > fitting.size() || (step.number() == 0 && fitting.size() > 1)) {
            throw new Lost(
                    "there are "
                            + fitting.size()
                            + " blocks '"
                            + step.words()
                            + "'; name one by its number, as in '"
                            + step.words()
                            + "[1]'");
        }
        return fitting.get(Math.max(0, step.number() - 1));
    }
}
