package org.twinlease.lab;

import org.twinlease.value.Ip4;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where one half of a pair runs: the host of the lab, its address for clients and the partner, its
/// own folder, and the flags of isc-peer.sh for its role.
record Seat(Lab lab, String host, Ip4 address, Path dir, List<String> flags) {

    /// The primary's or the secondary's seat for a kind of server, which names its folder.
    static Seat of(Lab lab, String kind, String role, List<String> flags) {
        boolean primary = role.equals("primary");
        Path dir = lab.folder.resolve(kind + "-" + role);
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("--role", role, "--dir", dir.toString()));
        return new Seat(
                lab,
                primary ? "a" : "b",
                Ip4.of(primary ? "10.77.0.2" : "10.77.0.3"),
                dir,
                List.copyOf(all));
    }

    /// The name of the relationship.
    String pair() {
        int name = flags.lastIndexOf("--name");
        return name < 0 ? "fo" : flags.get(name + 1);
    }

    /// Runs isc-peer.sh with the flags of the seat and more.
    Lab.Run peer(String verb, String... more) {
        List<String> command = new ArrayList<>(List.of(Lab.script("isc-peer.sh"), verb));
        command.addAll(flags);
        command.addAll(List.of(more));
        return lab.run(command.toArray(new String[0]));
    }
}
