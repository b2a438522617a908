package org.twinlease.config.document;

/// One thing to be altered in a document. A path names a statement as `failover peer "fo" / mclt`
/// does: how the blocks around it and the statement itself begin.
public sealed interface Alteration {

    /// Gives a statement of one half a value as the file would spell it; a statement that is not
    /// there is put in.
    record Set(int half, String path, String value) implements Alteration {}

    /// Takes a statement out; nothing when it is not there.
    record Remove(int half, String path) implements Alteration {}

    /// Puts another statement in the place of one, without its semicolon.
    record Rewrite(int half, String path, String statement) implements Alteration {}

    /// Puts lines into the block of a path, or at the outermost level (an empty path).
    record Insert(int half, String block, String lines) implements Alteration {}

    /// Puts a text in the place of what stands between two octets of a file.
    record Replace(String file, int from, int to, String text) implements Alteration {}

    /// As [Set], for a statement at a place.
    record SetAt(int half, Part.Place place, String value) implements Alteration {}

    /// As [Remove], for a statement or block at a place.
    record RemoveAt(int half, Part.Place place) implements Alteration {}

    /// As [Rewrite], for a statement at a place.
    record RewriteAt(int half, Part.Place place, String statement) implements Alteration {}

    /// As [Insert], for the block at a place.
    record InsertAt(int half, Part.Place block, String lines) implements Alteration {}
}
