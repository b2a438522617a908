package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;

/// Something that is done to a twin.
public record Act(Deed deed, Values values) {

    /// One that needs no more words.
    public static Act of(Deed deed) {
        return new Act(deed, Values.NONE);
    }

    /// One that is done to a server (0 is the primary).
    public static Act of(Deed deed, int server) {
        return new Act(deed, Values.NONE.at(server));
    }

    /// What undoes it, null where nothing does.
    public @Nullable Act undo() {
        Deed undo = deed.undo();
        return undo == null ? null : new Act(undo, values.lasting(0));
    }

    /// The sentence, as in a drill.
    public String text() {
        return deed.phrase().write(values);
    }
}
