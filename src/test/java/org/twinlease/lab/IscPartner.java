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

    private final Lab lab;
    private final String host;
    private final Ip4 address;
    private final Path dir;
    private final List<String> flags;

    /// @param role primary or secondary
    /// @param flags of isc-peer.sh
    IscPartner(Lab lab, String role, List<String> flags) {
        this.lab = lab;
        boolean primary = role.equals("primary");
        host = primary ? "a" : "b";
        address = Ip4.of(primary ? "10.77.0.2" : "10.77.0.3");
        dir = lab.folder.resolve("isc-" + role);
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

    @Override
    public void start() {
        List<String> command = new ArrayList<>(List.of(Lab.script("isc-peer.sh"), "start"));
        command.addAll(flags);
        command.addAll(List.of("--netns", lab.namespace(host)));
        lab.run(command.toArray(new String[0])).mustBeGood();
    }

    @Override
    public void stop() {
        lab.run(Lab.script("isc-peer.sh"), "stop", "--dir", dir.toString()).mustBeGood();
    }

    @Override
    public void kill() {
        lab.run(Lab.script("isc-peer.sh"), "stop", "--dir", dir.toString(), "--kill").mustBeGood();
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(leasesFile());
            Files.deleteIfExists(dir.resolve("dhcpd.leases~"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remember(String text) {
        try {
            Files.createDirectories(dir);
            Files.writeString(leasesFile(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path leasesFile() {
        return dir.resolve("dhcpd.leases");
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
        command.addAll(List.of("--netns", lab.namespace(host)));
        return lab.run(command.toArray(new String[0]));
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
            Path log = dir.resolve("dhcpd.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
