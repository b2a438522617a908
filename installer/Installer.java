import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Makes what a person installs, for the system that it runs on: a Java runtime with JavaFX (jlink),
/// an image of the program with two launchers (jpackage), an AOT cache of the first window, the
/// manual, and the package. Run by the build as a source file:
///
///     java Installer.java PROJECT VERSION TIMESTAMP
///
/// PROJECT is the folder with `pom.xml`, where `target/twinlease` has been built; what is made goes
/// to `PROJECT/target/installer`. TIMESTAMP is the time that files in packages carry.
public final class Installer {

    /// What the libraries load, and JavaFX.
    private static final String MODULES =
            "java.base,java.logging,java.naming,java.management,java.net.http,java.sql,java.xml,"
                    + "jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.unsupported,"
                    + "javafx.controls,javafx.fxml,javafx.swing";

    private static final String MAIN = "org.twinlease.app.Main";
    private static final String CACHE = "-XX:AOTCache=";

    /// Lines of a log that say why.
    private static final int TAIL = 10;

    /// Far more than the first window and the cache take on a slow machine.
    private static final Duration TRAINING = Duration.ofMinutes(5);

    /// The systems, with what is theirs alone.
    private enum Machine {
        LINUX("linux", ".so", "twinlease-512.png"),
        WINDOWS("windows", ".dll", "twinlease.ico"),
        MACOS("macos", ".dylib", "twinlease.icns");

        final String folder;
        final String library;
        final String icon;

        Machine(String folder, String library, String icon) {
            this.folder = folder;
            this.library = library;
            this.icon = icon;
        }

        static Machine here() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) return WINDOWS;
            return name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    private final Machine machine = Machine.here();
    private final Path project;
    private final String version;
    private final Instant time;
    private final Path work;
    private final Path out;

    private Installer(Path project, String version, Instant time) {
        this.project = project;
        this.version = version;
        this.time = time;
        work = project.resolve("target/installer-work");
        out = project.resolve("target/installer");
    }

    public static void main(String[] args) throws Exception {
        new Installer(Path.of(args[0]).toAbsolutePath(), args[1], Instant.parse(args[2])).run();
    }

    private void run() throws Exception {
        delete(work);
        delete(out);
        Files.createDirectories(work);
        Files.createDirectories(out);
        link();
        libraries();
        image();
        Path image = machine == Machine.MACOS ? work.resolve("twinlease.app") : work.resolve("twinlease");
        if (machine == Machine.LINUX) strip(image);
        // The cache knows the jars by their times, so they get the ones that they are packed with before.
        date(image);
        train(image);
        manual();
        pack(image);
    }

    /// The runtime. JavaFX's own libraries are put where they are loaded from, or each person's first
    /// start would unpack them into the home.
    private void link() throws Exception {
        Path fx = project.resolve("target/twinlease/lib/fx");
        Path runtime = work.resolve("runtime");
        tool("jlink", "--module-path", fx.toString(), "--add-modules", MODULES,
                "--strip-debug", "--no-header-files", "--no-man-pages", "--compress=zip-0",
                "--generate-cds-archive",
                "--exclude-resources", "glob:/javafx.*/*" + machine.library,
                "--output", runtime.toString());
        Path libraries = runtime.resolve(machine == Machine.WINDOWS ? "bin" : "lib");
        for (Path jar : list(fx)) unpack(jar, libraries);
        // For heaps of more than 32 GB, where the other archive does not fit. They start a little later without.
        Files.deleteIfExists(libraries.resolve("server").resolve("classes_nocoops.jsa"));
    }

    /// Takes out what only a debugger reads: jlink leaves the symbols of programs and libraries in.
    private void strip(Path image) throws Exception {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        try (Stream<Path> files = Files.walk(image)) {
            files.filter(this::isBinary).map(Path::toString).sorted().forEach(command::add);
        }
        run(command.toArray(String[]::new));
    }

    private boolean isBinary(Path file) {
        if (!Files.isRegularFile(file)) return false;
        String name = file.getFileName().toString();
        return name.endsWith(machine.library) || Files.isExecutable(file);
    }

