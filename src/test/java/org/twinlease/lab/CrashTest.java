package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// What was acknowledged is there after any end of the server. How often it is killed is set by the
/// property `twinlease.kills`.
@Tag("lab")
final class CrashTest {

    private static final int KILLS = Integer.getInteger("twinlease.kills", 15);

    private static final String CONFIG =
            """
            default-lease-time 86400;
            max-lease-time 86400;
            ping-check off;
            shared-network all {
              subnet 127.0.0.0 netmask 255.0.0.0 { }
              subnet 10.64.0.0 netmask 255.192.0.0 { range 10.64.0.1 10.80.0.0; }
            }
            """;

    @TempDir Path folder;
    private final Map<Ip4, HardwareAddress> acknowledged = new HashMap<>();
    private final List<ServerProcess> servers = new ArrayList<>();
    private long clients = 1;

    @BeforeEach
    void programIsThere() {
        Lab.requireProgram();
    }

    /// A test that fails must not leave a server running.
    @AfterEach
    void nothingGoesOn() {
        servers.forEach(ServerProcess::close);
    }

    private ServerProcess serve(Path data) throws IOException {
        Path config = Files.writeString(folder.resolve("dhcpd.conf"), CONFIG);
        ServerProcess server =
                ServerProcess.start(
                        List.of(
                                Lab.PROGRAM.toString(),
                                "serve",
                                "--config",
                                config.toString(),
                                "--data",
                                data.toString(),
                                "--interface",
                                "lo",
                                "--port",
                                "0",
                                "--relay-only"),
                        folder);
        servers.add(server);
        return server;
    }

    /// Loads a server that answers, for so long, with `meanwhile` begun after its first answer.
    private long load(ServerProcess server, long nanos, Runnable meanwhile) throws IOException {
        try (Dora dora = new Dora(server.port(), clients++)) {
            if (dora.runUntilFirst()) {
                meanwhile.run();
                dora.runUntil(System.nanoTime() + nanos, 64);
            }
            dora.acknowledged.forEach(
                    (address, client) -> {
                        HardwareAddress before = acknowledged.put(address, client);
                        assertThat(before).as("%s was given twice", address).isNull();
                    });
            return dora.acknowledged.size();
        }
    }

    private long load(ServerProcess server, long nanos) throws IOException {
        return load(server, nanos, () -> {});
    }

    private void everyAcknowledgedLeaseIsOn(Path data) {
        Map<Ip4, Lease> leases = Leases.of(data);
        acknowledged.forEach(
                (address, client) -> {
                    Lease lease = leases.getOrDefault(address, Lease.unused(address));
                    assertThat(lease.state()).isEqualTo(BindingState.ACTIVE);
                    assertThat(lease.hardware()).as("who has %s", address).isEqualTo(client);
                });
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingGivenTwiceWhenTheServerIsKilled() throws Exception {
        Path data = folder.resolve("data");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            ServerProcess server = serve(data);
            long nanos = random.nextInt(600) * 1_000_000L;
            load(server, 3_000_000_000L, () -> killAfter(server, nanos));
            server.kill();
            everyAcknowledgedLeaseIsOn(data);
        }
        assertThat(acknowledged).as("leases under load, seed %d", seed).hasSizeGreaterThan(KILLS);
    }

    private static void killAfter(ServerProcess server, long nanos) {
        var _ =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    LockSupport.parkNanos(nanos);
                                    server.kill();
                                });
    }

    @Test
    void aTornLastRecordIsCutAndSaidAndTheRestServes() throws Exception {
        Path data = folder.resolve("data");
        ServerProcess server = serve(data);
        load(server, 500_000_000L);
        server.kill();
        tearNewestSegment(data);
        ServerProcess again = serve(data);
        assertThat(again.errors()).isNotBlank();
        assertThat(load(again, 500_000_000L)).isPositive();
        everyAcknowledgedLeaseIsOn(data);
    }

    /// Puts the beginning of a record behind the last whole one.
    private static void tearNewestSegment(Path data) throws IOException {
        Path newest;
        try (var files = Files.list(data)) {
            newest =
                    files.filter(f -> f.getFileName().toString().startsWith("segment"))
                            .filter(f -> end(f) > 48)
                            .max(java.util.Comparator.comparing(Path::toString))
                            .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(newest.toFile(), "rw")) {
            file.seek(end(newest));
            file.write(new byte[] {1, 2, 3, 4, 0, 0, 0, 40, 1, 2, 3});
        }
    }

    /// Where the records of a segment end: each is a checksum, a length, and that many octets.
    private static long end(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int at = 48;
            while (at + 8 < bytes.limit() && bytes.getInt(at + 4) > 0) {
                at += 8 + bytes.getInt(at + 4);
            }
            return at;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullDiskSilencesTheServerUntilThereIsRoomAgain() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: not root");
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=2m", "none", small.toString()),
                "skipped: no tmpfs can be mounted here");
        try {
            Path data = small.resolve("data");
            ServerProcess server = serve(data);
            try {
                assertThat(load(server, 300_000_000L)).isPositive();
                Path ballast = fill(small);
                load(server, 2_000_000_000L);
                Files.delete(ballast);
                mount("mount", "-o", "remount,size=64m", small.toString());
                Lab.await("it serves again", () -> servesAgain(server));
                server.kill();
                everyAcknowledgedLeaseIsOn(data);
                ServerProcess again = serve(data);
                assertThat(load(again, 300_000_000L)).isPositive();
                again.stop();
                everyAcknowledgedLeaseIsOn(data);
            } finally {
                server.close();
            }
        } finally {
            mount("umount", small.toString());
        }
    }

    private boolean servesAgain(ServerProcess server) {
        try {
            return load(server, 300_000_000L) > 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path fill(Path folder) throws IOException {
        Path ballast = folder.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4096];
            while (true) out.write(block);
        } catch (IOException full) {
            return ballast;
        }
    }

    private static boolean mount(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
