package org.twinlease.app.host;

import org.twinlease.cli.Terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Lines that go to one place first and to another one later, from whatever thread they come.
public final class LogLines {

    private final AtomicReference<Consumer<String>> place;

    /// Lines that begin by going there.
    public LogLines(Consumer<String> first) {
        place = new AtomicReference<>(first);
    }

    /// From now on they go there.
    public void goTo(Consumer<String> next) {
        place.set(next);
    }

    /// A terminal whose lines these are, results and all.
    public Terminal terminal() {
        return new Terminal(new PrintWriter(new Cut()), new PrintWriter(new Cut()));
    }

    /// Cuts what is written into lines.
    private final class Cut extends Writer {

        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(char[] text, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (text[i] != '\n') {
                    line.append(text[i]);
                    continue;
                }
                place.get().accept(line.toString());
                line.setLength(0);
            }
        }

        @Override
        public void flush() {
            // A line leaves when it is complete.
        }

        @Override
        public void close() {}
    }
}
