package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Two wires between three network namespaces of its own: the server's, and one client on each.
@Tag("lab")
final class WireTest {
    private final String prefix = "twl" + ProcessHandle.current().pid();
    private final String server = prefix + "s";
    private final String first = prefix + "a";
    private final String second = prefix + "b";
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void build() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: not root");
        assumeTrue(IoKind.detect() == IoKind.EPOLL, "skipped: no epoll here");
        assumeTrue(run("ip", "netns", "add", server) == 0, "skipped: no network namespaces here");
        ip(server, "link set lo up");
        wire(first, "wa", "10.66.0.1/24", "10.66.0.50/24");
        wire(second, "wb", "10.66.1.1/24", "10.66.1.50/24");
        ip(server, "addr add 10.66.0.2/24 dev wa");
        processes.add(start(server, "server", "wa", "wb"));
    }

    /// Also a route for broadcasts, as a client's raw socket would not need one.
    private void wire(String client, String name, String here, String there) throws Exception {
        assertEquals(0, run("ip", "netns", "add", client));
        ip(server, "link add " + name + " type veth peer name eth0 netns " + client);
        ip(server, "addr add " + here + " dev " + name);
        ip(server, "link set " + name + " up");
        ip(client, "addr add " + there + " dev eth0");
        ip(client, "link set eth0 up");
        ip(client, "route add broadcast 255.255.255.255 dev eth0");
    }

    @AfterEach
    void takeDown() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        for (String name : List.of(server, first, second)) {
            int _ = run("ip", "netns", "del", name);
        }
    }

    @Test
    void aBroadcastIsAnsweredOnTheWireThatItCameFrom() throws Exception {
        Process one = start(first, "client", "B", "1", "0.0.0.0", "255.255.255.255");
        Process two = start(second, "client", "B", "2", "0.0.0.0", "255.255.255.255");
        assertEquals(LabHost.GOOD, end(one));
        assertEquals(LabHost.GOOD, end(two));
    }

    /// A socket that is bound to an address hears no broadcasts, and without ARP nothing but a
    /// frame to its hardware address reaches the client.
    @Test
    void aClientWithoutArpIsReachedByARawFrame() throws Exception {
        String silent = "echo 8 > /proc/sys/net/ipv4/conf/all/arp_ignore";
        assertEquals(0, run("ip", "netns", "exec", first, "sh", "-c", silent));
        assertEquals(
                LabHost.GOOD,
                end(start(first, "client", "H", "1", "10.66.0.50", "255.255.255.255")));
    }

    @Test
    void theAddressThatWasAskedAnswersEvenIfItIsNotTheFirst() throws Exception {
        for (String address : List.of("10.66.0.1", "10.66.0.2")) {
            assertEquals(
                    LabHost.GOOD, end(start(first, "client", "U", "1", "10.66.0.50", address)));
        }
    }

    @Test
    void anAddressThatIsInUseAnswersAPing() throws Exception {
        assertEquals(
                LabHost.GOOD, end(start(first, "client", "P", "1", "10.66.0.50", "10.66.0.1")));
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("did not end");
        return process.exitValue();
    }

    private Process start(String namespace, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(LabHost.class.getName());
        command.addAll(List.of(words));
        return quiet(command);
    }

    private static void ip(String namespace, String words) throws Exception {
        List<String> command = new ArrayList<>(List.of("ip", "-n", namespace));
        command.addAll(List.of(words.split(" ")));
        assertEquals(0, run(command.toArray(new String[0])), words);
    }

    private static int run(String... command) throws Exception {
        try {
            Process process = quiet(List.of(command));
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    private static Process quiet(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
