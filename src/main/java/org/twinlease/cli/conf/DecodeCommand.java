package org.twinlease.cli.conf;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.ConfJson;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.outline.Site;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `twinlease conf decode`.
@Command(
        name = "decode",
        description =
                "The effective configuration as one JSON document: networks, pools, hosts, classes"
                        + " and failover peers, each with every setting that counts there.")
final class DecodeCommand extends Job {

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    String file = "";

    @Option(names = "--json", description = "As JSON, which is the only form.")
    boolean json;

    DecodeCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        DhcpdConf.Reading reading = programs.configuration(file);
        terminal.complain(reading.problems());
        terminal.say(ConfJson.document(Site.of(reading.files())));
        return reading.isUsable() ? Exit.CLEAN : Exit.FINDINGS;
    }
}
