package org.twinlease.control;

import java.util.List;

/// The configuration that a server serves, as it was read: its file, and then those that it
/// includes. No files: the server does not tell.
public record ConfView(List<File> files) {

    /// A file under the name by which it is read or included, the SHA-256 of its octets in
    /// hexadecimal, and its text, one character an octet (ISO 8859-1), without comments and with
    /// the secrets of keys blanked.
    public record File(String name, String digest, String text) {}

    /// Of a server that does not tell.
    public static final ConfView UNKNOWN = new ConfView(List.of());

    /// Takes a copy of the list.
    public ConfView {
        files = List.copyOf(files);
    }
}