    private void date(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private void unpack(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                // Media and web views are not shown.
                if (entry.getName().endsWith(machine.library) && !entry.getName().contains("/")) {
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /// The program and the jars that it names, without what only other systems load, and without what
    /// an earlier build may have left there.
    private void libraries() throws IOException {
        Path app = Files.createDirectories(work.resolve("app"));
        Path lib = project.resolve("target/twinlease/lib");
        Path program = lib.resolve("twinlease.jar");
        Files.copy(program, app.resolve(program.getFileName()));
        try (var jar = new JarFile(program.toFile())) {
            String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : names.split(" ", -1)) {
                Path library = lib.resolve(name);
                // JavaFX is in the runtime.
                if (Files.exists(library) && !isForeign(name)) Files.copy(library, app.resolve(name));
            }
        }
    }

    private boolean isForeign(String jar) {
        if (!jar.contains("-native-epoll") && !jar.contains("-native-kqueue")) return false;
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String mine =
                switch (machine) {
                    case LINUX -> arm ? "linux-aarch_64" : "linux-x86_64";
                    case MACOS -> arm ? "osx-aarch_64" : "osx-x86_64";
                    case WINDOWS -> "none";
                };
        return !jar.contains(mine);
    }

    private void image() throws IOException {
        List<String> words = new ArrayList<>(List.of("--type", "app-image", "--name", "twinlease"));
        words.addAll(List.of("--app-version", version, "--vendor", "Twinlease"));
        words.addAll(List.of("--description", "DHCPv4 failover server and its console"));
        words.addAll(List.of("--copyright", "2026 The Twinlease developers, Apache-2.0"));
        words.addAll(List.of("--input", work.resolve("app").toString(), "--dest", work.toString()));
        words.addAll(List.of("--runtime-image", work.resolve("runtime").toString()));
        words.addAll(List.of("--main-jar", "twinlease.jar", "--main-class", MAIN));
        words.addAll(List.of("--icon", project.resolve("icons").resolve(machine.icon).toString()));
        words.addAll(List.of("--add-launcher", "twinlease-server=" + server()));
        for (String option : options()) words.addAll(List.of("--java-options", option));
        words.addAll(arguments("image"));
        tool("jpackage", words.toArray(String[]::new));
    }

    /// The console's options: those of the build and of `bin/twinlease`, and the cache.
    private List<String> options() throws IOException {
        List<String> options = new ArrayList<>(Files.readAllLines(project.resolve("installer/console.options")));
        options.removeIf(line -> line.isBlank() || line.startsWith("#"));
        options.add(CACHE + "$APPDIR/twinlease.aot");
        return options;
    }

    private Path server() {
        return project.resolve("installer").resolve(machine.folder).resolve("server.properties");
    }

    /// More words for jpackage, one a line; `PROJECT` stands for this project's folder.
    private List<String> arguments(String what) throws IOException {
        Path file = project.resolve("installer").resolve(machine.folder).resolve(what + ".args");
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace("PROJECT", project.toString()))
                .toList();
    }

    /// Records what the first windows need: the image's own Java, with its launcher's options and class
    /// path, without a screen, until the doors have been drawn and then the demo's window. A Java that
    /// finds a cache that doesn't fit starts without it.
    private void train(Path image) throws Exception {
        Path cfg = find(image, "twinlease.cfg");
        Path app = cfg.getParent();
        Path shown = Files.createTempFile("twinlease-first-frame", ".txt");
        Path cache = app.resolve("twinlease.aot");
        List<String> command = new ArrayList<>();
        command.add(find(image, machine == Machine.WINDOWS ? "java.exe" : "java").toString());
        List<String> classPath = new ArrayList<>();
        String section = "";
        for (String raw : Files.readAllLines(cfg)) {
            String line = raw.replace("$APPDIR", app.toString());
            if (line.startsWith("[")) section = line;
            else if (line.startsWith("app.classpath=")) classPath.add(value(line));
            else if (section.equals("[JavaOptions]") && !line.isBlank() && !value(line).startsWith(CACHE)) {
                command.add(value(line));
            }
        }
        command.add("-XX:AOTCacheOutput=" + cache);
        // Without what was compiled: on two processors the compiler would have its work before the window has its own.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.add("-Dtwinlease.first-frame=" + shown);
        command.add("-Dtwinlease.first-frame.next=true");
        // Not alone "console", which goes without the command line's parser: other commands need it.
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), MAIN, "console"));
        // Where nothing can be drawn, the demo says why and runs in the terminal: not for ever.
        command.addAll(List.of("--seconds", "5"));
        // Hundreds of classes cannot be kept, and the JVM warns of each: nobody's business but a failed build's.
        Path log = work.resolve("training.log");
        Process training =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!training.waitFor(TRAINING.toSeconds(), TimeUnit.SECONDS)) training.destroyForcibly();
        int code = training.waitFor();
        boolean drawn = Files.size(shown) > 0;
        Files.delete(shown);
        if (code != 0 || !drawn || !Files.exists(cache)) {
            throw new IllegalStateException(
                    "no AOT cache, since no first window was drawn (exit code %d):%n%s"
                            .formatted(code, tail(log)));
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1);
    }

    private void manual() throws Exception {
        Path jar = project.resolve("target/twinlease/lib/twinlease.jar");
        run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jar.toString(), MAIN,
                "manual", "--out", project.resolve("target/manual").toString());
    }

    private void pack(Path image) throws Exception {
        if (machine == Machine.LINUX) {
            var builder = new ProcessBuilder(
                    "bash", project.resolve("installer/linux/package.sh").toString(), image.toString(),
                    project.resolve("target/manual").toString(), out.toString(), version);
            builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond()));
            check(builder.inheritIO().start().waitFor(), "package.sh");
            return;
        }
        List<String> words = new ArrayList<>(List.of("--app-image", image.toString(), "--name", "Twinlease"));
        words.addAll(List.of("--app-version", version, "--dest", out.toString()));
        words.addAll(arguments("package"));
        tool("jpackage", words.toArray(String[]::new));
    }

    private static void tool(String name, String... words) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        check(tool.run(System.out, System.err, words), name);
    }

    private static void run(String... command) throws Exception {
        try {
            check(new ProcessBuilder(command).inheritIO().start().waitFor(), command[0]);
        } catch (IOException missing) {
            throw new IllegalStateException(
                    command[0] + " cannot be started; installer/README.md says what is needed to build a package", missing);
        }
    }

    private static void check(int code, String what) {
        if (code != 0) throw new IllegalStateException(what + " ended with " + code);
    }

    private static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + folder));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
