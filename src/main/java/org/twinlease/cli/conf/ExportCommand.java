package org.twinlease.cli.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.kea.KeaExport;
import org.twinlease.isc.kea.Left;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `twinlease conf export`.
@Command(
        name = "export",
        description = {
            "A configuration for another program, on standard output: for kea-dhcp4 2.2 or later,"
                    + " networks, pools, options, hosts and classes as they translate.",
            "What does not translate, the failover relationship before all, is listed on standard"
                    + " error and in the document's user-context, and the command ends with 1."
        })
final class ExportCommand extends Job {

    /// The programs that there is an export for.
    enum Format {
        KEA
    }

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    String file = "";

    @Option(names = "--format", required = true, description = "For which program: kea.")
    Format format = Format.KEA;

    ExportCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        DhcpdConf.Reading reading = programs.configuration(file);
        // What only a server of ours would not start with is no reason to keep somebody here.
        if (reading.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            terminal.complain(reading.problems());
            return Exit.FINDINGS;
        }
        KeaExport.Result export = KeaExport.of(reading.config());
        try {
            terminal.say(JSON.writeValueAsString(export.document()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps and lists is JSON", e);
        }
        for (Left each : export.left()) terminal.complain("not translated: " + each);
        return export.left().isEmpty() ? Exit.CLEAN : Exit.FINDINGS;
    }
}
