package org.twinlease.journal;

import java.io.IOException;
import java.nio.file.Path;

/// The main class of another process in tests: takes a folder and ends with an exit code that says
/// how that went.
final class SecondServer {

    static final int TOOK_IT = 0;
    static final int REFUSED = 3;

    private SecondServer() {}

    /// Arguments: the folder, and what the refusal has to mention.
    public static void main(String[] args) throws IOException {
        try {
            FolderDisk disk = FolderDisk.open(Path.of(args[0]));
            Journal journal = Journal.open(disk, _ -> {}).journal();
            journal.append(Leases.usual(1, 1));
            journal.sync();
            // Dies without closing anything, as a server that is killed.
            Runtime.getRuntime().halt(TOOK_IT);
        } catch (FolderInUse e) {
            Runtime.getRuntime().halt(e.toString().contains(args[1]) ? REFUSED : 1);
        }
    }

    /// Runs it and returns the exit code.
    static int run(Path folder, String mention) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SecondServer.class.getName(),
                                folder.toString(),
                                mention)
                        .inheritIO()
                        .start();
        return process.waitFor();
    }
}
