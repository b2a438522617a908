package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The packaged program as a server in a process of its own.
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path err;
    private final String ready;

    private ServerProcess(Process process, BufferedReader out, Path err, String ready) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.ready = ready;
    }

    /// Starts it and waits until it says that it serves.
    static ServerProcess start(List<String> command, Path folder) {
        try {
            Path err = Files.createTempFile(folder, "server", ".err");
            Process process =
                    new ProcessBuilder(new ArrayList<>(command))
                            .redirectError(err.toFile())
                            .start();
            BufferedReader out = process.inputReader();
            CompletableFuture<String> line =
                    CompletableFuture.supplyAsync(
                            () -> firstReady(out), Thread::startVirtualThread);
            String ready = line.get(90, TimeUnit.SECONDS);
            if (!ready.startsWith("ready")) {
                process.destroyForcibly();
                fail("the server did not get ready: " + ready + "\n" + Files.readString(err));
            }
            return new ServerProcess(process, out, err, ready);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new AssertionError(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String firstReady(BufferedReader out) {
        try {
            StringBuilder seen = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready")) return line;
                seen.append(line).append('\n');
            }
            return seen.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// The UDP port of the first address in the line that it printed.
    int port() {
        var matcher = java.util.regex.Pattern.compile(":(\\d+)").matcher(ready);
        assertTrue(matcher.find(), ready);
        return Integer.parseInt(matcher.group(1));
    }

    /// What it said on standard error.
    String errors() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Kills it as a power cut would.
    synchronized void kill() {
        process.destroyForcibly();
        await();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Sends it SIGHUP.
    void hangUp() {
        try {
            Process signal =
                    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start();
            assertEquals(0, signal.waitFor());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Ends it by SIGTERM, which must be clean.
    void stop() {
        process.destroy();
        assertEquals(0, await(), () -> "a clean end; it said: " + errors());
    }

    private int await() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("the server did not end");
            }
            out.close();
            return process.exitValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) process.destroyForcibly();
    }
}
