package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Command;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;

/// What a server says that an order would do now, or why it would refuse it.
final class Asking {

    private final Runnable settle;
    private @Nullable Command wanted;
    private @Nullable PairSide of;
    private @Nullable Preview preview;

    Asking(Runnable settle) {
        this.settle = settle;
    }

    /// Asks a server about an order; about none forgets what was said.
    void about(PairSide server, @Nullable Command command) {
        boolean same = command != null && command.equals(wanted) && server.equals(of);
        if (!same) preview = null;
        wanted = command;
        of = server;
        if (command == null) return;
        server.replies()
                .ask(
                        new Query.Consequence(command),
                        answer -> {
                            if (!command.equals(wanted) || !server.equals(of)) return;
                            preview = answer;
                            settle.run();
                        },
                        () -> {
                            if (!command.equals(wanted) || !server.equals(of)) return;
                            preview = null;
                            settle.run();
                        });
    }

    /// What it said last; null while it has not.
    @Nullable Preview preview() {
        return preview;
    }

    /// What it said, as a sentence.
    Block words(PairSide server) {
        Preview said = preview;
        if (said == null) {
            return new Block.Words(Text.of("pair.order.unknown", server.name()), Tone.WATCH);
        }
        String key = said.allowed() ? "wizard.down.obeys" : "wizard.down.refused";
        Tone tone = said.allowed() ? Tone.CALM : Tone.BAD;
        return new Block.Words(Text.of(key, server.name(), said.words()), tone);
    }

    /// Why the order cannot be given; empty when it can.
    String missing(PairSide server, Command command) {
        Preview said = command.equals(wanted) ? preview : null;
        if (said == null) return Text.of("pair.order.unknown", server.name());
        return said.allowed() ? "" : Text.of("wizard.down.refused", server.name(), said.words());
    }
}
