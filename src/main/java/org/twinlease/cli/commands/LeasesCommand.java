package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Imported;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.LeaseFileJson;
import org.twinlease.cli.lines.LeaseLines;
import org.twinlease.control.LeaseView;
import org.twinlease.isc.leases.Decode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// `twinlease leases list`, `leases export`, `leases import` and `leases decode`.
@Command(
        name = "leases",
        description = {
            "Write the leases of a data folder, whether a server works on it or not, or take over"
                    + " those of an ISC dhcpd, or say what its file says.",
            "list: a table unless another format is wanted; export: ISC's. import: FILE's leases"
                + " into the folder, which no server may be working on; a lease that the folder"
                + " knows of a later time stays. decode: every entry of FILE as JSON, what counts"
                + " at last, and what is damaged. Ends with 1 when an entry is damaged."
        })
final class LeasesCommand extends Job {

    /// What is done with the leases.
    enum Verb {
        LIST,
        EXPORT,
        IMPORT,
        DECODE
    }

    /// How leases are written.
    enum Format {
        TABLE,
        ISC,
        CSV,
        JSON
    }

    @Parameters(paramLabel = "VERB", index = "0", description = "list, export, import or decode.")
    Verb verb = Verb.LIST;

    @Parameters(
            paramLabel = "FILE",
            index = "1",
            arity = "0..1",
            description = "A dhcpd.leases to import or decode.")
    @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder; for all but decode.")
    @Nullable Path folder;

    @Option(names = "--json", description = "What decode writes in any case.")
    boolean json;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, isc, csv or json.")
    @Nullable Format format;

    LeasesCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        if (verb == Verb.DECODE) return decode();
        if (json) throw Refused.input("--json is for decode; --format json for the others");
        Path data = folder;
        if (data == null) throw Refused.input("which data folder? Name it by --data");
        if (verb == Verb.IMPORT) return take(data);
        if (file != null) {
            throw Refused.input(file + " is one word too many; only import and decode take one");
        }
        Format as = format != null ? format : verb == Verb.LIST ? Format.TABLE : Format.ISC;
        if (as == Format.ISC) {
            programs.iscLeases(data).lines().forEach(terminal::say);
            return Exit.CLEAN;
        }
        List<LeaseView> leases = programs.leases(data);
        switch (as) {
            case TABLE -> table(leases);
            case CSV -> csv(leases);
            case JSON, ISC -> terminal.say(document(leases));
        }
        return Exit.CLEAN;
    }

    private Exit decode() throws Refused {
        if (file == null) throw Refused.input("decode what? Name a dhcpd.leases file");
        if (folder != null || format != null) {
            throw Refused.input("decode reads a file and writes JSON: no --data, no --format");
        }
        Decode decode = programs.decode(file);
        terminal.say(LeaseFileJson.document(decode).toPrettyString());
        return decode.damaged().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private Exit take(Path data) throws Refused {
        if (file == null) throw Refused.input("import what? Name a dhcpd.leases file");
        if (format != null) throw Refused.input("--format is for list and export");
        Imported result = programs.importLeases(data, file, terminal);
        terminal.say(
                "took over %d leases, kept %d that the folder knew later, left out %d damaged"
                        .formatted(result.taken(), result.kept(), result.damaged()));
        return result.damaged() > 0 ? Exit.FINDINGS : Exit.CLEAN;
    }

    private void table(List<LeaseView> leases) {
        terminal.say(row("ADDRESS", "STATE", "HARDWARE", "ENDS", "NAME"));
        for (LeaseView lease : leases) {
            terminal.say(
                    row(
                            lease.address().toString(),
                            lease.state().word(),
                            text(lease.hardware()),
                            LeaseLines.time(lease.ends()),
                            text(lease.hostname())));
        }
    }

    private static String row(String address, String state, String mac, String ends, String name) {
        return String.format("%-15s  %-9s  %-17s  %-20s  %s", address, state, mac, ends, name)
                .stripTrailing();
    }

    private void csv(List<LeaseView> leases) {
        terminal.say(LeaseLines.CSV_HEAD);
        for (LeaseView lease : leases) terminal.say(LeaseLines.csv(lease));
    }

    private static String document(List<LeaseView> leases) {
        var out = new StringWriter();
        try {
            LeaseLines.json(leases, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
