package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.host.Arrival;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What a server says of its configuration before it serves.
final class ServeTest {
    private static String saidOf(Path folder, String address) throws Exception {
        Path file = folder.resolve("dhcpd.conf");
        Files.writeString(
                file,
                """
                failover peer "fo" {
                  primary;
                  address %s; port 17647;
                  peer address 192.0.2.2;
                  mclt 600; split 128; load balance max seconds 3;
                }
                subnet 10.0.0.0 netmask 255.255.255.0 {
                  pool { failover peer "fo"; deny dynamic bootp clients; range 10.0.0.10 10.0.0.99; }
                }
                """
                        .formatted(address));
        var options =
                new ServeOptions(
                        file.toString(),
                        folder.resolve("data"),
                        null,
                        List.of("lo"),
                        0,
                        false,
                        "alpha",
                        null,
                        null,
                        false);
        BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(List.of(new Arrival.End()));
        var said = new StringWriter();
        var terminal = new Terminal(new PrintWriter(said), new PrintWriter(said));
        new Serve(options, terminal, arrivals).run();
        return said.toString();
    }

    @Test
    void anAddressOfAnotherMachineIsSaidAtItsStart(@TempDir Path folder) throws Exception {
        assertThat(saidOf(folder, "192.0.2.9"))
                .contains("dhcpd.conf:3:11: warning F08: The address 192.0.2.9 of \"fo\"");
    }

    @Test
    void everyAddressOfLoopbackIsItsOwn(@TempDir Path folder) throws Exception {
        assertThat(saidOf(folder, "127.7.7.7")).contains("ready ").doesNotContain("F08");
    }
}
