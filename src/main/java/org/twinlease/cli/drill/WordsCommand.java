package org.twinlease.cli.drill;

import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.drill.script.Reference;
import org.twinlease.drill.script.Reference.Entry;

import picocli.CommandLine.Command;

import java.util.List;

/// `twinlease drill words`.
@Command(
        name = "words",
        description = "Print every sentence that a drill may be written with, and what it means.")
final class WordsCommand extends Job {

    WordsCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() {
        say("pair demo with ...", Reference.settings());
        say("population NUMBER ...", Reference.kinds());
        say("at MOMENT ..., +TIME ..., every TIME from MOMENT to MOMENT ...", Reference.deeds());
        say("expect ...", Reference.claims());
        return Exit.CLEAN;
    }

    private void say(String heading, List<Entry> entries) {
        terminal.say(heading);
        for (Entry entry : entries) {
            terminal.say("  " + entry.words());
            terminal.say("      " + entry.meaning());
        }
        terminal.say("");
    }
}
