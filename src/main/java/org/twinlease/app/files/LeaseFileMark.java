package org.twinlease.app.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a lease file was when this program last wrote it, kept in the folder of its journal. To who
/// works with a dhcpd the file is what counts: it is emptied to begin anew, or an older one is put
/// in its place. Without a mark there would be no telling that from an export that is behind.
public final class LeaseFileMark {

    private static final String NAME = "exported";

    private final Path mark;
    private @Nullable String last;

    /// The mark in the folder of a journal.
    public LeaseFileMark(Path journal) {
        mark = journal.resolve(NAME);
    }

    /// Whether somebody else has changed the file since. False where it was never marked, and where
    /// it is gone, which says nothing.
    ///
    /// @throws IOException when file or mark cannot be read
    public boolean isReplaced(Path file) throws IOException {
        if (!Files.exists(file) || Files.notExists(mark)) return false;
        return !Files.readAllLines(mark).contains(digest(file));
    }

    /// Notes what the file is about to become. What it is until then is still known: the program
    /// may be killed between the two.
    ///
    /// @throws IOException when the mark cannot be written
    public void next(byte[] octets) throws IOException {
        String next = HexFormat.of().formatHex(sha256().digest(octets));
        if (next.equals(last)) return;
        String lines = last == null ? next + "\n" : next + "\n" + last + "\n";
        var whole = new WholeFile(mark);
        whole.write(lines.getBytes(StandardCharsets.US_ASCII));
        whole.put();
        last = next;
    }

    /// Notes what the file is now, before it is written for the first time.
    ///
    /// @throws IOException when the file cannot be read
    public void found(Path file) throws IOException {
        last = Files.exists(file) ? digest(file) : null;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError("every Java has SHA-256", never);
        }
    }
}
