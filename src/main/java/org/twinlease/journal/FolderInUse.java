package org.twinlease.journal;

import java.io.IOException;
import java.nio.file.Path;

/// Another server works on the folder. The message is a sentence for people that names both.
public final class FolderInUse extends IOException {

    private static final long serialVersionUID = 1;

    FolderInUse(Path folder, String holder) {
        super("The folder " + folder + " is in use by " + holder + ". Stop that one first.");
    }
}
