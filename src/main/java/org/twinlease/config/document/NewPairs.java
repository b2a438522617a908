package org.twinlease.config.document;

import java.util.List;

/// Makes the configurations of new failover pairs. Everything but [#make], which reads files, and
/// [#store] is computed from the values alone.
public interface NewPairs {

    /// Both configurations, beside the files as they are (empty where there is none yet). May take
    /// a second.
    Made make(PairWish wish);

    /// The lines of a text, beside a former state of it.
    List<MarkedLine> compare(String before, String after);

    /// Writes both files and what they include, with copies of the former ones, or none.
    Stored store(Document before, Document after);

    /// What was made, what it is found to say, and the maximum client lead time that suits it, in
    /// seconds; or a refusal in words.
    record Made(Document before, Document after, Survey survey, long mclt, String refusal) {

        private static final Document NOTHING = new Document(List.of(), List.of());

        /// Refused, and why.
        public static Made refused(String why) {
            return new Made(NOTHING, NOTHING, Survey.NONE, 0, why);
        }

        /// Whether there is nothing.
        public boolean isRefused() {
            return !refusal.isEmpty();
        }
    }
}
