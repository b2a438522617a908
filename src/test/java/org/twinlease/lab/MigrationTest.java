package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `docs/migrate-from-isc.md`, command by command: an ISC pair with clients that renew all the time
/// becomes a Twinlease pair, one server after the other, and an ISC pair again. Nobody is without
/// an answer, and nobody gets another address.
@Tag("lab")
@Execution(ExecutionMode.CONCURRENT)
final class MigrationTest {

    private static final Path PAGE = Path.of("docs/migrate-from-isc.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh (\\w+)( back)?\n(.*?)^```$");
    private static final Pattern NORMAL =
            Pattern.compile("(?s)this server  normal .*partner      normal ");
    private static final int CLIENTS = 25;
    private static final long SECOND = 1_000_000_000L;

    @TempDir Path folder;

    /// Commands of the page for one machine or both; `back`: Twinlease is ended there first.
    private record Step(String machine, boolean back, List<String> commands) {}

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            steps.add(
                    new Step(
                            block.group(1),
                            block.group(2) != null,
                            block.group(3).lines().toList()));
        }
        return steps;
    }

    /// One of the two machines: the dhcpd that it had, and the folder of Twinlease.
    private static final class Machine {
        final IscPartner isc;
        final Path data;
        private @Nullable ServerProcess twinlease;

        Machine(Lab lab, String role, List<String> flags) {
            isc = new IscPartner(lab, role, flags);
            data = lab.folder.resolve("twinlease-" + role);
            lab.closeLater(isc::kill);
            lab.closeLater(
                    () -> {
                        ServerProcess running = twinlease;
                        if (running != null) running.close();
                    });
        }

        void begin(ServerProcess server) {
            twinlease = server;
        }

        void end() {
            Objects.requireNonNull(twinlease, "Twinlease runs").stop();
            twinlease = null;
        }

        boolean isTwinlease() {
            return twinlease != null;
        }

        Map<Ip4, Lease> leases() {
            return isTwinlease() ? Leases.of(data) : isc.leases();
        }

        ServerState state() {
            if (!isTwinlease()) return isc.mine();
            PairState state = Leases.pair(data, "fo");
            return state == null ? ServerState.UNKNOWN : state.mine();
        }

        /// A line of the page with this machine's folders.
        String here(String line) {
            String dhcpd = isc.seat().dir().toString();
            return line.replace("/etc/dhcp", dhcpd)
                    .replace("/var/lib/dhcp", dhcpd)
                    .replace("/var/lib/twinlease", data.toString());
        }
    }

    @Test
    void anIscPairBecomesATwinleasePairAndAnIscPairAgainUnderItsClients() throws IOException {
        List<String> flags = PairLab.flags("--range", "10.77.0.100 10.77.0.179");
        try (Lab lab = Lab.up(folder, "--clients", "3")) {
            Machine primary = new Machine(lab, "primary", flags);
            Machine secondary = new Machine(lab, "secondary", flags);
            Capture capture = Capture.start(lab);
            primary.isc.start();
            secondary.isc.start();
            settled(primary, secondary);
            Client real = lab.client("dhclient", "c2");
            String realAddress = real.bound();
            List<Ip4> servers = List.of(primary.isc.address(), secondary.isc.address());
            var habits = new Crowd.Habits(CLIENTS, false, SECOND / 4);
            try (Crowd crowd = new Crowd(lab, "c1", servers, habits, 1)) {
                Lab.await("all have an address", () -> crowd.addresses().size() == CLIENTS);
                List<Ip4> addresses = crowd.addresses();
                for (Step step : steps()) {
                    for (Machine machine : List.of(secondary, primary)) {
                        if (!isFor(step, machine == primary)) continue;
                        if (step.back()) machine.end();
                        for (String command : step.commands()) run(lab, machine, command, crowd);
                    }
                    assertThat(crowd.faults()).as("after %s", step).isEmpty();
                }
                settled(primary, secondary);
                assertThat(primary.isTwinlease() || secondary.isTwinlease()).isFalse();
                assertThat(crowd.addresses()).isEqualTo(addresses);
                assertThat(crowd.longestSilence()).as("somebody answers").isLessThan(9 * SECOND);
                System.out.printf(
                        "migration: %d acknowledgements; no answer for %.1f s at most%n",
                        crowd.acknowledged(), crowd.longestSilence() / 1e9);
            }
            assertThat(real.address()).isEqualTo(realAddress);
            capture.stop();
            capture.mustBeWellFormed();
            for (Machine machine : List.of(primary, secondary)) {
                assertThat(DhcpdLog.strange(machine.isc.log())).isEmpty();
            }
        }
    }

    private static boolean isFor(Step step, boolean primary) {
        return switch (step.machine()) {
            case "both" -> true;
            case "primary" -> primary;
            case "secondary" -> !primary;
            default -> throw new AssertionError("the page names no such machine: " + step);
        };
    }

    private static void run(Lab lab, Machine machine, String line, Crowd crowd) {
        String command = machine.here(line);
        if (line.equals("systemctl stop isc-dhcp-server")) {
            machine.isc.stop();
        } else if (line.equals("systemctl start isc-dhcp-server")) {
            machine.isc.start();
        } else if (line.startsWith("twinlease serve ")) {
            machine.begin(serve(lab, machine, command));
        } else if (line.startsWith("twinlease status ")) {
            Lab.await(
                    () -> "both are in normal; " + shell(lab, machine, command).out(),
                    () -> NORMAL.matcher(shell(lab, machine, command).out()).find());
        } else if (line.startsWith("twinlease check ")) {
            assertThat(shell(lab, machine, command).code()).as(line).isBetween(0, 1);
        } else {
            Lab.Run done = shell(lab, machine, command).mustBeGood();
            if (line.startsWith("twinlease leases list ")) {
                for (Ip4 address : crowd.addresses()) {
                    assertThat(done.out()).containsPattern(address + " +active ");
                }
            }
        }
    }

    private static ServerProcess serve(Lab lab, Machine machine, String command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec"));
        words.add(lab.namespace(machine.isc.host()));
        words.addAll(List.of("env", "TWINLEASE_JAVA_OPTS=-Xmx192m -XX:TieredStopAtLevel=1"));
        words.add(Lab.PROGRAM.toString());
        words.addAll(Arrays.asList(command.split(" ")).subList(1, command.split(" ").length));
        return ServerProcess.start(words, lab.folder);
    }

    private static Lab.Run shell(Lab lab, Machine machine, String command) {
        String programs = Objects.requireNonNull(Lab.PROGRAM.getParent()).toString();
        return lab.on(machine.isc.host(), "bash", "-c", "PATH=" + programs + ":$PATH; " + command);
    }

    private static void settled(Machine one, Machine other) {
        Lab.await(
                () -> "both are in normal: " + one.state() + ", " + other.state(),
                () -> one.state() == ServerState.NORMAL && other.state() == ServerState.NORMAL);
        Lab.await(
                () -> "both have the same leases: " + differences(one, other),
                () -> differences(one, other).isEmpty());
    }

    private static List<String> differences(Machine one, Machine other) {
        return PairLab.differences(one.leases(), other.leases());
    }
}
