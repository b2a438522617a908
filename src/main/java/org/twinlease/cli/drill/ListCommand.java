package org.twinlease.cli.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.drill.Library;
import org.twinlease.drill.script.Scenario;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Objects;

/// `twinlease drill list`.
@Command(name = "list", description = "List the drills that come with the program.")
final class ListCommand extends Job {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    ListCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() {
        ArrayNode all = JSON.createArrayNode();
        for (String name : Library.names()) {
            Scenario drill = Objects.requireNonNull(Library.scenario(name));
            if (json) {
                all.addObject()
                        .put("name", name)
                        .put("title", drill.title())
                        .put("teaches", drill.lesson());
            } else {
                terminal.say("%-30s %s".formatted(name, drill.title()));
            }
        }
        if (json) terminal.say(all.toPrettyString());
        return Exit.CLEAN;
    }
}
