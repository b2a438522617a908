package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.NewPairs;
import org.twinlease.config.document.PairWish;
import org.twinlease.config.document.Stored;
import org.twinlease.isc.document.DocumentReader;
import org.twinlease.isc.document.PairDraft;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// New pairs whose files are kept in memory.
public final class MemoryPairs implements NewPairs {

    private final DocumentReader reader = new DocumentReader(name -> List.of());

    /// Files by name.
    public final Map<String, String> files = new TreeMap<>();

    /// Why nothing can be written; null when it can.
    public @Nullable String refusal;

    @Override
    public Made make(PairWish wish) {
        List<ConfTree> base = List.of();
        if (!wish.base().isEmpty()) {
            String text = files.get(wish.base());
            if (text == null) return Made.refused(wish.base() + " cannot be read.");
            byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
            base = List.of(ConfTree.of(wish.base(), octets));
        }
        var draft = new PairDraft(wish, base);
        if (!draft.refusal().isEmpty()) return Made.refused(draft.refusal());
        Document after = draft.document();
        List<Paper> before =
                after.papers().stream()
                        .map(p -> new Paper(p.name(), files.getOrDefault(p.name(), "")))
                        .toList();
        return new Made(
                new Document(after.halves(), before),
                after,
                reader.survey(after),
                draft.mclt(),
                "");
    }

    @Override
    public List<MarkedLine> compare(String before, String after) {
        return reader.compare(before, after);
    }

    @Override
    public Stored store(Document before, Document after) {
        String no = refusal;
        if (no != null) return Stored.refused(no);
        List<String> kept =
                before.papers().stream()
                        .filter(p -> !p.text().isEmpty())
                        .map(p -> p.name() + ".bak")
                        .toList();
        for (Paper paper : after.papers()) files.put(paper.name(), paper.text());
        return new Stored(kept, "");
    }
}
