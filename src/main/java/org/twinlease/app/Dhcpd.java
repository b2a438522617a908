package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Arrival;
import org.twinlease.app.host.Listening;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/// In the place of an ISC dhcpd: its lease file is taken over at the first start, and kept up to
/// date as an export; the leases themselves live in a journal beside it.
final class Dhcpd {

    private final DhcpdOptions options;
    private final Terminal terminal;
    private final BlockingQueue<Arrival> arrivals;
    private final Runnable serving;

    /// A server that is not started yet.
    ///
    /// @param serving called once it serves, before anything is logged of its clients
    Dhcpd(
            DhcpdOptions options,
            Terminal terminal,
            BlockingQueue<Arrival> arrivals,
            Runnable serving) {
        this.serving = serving;
        this.options = options;
        this.terminal = terminal;
        this.arrivals = arrivals;
    }

    void run() throws Refused {
        Path journal = Path.of(options.leases() + ".twinlease");
        if (!options.quiet()) {
            terminal.complain("Config file: " + options.config());
            terminal.complain("Database file: " + options.leases());
            terminal.complain("PID file: " + (options.pid() == null ? "none" : options.pid()));
        }
        refuseSecond();
        LeaseFolder folder = new LeaseFolder(journal, options.leases());
        folder.refuseMissing();
        if (folder.isOutdated()) setAside(folder);
        boolean first = Files.notExists(journal) || !folder.holdsLeases();
        Path former = first ? existing() : null;
        if (former != null) keep(former);
        var serving =
                new ServeOptions(
                        options.config(),
                        journal,
                        former,
                        options.faces(),
                        options.port(),
                        false,
                        null,
                        everybody(),
                        null,
                        options.execute());
        writePid();
        try (LeaseExport export = new LeaseExport(journal, options.leases(), terminal)) {
            var listening = new ArrayList<String>();
            Serve.FaceChoice choice = (config, faces) -> Listening.of(config, faces, listening);
            new Serve(
                            serving,
                            terminal,
                            arrivals,
                            choice,
                            server -> begin(server, export, listening))
                    .run();
        } finally {
            removePid();
        }
    }

    private void begin(Server server, LeaseExport export, List<String> listening) {
        int written = export.follow(server.channel());
        if (!options.quiet()) {
            if (written >= 0) terminal.complain("Wrote " + written + " leases to leases file.");
            listening.forEach(terminal::complain);
        }
        serving.run();
        if (options.quiet()) return;
        server.channel().watch(new DhcpdLog(terminal, options.faces())::on);
        terminal.complain("Server starting service.");
    }

    private void setAside(LeaseFolder folder) throws Refused {
        Path kept = folder.setAside();
        terminal.complain(
                "%s was changed since it was last written here. It counts, as for a dhcpd; what was known before is kept in %s"
                        .formatted(options.leases(), kept));
    }

    private @Nullable Ip4 everybody() throws Refused {
        String wanted = options.everybody();
        if (wanted == null) return null;
        Ip4 address = Ip4.parse(wanted);
        if (address != null) return address;
        List<Ip4> found = ConfFiles.addresses(wanted);
        if (found.isEmpty()) {
            throw Refused.input("-s " + wanted + " is no IPv4 address and no name of one");
        }
        return found.getFirst();
    }

    /// What dhcpd left is soon replaced by an export, which has no place for entries that cannot be
    /// read or are of no lease.
    private void keep(Path former) throws Refused {
        Path kept = former.resolveSibling(former.getFileName() + ".before-twinlease");
        if (Files.exists(kept)) return;
        try {
            Files.copy(former, kept);
        } catch (IOException refused) {
            throw Refused.input(former + " cannot be kept as " + kept + ": " + Sayings.of(refused));
        }
    }

    private @Nullable Path existing() throws Refused {
        try {
            Path file = options.leases();
            return Files.exists(file) && Files.size(file) > 0 ? file : null;
        } catch (IOException e) {
            throw LeaseFolder.cannotOpen(options.leases(), Sayings.of(e));
        }
    }

    /// As dhcpd: the number of a living process in the file is another server's.
    private void refuseSecond() throws Refused {
        Path file = options.pid();
        if (file == null || !Files.isReadable(file)) return;
        try {
            String number = Files.readString(file).strip();
            if (!number.matches("[0-9]{1,18}")) return;
            long pid = Long.parseLong(number);
            boolean runs = pid != ProcessHandle.current().pid() && isAlive(pid);
            if (runs) throw Refused.input("There's already a DHCP server running (" + file + ").");
        } catch (IOException unreadable) {
            // Then it is written anew, or complained of.
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private void writePid() {
        if (options.pid() == null) return;
        try {
            Files.writeString(options.pid(), ProcessHandle.current().pid() + "\n");
        } catch (IOException refused) {
            terminal.complain("Can't create PID file " + options.pid() + ": " + refused);
        }
    }

    private void removePid() {
        if (options.pid() == null) return;
        try {
            Files.deleteIfExists(options.pid());
        } catch (IOException refused) {
            terminal.complain("Can't remove PID file " + options.pid() + ": " + refused);
        }
    }
}
