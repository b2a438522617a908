package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The packaged program as one half of a pair, on the configuration that a dhcpd in its place would
/// have. Its leases and state are read from its disk, which is ahead of everything that it says.
final class OurPartner implements Partner {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Lab lab;
    private final String host;
    private final Ip4 address;
    private final Path dir;
    private final List<String> flags;
    private final StringBuilder earlier = new StringBuilder();
    private @Nullable ServerProcess process;

    /// @param role primary or secondary
    /// @param flags of isc-peer.sh, which writes the configuration
    OurPartner(Lab lab, String role, List<String> flags) {
        this.lab = lab;
        boolean primary = role.equals("primary");
        host = primary ? "a" : "b";
        address = Ip4.of(primary ? "10.77.0.2" : "10.77.0.3");
        dir = lab.folder.resolve("ours-" + role);
        this.flags = new ArrayList<>(flags);
        this.flags.addAll(List.of("--role", role, "--dir", dir.toString()));
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public Ip4 address() {
        return address;
    }

    private Path data() {
        return dir.resolve("data");
    }

    @Override
    public void start() {
        List<String> command = new ArrayList<>(List.of(Lab.script("isc-peer.sh"), "config"));
        command.addAll(flags);
        var _ = lab.run(command.toArray(new String[0]));
        process =
                lab.serve(
                        host,
                        dir.resolve("dhcpd.conf"),
                        data(),
                        List.of("TWINLEASE_JAVA_OPTS=-Xmx192m -XX:TieredStopAtLevel=1"));
    }

    private ServerProcess running() {
        ServerProcess running = process;
        assertNotNull(running, "the server is up");
        earlier.append(running.errors());
        process = null;
        return running;
    }

    @Override
    public void stop() {
        running().stop();
    }

    @Override
    public void kill() {
        running().kill();
    }

    @Override
    public void forget() {
        try (Stream<Path> files = Files.list(data())) {
            for (Path file : files.toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remember(String leasesFile) {
        try {
            Files.createDirectories(dir);
            Path file = Files.writeString(dir.resolve("import.leases"), leasesFile);
            lab.run(
                            Lab.PROGRAM.toString(),
                            "leases",
                            "import",
                            "--data",
                            data().toString(),
                            file.toString())
                    .mustBeGood();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable PairState state() {
        return Files.isDirectory(data()) ? Leases.pair(data(), "fo") : null;
    }

    @Override
    public Map<Ip4, Lease> leases() {
        return Leases.of(data());
    }

    /// As with a dhcpd that is stopped: the state is written into its file.
    @Override
    public void partnerDown() {
        PairState state = state();
        assertNotNull(state, "a state");
        stop();
        String at = "at 0 " + DATE.format(Instant.now()) + ";\n";
        remember(
                "failover peer \"fo\" state {\n  my state partner-down "
                        + at
                        + "  partner state "
                        + state.partner().word()
                        + " "
                        + at
                        + "  mclt "
                        + state.mclt()
                        + ";\n}\n");
        start();
    }

    @Override
    public String log() {
        ServerProcess running = process;
        return earlier + (running == null ? "" : running.errors());
    }
}
