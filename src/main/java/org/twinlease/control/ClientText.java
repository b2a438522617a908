package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

/// Text that a client sent, as people may see it: screens and logs must not be at a client's mercy.
public final class ClientText {
    private ClientText() {}

    /// The octets up to the first zero, anything but a printable ASCII character as a question
    /// mark; null when nothing is left.
    public static @Nullable String of(@Nullable Octets sent) {
        if (sent == null) return null;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < sent.length() && sent.at(i) != 0; i++) {
            int c = sent.at(i);
            out.append(c < 32 || c > 126 ? '?' : (char) c);
        }
        return out.isEmpty() ? null : out.toString();
    }
}
