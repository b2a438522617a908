package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Outcome;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.journal.FolderDisk;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real server keeps its record of the past in its data folder, over restarts.
final class ServerPastTest {

    private static final Ip4 LOOPBACK = Ip4.of("127.0.0.1");
    private static final String CONFIG =
            """
            subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10 10.0.1.19; }
            """;

    @TempDir Path folder;

    private static Plan plan() {
        byte[] octets = CONFIG.getBytes(StandardCharsets.ISO_8859_1);
        return new Plan(DhcpdConf.read("dhcpd.conf", _ -> octets, _ -> List.of()).config());
    }

    private static Server start(FolderDisk disk) throws IOException {
        var face = new Interface("loopback", LOOPBACK, null, 1500, false);
        return Server.start(
                new Server.Setup("dhcp-a", "1.0", List.of(face), 0), plan(), disk, _ -> {});
    }

    private static <T> T answer(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static PastPage past(ControlChannel channel) {
        return answer(channel.ask(new Query.Past(0, Long.MAX_VALUE / 2, "", 100)));
    }

    private static List<String> told(PastPage page) {
        return page.events().stream()
                .filter(e -> e.kind() != PastKind.SAMPLE)
                .map(e -> e.kind() + " " + e.subject())
                .toList();
    }

    @Test
    void whatHappenedIsThereAfterARestart() throws IOException {
        try (FolderDisk disk = FolderDisk.open(folder);
                Server server = start(disk)) {
            Outcome refused =
                    answer(server.channel().submit(new Command.Release(Ip4.of("10.0.1.10"))));
            assertThat(refused).isInstanceOf(Outcome.Refused.class);
            assertThat(server.use(plan())).isTrue();
            assertThat(told(past(server.channel())))
                    .containsExactlyInAnyOrder(
                            "STARTED dhcp-a", "ORDER release 10.0.1.10", "CONFIGURED ");
        }
        try (FolderDisk disk = FolderDisk.open(folder);
                Server server = start(disk)) {
            PastPage page = past(server.channel());
            assertThat(told(page))
                    .hasSize(4)
                    .startsWith("STARTED dhcp-a")
                    .endsWith("STARTED dhcp-a");
            assertThat(page.sinceMillis()).isEqualTo(page.events().getFirst().atMillis());
            assertThat(page.missed()).isFalse();
            assertThat(page.events())
                    .extracting(PastEvent::words)
                    .contains("1 pools, 0 failover peers");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains("past-00000000", "past-00000001");
        }
    }

    @Test
    void beforeAnybodyHadALeaseThereWasNone() throws IOException {
        try (FolderDisk disk = FolderDisk.open(folder);
                Server server = start(disk)) {
            var then = new Query.LeasesThen(0, new Ip4(0), 100);
            assertThat(answer(server.channel().ask(then)).leases()).isEmpty();
        }
    }
}
