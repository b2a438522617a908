package org.twinlease.config.document;

import org.twinlease.config.Difference;

import java.util.List;

/// What can be done with the configurations that somebody looks at. Everything but [#open] and
/// [#store] is computed from the values alone.
public interface Documents {

    /// The document as it is stored now.
    Document open();

    /// What a document says.
    Survey survey(Document document);

    /// The edits that alter a document; all alterations or none.
    Altered alter(Document document, List<Alteration> alterations);

    /// The edits after which the other half says of something, as [Survey#drift] names it, what a
    /// half says of it; refused, with what to do instead, where a person has to do it.
    Altered take(Document document, String about, int half);

    /// What two states of a document mean differently, for each half.
    List<List<Difference>> differences(Document before, Document after);

    /// The lines of a text, beside a former state of it.
    List<MarkedLine> compare(String before, String after);

    /// What can be set in a configuration, by name.
    List<Part.Key> keys();

    /// Puts every file of a document that changed in the place of the former one: all of them or
    /// none. Refused when what is stored is no longer `before`. May take a second.
    Stored store(Document before, Document after);
}
