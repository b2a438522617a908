package org.twinlease.isc.tree;

import java.util.List;

/// A node of a [ConfTree]: a contiguous run of tokens `from` (included) to `to` (excluded).
public sealed interface ConfNode {
    int from();

    int to();

    /// Tokens up to and with a semicolon, which may be missing. `end` is the index of the
    /// semicolon, or `to` without one.
    record Simple(int from, int end, int to) implements ConfNode {}

    /// Head tokens, an opening brace at `open`, items, a closing brace at `close` (-1 when the file
    /// ends before it), and behind `key` blocks perhaps a semicolon.
    record Block(int from, int open, List<ConfNode> items, int close, int to) implements ConfNode {}
}
