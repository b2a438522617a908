package org.twinlease.app.files;

import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.NewPairs;
import org.twinlease.config.document.PairWish;
import org.twinlease.config.document.Stored;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.document.DocumentReader;
import org.twinlease.isc.document.PairDraft;
import org.twinlease.isc.tree.ConfTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// New pairs whose dhcpd.conf are in the file system.
public final class PairFiles implements NewPairs {

    private final DocumentReader reader = new DocumentReader(ConfFiles::addresses);

    @Override
    public Made make(PairWish wish) {
        List<ConfTree> base = List.of();
        if (!wish.base().isEmpty()) {
            try {
                if (!Files.isReadable(Path.of(wish.base()))) {
                    return Made.refused(wish.base() + " cannot be read.");
                }
            } catch (InvalidPathException wrong) {
                return Made.refused(wish.base() + " is no path of a file.");
            }
            DhcpdConf.Reading reading = ConfFiles.read(wish.base());
            if (!reading.isUsable()) {
                return Made.refused(
                        wish.base()
                                + " has errors; open it and mend them first: "
                                + reading.problems().getFirst().message());
            }
            base = reading.files();
        }
        var draft = new PairDraft(wish, base);
        String refusal = draft.refusal();
        if (!refusal.isEmpty()) return Made.refused(refusal);
        Document after = draft.document();
        try {
            return new Made(before(after), after, reader.survey(after), draft.mclt(), "");
        } catch (IOException unreadable) {
            return Made.refused(Sayings.of(unreadable) + ".");
        } catch (InvalidPathException wrong) {
            return Made.refused(wrong.getInput() + " is no path of a file.");
        }
    }

    private static Document before(Document after) throws IOException {
        List<Paper> papers = new ArrayList<>();
        for (Paper paper : after.papers()) {
            Path file = Path.of(paper.name());
            byte[] octets = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            papers.add(Paper.of(paper.name(), octets));
        }
        return new Document(after.halves(), papers);
    }

    @Override
    public List<MarkedLine> compare(String before, String after) {
        return reader.compare(before, after);
    }

    @Override
    public Stored store(Document before, Document after) {
        return new FileKeeper(after.halves().stream().map(Document.Half::main).toList())
                .store(before, after);
    }
}
