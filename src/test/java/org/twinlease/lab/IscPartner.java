package org.twinlease.lab;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real dhcpd as one half of a pair, driven by the lab's scripts.
final class IscPartner implements Partner {
    private static final Pattern STATES = Pattern.compile("local=(\\S+) partner=(\\S*)");

    private final Seat seat;

    /// @param role primary or secondary
    /// @param flags of isc-peer.sh
    IscPartner(Lab lab, String role, List<String> flags) {
        this(Seat.of(lab, "isc", role, flags));
    }

    IscPartner(Seat seat) {
        this.seat = seat;
    }

    @Override
    public Seat seat() {
        return seat;
    }

    @Override
    public void start() {
        seat.peer("start", "--netns", seat.lab().namespace(seat.host())).mustBeGood();
    }

    @Override
    public void stop() {
        seat.lab()
                .run(Lab.script("isc-peer.sh"), "stop", "--dir", seat.dir().toString())
                .mustBeGood();
    }

    @Override
    public void kill() {
        seat.lab()
                .run(Lab.script("isc-peer.sh"), "stop", "--dir", seat.dir().toString(), "--kill")
                .mustBeGood();
    }

    /// Tells it to go down for long, by its control object, and waits until its process has ended.
    /// Whoever told it is not answered any more.
    void shutDown() {
        var _ = omapi("shutdown");
        Lab.await("dhcpd has shut down; it said:\n" + log(), () -> !runs());
        stop();
    }

    @Override
    public boolean runs() {
        return seat.lab()
                        .run(Lab.script("isc-peer.sh"), "status", "--dir", seat.dir().toString())
                        .code()
                == 0;
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(leasesFile());
            Files.deleteIfExists(seat.dir().resolve("dhcpd.leases~"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remember(String text) {
        try {
            Files.createDirectories(seat.dir());
            Files.writeString(leasesFile(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path leasesFile() {
        return seat.dir().resolve("dhcpd.leases");
    }

    @Override
    public @Nullable PairState state() {
        String said = omapi("get").out();
        Matcher states = STATES.matcher(said);
        if (!states.find()) return null;
        ServerState mine = ofWord(states.group(1));
        return new PairState("fo", mine, 0, ofWord(states.group(2)), 0, 0, null);
    }

    private Lab.Run omapi(String... words) {
        List<String> command = new ArrayList<>(List.of(Lab.script("omapi-state.sh")));
        command.addAll(List.of(words));
        command.addAll(List.of("--netns", seat.lab().namespace(seat.host())));
        command.addAll(List.of("--name", seat.pair()));
        return seat.lab().run(command.toArray(new String[0]));
    }

    private static ServerState ofWord(String word) {
        for (ServerState state : ServerState.values()) {
            if (state.word().equals(word.replace("shut-down", "shutdown"))) return state;
        }
        return ServerState.UNKNOWN;
    }

    @Override
    public Map<Ip4, Lease> leases() {
        Map<Ip4, Lease> leases = new TreeMap<>();
        try {
            long now = System.currentTimeMillis() / 1000;
            LeasesFile.read("dhcpd.leases", Files.readAllBytes(leasesFile()), now)
                    .leases()
                    .forEach(lease -> leases.put(lease.address(), lease));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leases;
    }

    @Override
    public void partnerDown() {
        omapi("partner-down").mustBeGood();
    }

    @Override
    public String log() {
        try {
            Path log = seat.dir().resolve("dhcpd.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
