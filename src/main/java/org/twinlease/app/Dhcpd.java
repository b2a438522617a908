package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.host.Arrival;
import org.twinlease.cli.DhcpdOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.cli.ServeOptions;
import org.twinlease.cli.Terminal;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        boolean first = Files.notExists(journal) || !holdsLeases(journal);
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
        refuseSecond();
        writePid();
        try (LeaseExport export = new LeaseExport(journal, options.leases(), terminal)) {
            new Serve(serving, terminal, arrivals, server -> begin(server, export)).run();
        } finally {
            removePid();
        }
    }

    private void begin(Server server, LeaseExport export) {
        export.follow(server.channel());
        serving.run();
        if (options.quiet()) return;
        server.channel().watch(new DhcpdLog(terminal, options.faces())::on);
        terminal.complain("Server starting service.");
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

    /// A start that failed leaves a folder without leases; that is still a first start, and what
    /// dhcpd left must not be overwritten with nothing.
    private boolean holdsLeases(Path journal) throws Refused {
        try {
            return LeaseExport.holdsAny(journal);
        } catch (IOException unreadable) {
            throw Refused.input(journal + " cannot be read: " + Sayings.of(unreadable));
        }
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
            throw new Refused(
                    Exit.FINDINGS, "Can't open lease database " + options.leases() + ": " + e);
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
