package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A small network of namespaces with real clients: server in `a`, a second host in `b`, clients in
/// `c1`.., with a relay also `d1`.. behind `r`.
final class Lab implements AutoCloseable {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("twinlease.lab", "../shared/lab")).toAbsolutePath();
    static final Path PROGRAM = Path.of("target/twinlease/bin/twinlease").toAbsolutePath();

    private static final AtomicInteger LABS = new AtomicInteger();

    private final String prefix;
    private final List<Runnable> open = new ArrayList<>();
    final Path folder;

    private Lab(String prefix, Path folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    /// The packaged program is there, or the test is skipped.
    static void requireProgram() {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: no packaged program at " + PROGRAM);
    }

    /// Builds the network; skips the test where that is not possible.
    static Lab up(Path folder, String... flags) {
        requireProgram();
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: not root");
        assumeTrue(Files.isDirectory(SCRIPTS), "skipped: no lab scripts at " + SCRIPTS);
        String prefix = newPrefix();
        Lab lab = new Lab(prefix, folder);
        List<String> command = new ArrayList<>(List.of(script("netns.sh"), "up", prefix));
        command.addAll(Arrays.asList(flags));
        Run up = lab.run(command.toArray(new String[0]));
        assumeTrue(up.code != 3, "skipped: the kernel has no network namespaces");
        up.mustBeGood();
        return lab;
    }

    /// A name that no other network of this machine has: two of one name take each other down, and
    /// tests run side by side, as do whole runs. Three digits of the process, then a counter.
    private static String newPrefix() {
        int process = (int) (ProcessHandle.current().pid() % 46_656) + 46_656;
        String run = Integer.toString(process, Character.MAX_RADIX).substring(1);
        return "t" + run + Integer.toString(LABS.incrementAndGet(), Character.MAX_RADIX);
    }

    static String script(String name) {
        return SCRIPTS.resolve(name).toString();
    }

    /// What a command said and how it ended.
    record Run(String command, int code, String out) {
        Run mustBeGood() {
            if (code != 0) fail(command + " ended with " + code + ":\n" + out);
            return this;
        }
    }

    /// Runs a command to its end, at most three minutes.
    Run run(String... command) {
        String words = String.join(" ", command);
        try {
            Path out = Files.createTempFile(folder, "run", ".out");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(out.toFile())
                            .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail(words + " did not end:\n" + Files.readString(out));
            }
            return new Run(
                    words, process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(words, e);
        }
    }

    /// Runs a command in a host's namespace.
    Run on(String host, String... command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", prefix + "-" + host));
        all.addAll(Arrays.asList(command));
        return run(all.toArray(new String[0]));
    }

    /// Starts the server in host `a`; it is stopped with the lab.
    ServerProcess serve(Path config, Path data, String... more) {
        return serve("a", config, data, List.of(), more);
    }

    /// Starts the server in a host with settings of its environment (`NAME=value`).
    ServerProcess serve(
            String host, Path config, Path data, List<String> environment, String... more) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace(host)));
        command.add("env");
        command.addAll(environment);
        command.addAll(
                List.of(
                        PROGRAM.toString(),
                        "serve",
                        "--config",
                        config.toString(),
                        "--data",
                        data.toString(),
                        "--interface",
                        "eth0"));
        command.addAll(Arrays.asList(more));
        ServerProcess server = ServerProcess.start(command, folder);
        open.add(server::close);
        return server;
    }

    /// A real client of a kind (udhcpc, dhclient, dhcpcd) in a host's namespace.
    Client client(String kind, String host, String... flags) {
        Client client = new Client(this, folder.resolve(kind + "-" + host));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                script("client.sh"),
                                "start",
                                kind,
                                "--netns",
                                prefix + "-" + host,
                                "--dir",
                                client.dir.toString()));
        command.addAll(Arrays.asList(flags));
        run(command.toArray(new String[0])).mustBeGood();
        open.add(client::close);
        return client;
    }

    String prefix() {
        return prefix;
    }

    String namespace(String host) {
        return prefix + "-" + host;
    }

    void closeLater(Runnable thing) {
        open.add(thing);
    }

    /// Waits until something is so, looking every 50 ms, at most two minutes: machines that run
    /// tests are slow now and then.
    static void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    /// The same, with words that are only looked for when they are needed.
    static void await(Supplier<String> what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) fail("waited in vain until " + what.get());
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() {
        open.reversed().forEach(Runnable::run);
        run(script("netns.sh"), "down", prefix);
    }
}
