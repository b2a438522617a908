package org.twinlease.console.model.draft;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.config.document.Document;

import java.util.ArrayList;
import java.util.List;

/// One alteration that a person made: what it was about (`key`, so that typing goes on in one
/// deed), in words, when, and the document before and after it.
public record Deed(
        String key,
        String words,
        long atMillis,
        Document before,
        Document after,
        List<Edit> edits) {

    /// Takes a copy of the list.
    public Deed {
        edits = List.copyOf(edits);
    }

    /// The edits that take this deed back although `later` ones followed; null when one of those
    /// changed the same octets.
    @Nullable List<Edit> inverse(List<Deed> later) {
        List<Edit> back = new ArrayList<>(before.inverse(edits));
        for (Deed deed : later) {
            for (int i = 0; i < back.size(); i++) {
                Edit moved = back.get(i).behind(deed.edits);
                if (moved == null) return null;
                back.set(i, moved);
            }
        }
        return back;
    }
}
