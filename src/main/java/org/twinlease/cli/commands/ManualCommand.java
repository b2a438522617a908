package org.twinlease.cli.commands;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.manual.Manual;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// `twinlease manual`.
@Command(
        name = "manual",
        description = {
            "Write the manual: a man page for each command, completion for bash and zsh, and two"
                + " pages in Markdown: all commands, and all that a server may say with what to do."
        })
final class ManualCommand extends Job {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write it to; made when it is not there.")
    Path out = Path.of("manual");

    @Spec CommandSpec spec = CommandSpec.create();

    ManualCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        Map<String, String> files = new LinkedHashMap<>();
        String version = "Twinlease " + programs.version().number();
        for (Manual.Page page : Manual.pages(spec.root().commandLine(), version)) {
            files.put(page.file(), page.text());
        }
        programs.write(out, files);
        terminal.say("wrote " + files.size() + " files to " + out);
        return Exit.CLEAN;
    }
}
