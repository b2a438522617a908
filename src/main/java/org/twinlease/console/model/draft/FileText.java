package org.twinlease.console.model.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Files are octets: between a person and a file stands UTF-8, where the file is in it.
public final class FileText {
    private FileText() {}

    /// What is typed, one character an octet.
    public static String octets(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// What is in a file, to be looked at.
    public static String shown(String octets) {
        if (octets.chars().allMatch(c -> c < 128)) return octets;
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherwise) {
            return octets;
        }
    }
}
