package org.twinlease.app.files;

import org.twinlease.config.Difference;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Altered;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Stored;
import org.twinlease.config.document.Survey;
import org.twinlease.isc.document.DocumentReader;

import java.util.List;

/// Documents of dhcpd.conf; where they are kept is somebody else's.
public final class KeptDocuments implements Documents {

    /// Where a document is kept.
    public interface Keeper {
        /// As [Documents#open].
        Document open();

        /// As [Documents#store].
        Stored store(Document before, Document after);
    }

    private final DocumentReader reader = new DocumentReader(ConfFiles::addresses);
    private final Keeper keeper;

    /// Of what a keeper keeps.
    public KeptDocuments(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Document open() {
        return keeper.open();
    }

    @Override
    public Survey survey(Document document) {
        return reader.survey(document);
    }

    @Override
    public Altered alter(Document document, List<Alteration> alterations) {
        return reader.alter(document, alterations);
    }

    @Override
    public Altered take(Document document, String about, int half) {
        return reader.take(document, about, half);
    }

    @Override
    public List<List<Difference>> differences(Document before, Document after) {
        return reader.differences(before, after);
    }

    @Override
    public List<MarkedLine> compare(String before, String after) {
        return reader.compare(before, after);
    }

    @Override
    public List<Part.Key> keys() {
        return DocumentReader.keys();
    }

    @Override
    public Stored store(Document before, Document after) {
        return keeper.store(before, after);
    }
}
