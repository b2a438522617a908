package org.twinlease.console.model.wizard;

import org.twinlease.console.model.Field;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Tone;

import java.util.List;

/// What stands in a step of a wizard, from top to bottom. Those with an `id` can be changed by the
/// person.
public sealed interface Block {

    /// A sentence or several.
    record Words(String words, Tone tone) implements Block {}

    /// Something found out: a result in words with numbers and, unless empty, what it is worth.
    record Finding(String title, String words, String worth, Tone tone) {}

    /// Several things found out, in their order.
    record Findings(List<Finding> list) implements Block {
        /// Takes a copy of the list.
        public Findings {
            list = List.copyOf(list);
        }
    }

    /// What is done one after the other, by number.
    record Steps(List<String> list) implements Block {
        /// Takes a copy of the list.
        public Steps {
            list = List.copyOf(list);
        }
    }

    /// A long list of short texts (addresses), with what there is to say of it.
    record Listing(String title, List<String> lines) implements Block {
        /// Takes a copy of the list.
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    /// One server's record of an address on which two differ: in a word or two for a list, with all
    /// that it says, what comes of it for the clients if it stands, and whether it does.
    record Copy(String server, String record, List<Field> fields, String effect, boolean stands) {
        /// Takes a copy of the list.
        public Copy {
            fields = List.copyOf(fields);
        }
    }

    /// An address on which two servers differ; `stands` says whose record does.
    record Clash(String address, Copy one, Copy two, String stands, Tone tone) {}

    /// Addresses to go through one by one.
    record Clashes(String title, List<Clash> list) implements Block {
        /// Takes a copy of the list.
        public Clashes {
            list = List.copyOf(list);
        }
    }

    /// A field for text; `note` says what is wrong with it or what it means.
    record Entry(String id, String label, String value, String note, Tone tone, Help help)
            implements Block {}

    /// Something that the person says is so, or not.
    record Tick(String id, String label, boolean on, Help help) implements Block {}

    /// A switch of a demonstration, pressed at once.
    record Press(String id, String label) implements Block {}

    /// One of several.
    record Choice(String id, String label, List<String> options, int chosen) implements Block {
        /// Takes a copy of the list.
        public Choice {
            options = List.copyOf(options);
        }
    }
}
