package org.twinlease.value;

import java.util.ArrayList;
import java.util.List;

/// A program and its arguments, as a configuration's `execute` wants it run: never a shell's line.
/// [#line] is for people and, by [#ofLine], for the way back.
public record ProgramCall(String program, List<String> arguments) {

    /// Takes a copy.
    public ProgramCall {
        arguments = List.copyOf(arguments);
    }

    /// All words in quotes with blanks between; quotes, backslashes and whatever is not printable
    /// ASCII are escaped.
    public String line() {
        var line = new StringBuilder();
        quote(line, program);
        for (String argument : arguments) quote(line.append(' '), argument);
        return line.toString();
    }

    private static void quote(StringBuilder line, String word) {
        line.append('"');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\\') line.append('\\').append(c);
            else if (c >= ' ' && c <= '~') line.append(c);
            else line.append("\\u%04x".formatted((int) c));
        }
        line.append('"');
    }

    /// The call that a line stands for.
    ///
    /// @throws IllegalArgumentException when it is no such line
    public static ProgramCall ofLine(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') at++;
            var word = new StringBuilder();
            at = word(line, at, word);
            words.add(word.toString());
        }
        if (words.isEmpty()) throw new IllegalArgumentException("no program");
        return new ProgramCall(words.getFirst(), words.subList(1, words.size()));
    }

    /// Reads one word; where it ends.
    private static int word(String line, int from, StringBuilder word) {
        if (from >= line.length() || line.charAt(from) != '"')
            throw new IllegalArgumentException(line);
        int at = from + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at++);
            if (c != '\\') {
                word.append(c);
            } else if (at < line.length() && line.charAt(at) == 'u' && at + 5 <= line.length()) {
                word.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
                at += 5;
            } else if (at < line.length()) {
                word.append(line.charAt(at++));
            }
        }
        if (at >= line.length()) throw new IllegalArgumentException(line);
        return at + 1;
    }
}
