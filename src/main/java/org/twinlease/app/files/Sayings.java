package org.twinlease.app.files;

import org.twinlease.journal.FolderInUse;
import org.twinlease.transport.CannotListen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What the system refused, in one line for people.
public final class Sayings {
    private Sayings() {}

    /// The line.
    public static String of(IOException refused) {
        return switch (refused) {
            case CannotListen said -> String.valueOf(said.getMessage());
            case FolderInUse said -> String.valueOf(said.getMessage());
            case NoSuchFileException gone -> gone.getFile() + " is not there; check the path";
            case AccessDeniedException denied ->
                    denied.getFile() + " is not permitted; check owner and mode";
            case FileAlreadyExistsException exists ->
                    exists.getFile() + " is there and is no folder; name another one";
            case NotDirectoryException file -> file.getFile() + " is no folder; name another one";
            case FileSystemException other ->
                    other.getFile()
                            + ": "
                            + (other.getReason() == null
                                    ? "refused by the system"
                                    : other.getReason());
            default -> String.valueOf(refused.getMessage());
        };
    }
}
