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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The packaged program as one half of a pair, on the configuration that a dhcpd in its place would
/// have. Its leases and state are read from its disk, which is ahead of everything that it says.
final class OurPartner implements Partner {
    private static final String API = "127.0.0.1:8067";

    private final Seat seat;

    /// Its configuration; null where isc-peer.sh writes it.
    private @Nullable String configuration;

    private final StringBuilder earlier = new StringBuilder();
    private @Nullable ServerProcess process;

    /// @param role primary or secondary
    /// @param flags of isc-peer.sh, which writes the configuration
    OurPartner(Lab lab, String role, List<String> flags) {
        this(Seat.of(lab, "ours", role, flags));
    }

    OurPartner(Seat seat) {
        this.seat = seat;
    }

    /// Gives it another configuration, from the next start or reload on.
    void configure(String text) {
        configuration = text;
        write(text);
    }

    private void write(String text) {
        try {
            Files.createDirectories(seat.dir());
            Files.writeString(seat.dir().resolve("dhcpd.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets it read its configuration again.
    void reload() {
        ServerProcess running = process;
        assertNotNull(running, "the server is up");
        running.hangUp();
    }

    @Override
    public Seat seat() {
        return seat;
    }

    private Path data() {
        return seat.dir().resolve("data");
    }

    @Override
    public void start() {
        String own = configuration;
        if (own == null) {
            var _ = seat.peer("config");
        } else {
            write(own);
        }
        process =
                seat.lab()
                        .serve(
                                seat.host(),
                                seat.dir().resolve("dhcpd.conf"),
                                data(),
                                List.of("TWINLEASE_JAVA_OPTS=-Xmx192m -XX:TieredStopAtLevel=1"),
                                "--api",
                                API);
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
    public boolean runs() {
        ServerProcess running = process;
        return running != null && running.isAlive();
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
            Files.createDirectories(seat.dir());
            Path file = Files.writeString(seat.dir().resolve("import.leases"), leasesFile);
            seat.lab()
                    .run(
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
        return Files.isDirectory(data()) ? pair(seat.pair()) : null;
    }

    /// Its state in one of its relationships.
    @Nullable PairState pair(String name) {
        return Leases.pair(data(), name);
    }

    @Override
    public Map<Ip4, Lease> leases() {
        return Leases.of(data());
    }

    /// An operator's command, through the server's control API.
    @Override
    public void partnerDown() {
        command("partner-down", "--i-have-checked").mustBeGood();
    }

    /// Runs a command for a running server in the server's own host.
    Lab.Run command(String verb, String... more) {
        return run(List.of(Lab.PROGRAM.toString(), verb), more);
    }

    /// As [#command], of words that begin with the program.
    Lab.Run run(List<String> program, String... more) {
        List<String> words = new ArrayList<>(program);
        words.addAll(
                List.of(
                        "--connect",
                        "http://" + API,
                        "--token-file",
                        data().resolve("api.token").toString()));
        words.addAll(List.of(more));
        return seat.lab().on(seat.host(), words.toArray(new String[0]));
    }

    @Override
    public String log() {
        ServerProcess running = process;
        return earlier + (running == null ? "" : running.errors());
    }
}
