package org.twinlease.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A real DHCP client that runs in a namespace.
final class Client implements AutoCloseable {

    private final Lab lab;
    final Path dir;

    Client(Lab lab, Path dir) {
        this.lab = lab;
        this.dir = dir;
    }

    /// The address on its interface, empty while it has none.
    String address() {
        return lab.run(Lab.script("client.sh"), "addr", "--dir", dir.toString()).out().strip();
    }

    /// Waits for an address.
    String bound() {
        Lab.await("the client has an address; its log:\n" + log(), () -> !address().isEmpty());
        return address();
    }

    void renew() {
        lab.run(Lab.script("client.sh"), "renew", "--dir", dir.toString()).mustBeGood();
    }

    void release() {
        lab.run(Lab.script("client.sh"), "release", "--dir", dir.toString()).mustBeGood();
    }

    /// How many times the client told its script of an address.
    long grants() {
        try {
            Path events = dir.resolve("events.log");
            if (!Files.exists(events)) return 0;
            return Files.readAllLines(events).stream()
                    .filter(line -> line.matches(".*addr=\\d+\\.\\d+.*"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String log() {
        try {
            Path log = dir.resolve("client.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        lab.run(Lab.script("client.sh"), "stop", "--dir", dir.toString());
    }
}
