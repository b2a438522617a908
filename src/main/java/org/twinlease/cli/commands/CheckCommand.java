package org.twinlease.cli.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;

/// `twinlease check`.
@Command(
        name = "check",
        description = {
            "Say every error and warning of a dhcpd.conf, each with what to do about it.",
            "Ends with 1 when there is any."
        })
final class CheckCommand extends Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    String file = "";

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    CheckCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        List<Problem> problems = programs.configuration(file).problems();
        if (json) terminal.say(document(problems));
        else problems.forEach(problem -> terminal.say(ProblemLine.of(problem)));
        boolean found = problems.stream().anyMatch(p -> p.severity() != Problem.Severity.INFO);
        return found ? Exit.FINDINGS : Exit.CLEAN;
    }

    private static String document(List<Problem> problems) {
        ArrayNode all = JSON.createArrayNode();
        for (Problem problem : problems) {
            all.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                    .put("code", problem.code())
                    .put("message", problem.message())
                    .put("remedy", problem.remedy());
        }
        return all.toPrettyString();
    }
}
