package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.model.window.Desk;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Notice;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.engine.Interface;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.journal.FolderDisk;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Two real servers with two relationships of crossed roles, as the console sees them.
@Tag("socket")
final class TwoRelationshipsTest {

    private static final Ip4 LOOPBACK = Ip4.of("127.0.0.1");

    @TempDir Path folder;

    private static String peer(String name, boolean primary, int own, int other) {
        return """
        failover peer "%s" {
          %s; address 127.0.0.1; port %d; peer address 127.0.0.1; peer port %d;
          max-response-delay 30; max-unacked-updates 10; load balance max seconds 3; %s
        }
        """
                .formatted(
                        name,
                        primary ? "primary" : "secondary",
                        own,
                        other,
                        primary ? "mclt 60; split 128;" : "");
    }

    private static Plan plan(boolean first, int[] ports) {
        String text =
                peer("east", first, ports[first ? 0 : 1], ports[first ? 1 : 0])
                        + peer("west", !first, ports[first ? 2 : 3], ports[first ? 3 : 2])
                        + """
                        subnet 10.0.1.0 netmask 255.255.255.0 {
                          pool { failover peer "east"; range 10.0.1.10 10.0.1.99; }
                        }
                        subnet 10.0.2.0 netmask 255.255.255.0 {
                          pool { failover peer "west"; range 10.0.2.10 10.0.2.99; }
                        }
                        """;
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Plan(DhcpdConf.read("dhcpd.conf", _ -> octets, _ -> List.of()).config());
    }

    private Server start(String name, Plan plan, FolderDisk disk) throws IOException {
        var face = new Interface("loopback", LOOPBACK, null, 1500, false);
        return Server.start(new Server.Setup(name, "1.0", List.of(face), 0), plan, disk, _ -> {});
    }

    /// Waits for a notice of a server after which everything that it tells is so.
    private static void until(ControlChannel channel, Predicate<List<FailoverView>> wanted)
            throws InterruptedException {
        BlockingQueue<Notice> told = new LinkedBlockingQueue<>();
        try (ControlChannel.Watch _ = channel.watch(told::add)) {
            while (!wanted.test(channel.ask(new Query.Failover()).join())) {
                Notice next = told.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("a notice within 30 s").isNotNull();
            }
        }
    }

    private static boolean allNormal(List<FailoverView> pairs) {
        return pairs.size() == 2
                && pairs.stream().allMatch(p -> !p.starting() && p.state() == ServerState.NORMAL);
    }

    @Test
    void bothAreThereAndAPauseOfOneIsWhatTheBarTellsOf() throws Exception {
        int[] ports = {FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next()};
        try (FolderDisk diskA = FolderDisk.open(folder.resolve("a"));
                FolderDisk diskB = FolderDisk.open(folder.resolve("b"));
                Server a = start("dhcp-a", plan(true, ports), diskA);
                Server b = start("dhcp-b", plan(false, ports), diskB)) {
            until(a.channel(), TwoRelationshipsTest::allNormal);
            until(b.channel(), TwoRelationshipsTest::allNormal);
            Desk desk = new Desk(new FakeChannel());
            desk.channels = List.of(a.channel(), b.channel());
            desk.millis = System.currentTimeMillis();
            PairModel pair = look(desk);
            assertThat(pair.shown().state().relations())
                    .extracting(PairModel.Relation::name)
                    .containsExactly("east", "west");
            assertThat(pair.truth().state().more().words()).isEqualTo("+1 more, all well");
            a.channel().submit(new Command.Pause("west")).join();
            until(b.channel(), pairs -> !allNormal(pairs));
            PairModel.Truth truth = look(desk).truth().state();
            assertThat(truth.name()).isEqualTo("west");
            assertThat(truth.states())
                    .extracting(Fact::words)
                    .first()
                    .asString()
                    .startsWith("dhcp-a PAUSED");
        }
    }

    /// What a console says that is opened now.
    private static PairModel look(Desk desk) {
        Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
        var models = new ConsoleModels(desk.session(ConsoleSession.Mode.SERVER), answers::add);
        models.start();
        for (int round = 0; round < 3; round++) {
            for (ControlChannel channel : desk.channels) channel.ask(new Query.Status()).join();
            for (Runnable next = answers.poll(); next != null; next = answers.poll()) next.run();
        }
        models.pair().settle();
        return models.pair();
    }
}
