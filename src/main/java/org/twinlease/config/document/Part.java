package org.twinlease.config.document;

import java.util.List;

/// One block of a configuration, or all of it: what it declares, where it stands (octets from the
/// beginning of the file, `from` included and `to` excluded), its statements and the blocks in it,
/// those of included files among them.
public record Part(
        Kind kind, String title, Place place, int to, List<Setting> settings, List<Part> parts) {

    /// What a block declares.
    public enum Kind {
        GLOBAL,
        SHARED_NETWORK,
        SUBNET,
        POOL,
        GROUP,
        CLASS,
        HOST,
        PEER,
        /// Conditions, keys, zones and whatever no form is for.
        OTHER
    }

    /// Where something stands: its file, its first octet, its line, and what it begins with, so
    /// that another thing at the same octet is not taken for it.
    public record Place(String file, int from, int line, String head) {}

    /// One statement: what it sets (`option routers`, `range`; empty when it sets nothing that has
    /// a name), the value as written, what kind of value that is, and where it stands.
    public record Setting(String key, String value, Form form, Place place) {}

    /// What can be set: its key, what kind of value it takes, and what counts without one (empty
    /// for nothing).
    public record Key(String key, Form form, String otherwise) {}

    /// What a value is.
    public enum Form {
        FLAG,
        SECONDS,
        NUMBER,
        ADDRESS,
        ADDRESSES,
        /// A string in quotes.
        TEXT,
        /// One address, or the lowest and the highest.
        RANGE,
        /// There is no value: the word says all.
        NOTHING,
        /// As the file would spell it.
        FREE
    }

    /// Takes copies of the lists.
    public Part {
        settings = List.copyOf(settings);
        parts = List.copyOf(parts);
    }
}
