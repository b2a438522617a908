package org.twinlease.app.host;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// How a server goes into the background. A Java process cannot fork, so it starts its own command
/// line once more, as a process without a terminal, and ends itself when that one serves: whoever
/// started it sees what a daemon shows.
public final class Background {

    private static final String CHILD = "twinlease.background";

    /// What the process in the background says, on a line of its own, when it serves.
    private static final String SERVING = "twinlease: serving in the background";

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Background() {}

    /// Whether a process can go into the background here.
    public static boolean isPossible() {
        return Files.isReadable(COMMAND_LINE);
    }

    /// Whether this is the process that does so.
    public static boolean isHere() {
        return Boolean.getBoolean(CHILD);
    }

    /// Starts this process's command line in the background, hands on what it says, and returns
    /// when it serves (true) or has ended without (false).
    ///
    /// @throws IOException when it cannot be started
    public static boolean start(Consumer<String> lines) throws IOException {
        Process child =
                new ProcessBuilder(commandLine())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .start();
        // Not closed: that would break the pipe before the process has stopped using it.
        BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
        while (true) {
            String line = said.readLine();
            if (line == null) return false;
            if (line.equals(SERVING)) return true;
            lines.accept(line);
        }
    }

    private static List<String> commandLine() throws IOException {
        String all = Files.readString(COMMAND_LINE, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(all.split("\0", -1)));
        words.removeLast(); // behind the last zero
        words.add(1, "-D" + CHILD + "=true");
        return words;
    }

    /// Leaves the terminal's session, so that what happens to it no longer concerns this process.
    // Restricted because a wrong shape could crash the process; it is that of setsid(2).
    @SuppressWarnings("restricted")
    public static void leaveTerminal() {
        Linker linker = Linker.nativeLinker();
        try {
            // It is refused to a leader of a group, which has a session of its own already.
            var _ =
                    (int)
                            linker.downcallHandle(
                                            linker.defaultLookup().findOrThrow("setsid"),
                                            FunctionDescriptor.of(JAVA_INT))
                                    .invokeExact();
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /// Says that the process in the background serves. From then on nobody listens any more.
    public static void serving(Consumer<String> lines) {
        lines.accept(SERVING);
    }
}
