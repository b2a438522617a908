package org.twinlease.cli.manual;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a command says of itself, without the form in which it is shown.
final class Words {
    private Words() {}

    /// An option or parameter as it is typed, and what it does.
    record Item(String typed, String meaning) {}

    /// The command in full, `twinlease leases list`.
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /// What it does, a sentence a line.
    static List<String> description(CommandLine command) {
        return lines(command.getCommandSpec().usageMessage().description());
    }

    /// What is said after the options.
    static List<String> footer(CommandLine command) {
        return lines(command.getCommandSpec().usageMessage().footer());
    }

    /// How it is called, in one line.
    static String synopsis(CommandLine command) {
        StringBuilder line = new StringBuilder(name(command));
        for (OptionSpec option : options(command)) {
            String typed = option.longestName() + value(option);
            line.append(option.required() ? " " + typed : " [" + typed + "]");
            if (option.isMultiValue()) line.append("...");
        }
        for (PositionalParamSpec place : places(command)) {
            line.append(' ').append(place.paramLabel());
            if (place.isMultiValue()) line.append("...");
        }
        if (!command.getSubcommands().isEmpty()) line.append(" COMMAND");
        return line.toString();
    }

    /// Its parameters, then its options.
    static List<Item> items(CommandLine command) {
        List<Item> items = new ArrayList<>();
        for (PositionalParamSpec place : places(command)) {
            items.add(new Item(place.paramLabel(), meaning(place)));
        }
        for (OptionSpec option : options(command)) {
            items.add(new Item(String.join(", ", option.names()) + value(option), meaning(option)));
        }
        return items;
    }

    private static List<OptionSpec> options(CommandLine command) {
        return command.getCommandSpec().options().stream().filter(o -> !o.hidden()).toList();
    }

    private static List<PositionalParamSpec> places(CommandLine command) {
        return command.getCommandSpec().positionalParameters().stream()
                .filter(place -> !place.hidden())
                .toList();
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : "=" + option.paramLabel();
    }

    private static String meaning(ArgSpec argument) {
        return String.join(" ", lines(argument.description()));
    }

    /// picocli's own marks: `%n` ends a line, `%%` is a percent sign.
    private static List<String> lines(String[] texts) {
        return Stream.of(texts)
                .flatMap(text -> Stream.of(text.replace("%%", "%").split("%n", -1)))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
