import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The build's format step: `check` names the files that google-java-format would change and fails,
/// `write` rewrites them. Run as a source file by the JDK that compiles the rest, since the
/// formatter reads only the syntax its own JDK knows. A stamp remembers the last good look, so a
/// build after a small edit looks at that edit only.
public final class Format {

    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        Path stamp = Path.of(args[2]);
        FileTime started = FileTime.fromMillis(System.currentTimeMillis());
        List<String> files = changedSince(stamp, Path.of(args[1]));
        if (!files.isEmpty() && !format(write, files)) {
            System.err.println(
                    "^ not in the house's format. To rewrite: mvn -q -Pformat process-sources");
            System.exit(1);
        }
        Files.createDirectories(stamp.getParent());
        Files.write(stamp, new byte[0]);
        Files.setLastModifiedTime(stamp, started);
    }

    private static List<String> changedSince(Path stamp, Path root) throws IOException {
        long since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp).toMillis() : 0;
        try (Stream<Path> all = Files.walk(root)) {
            List<String> files = new ArrayList<>();
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                if (file.toString().endsWith(".java")
                        && Files.getLastModifiedTime(file).toMillis() >= since) {
                    files.add(file.toString());
                }
            }
            return files;
        }
    }

    private static boolean format(boolean write, List<String> files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--aosp"));
        arguments.addAll(
                write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        arguments.addAll(files);
        var formatter =
                new Main(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        System.in);
        return formatter.format(arguments.toArray(String[]::new)) == 0;
    }
}
