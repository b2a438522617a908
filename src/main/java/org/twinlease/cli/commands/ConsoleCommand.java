package org.twinlease.cli.commands;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Tokens;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `twinlease console`, which is also what `twinlease` alone means.
@Command(
        name = "console",
        description = {
            "Open the console: with a live demo pair and simulated clients, on dhcpd.conf files, or"
                    + " on running servers. Without an option it asks which.",
            "Where there is no display, the demo runs in the terminal."
        })
final class ConsoleCommand extends Job {

    private static final int LEAST = 640;
    private static final int MOST = 7680;

    @Option(
            names = "--snapshots",
            paramLabel = "DIR",
            description = "Draw every page into DIR, without a display, and end.")
    @Nullable Path snapshots;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "The size of the pictures. Default: 1440x900.")
    String size = "1440x900";

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "Of the pictures: light or dark. Default: both.")
    @Nullable String theme;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End the terminal's demo after N seconds.")
    int seconds;

    @Option(
            names = "--connect",
            split = ",",
            paramLabel = "URL",
            description =
                    "Attach to a running server by its control API, or to both of a pair, in place"
                            + " of the demo.")
    List<String> connect = List.of();

    @Mixin Tokens tokens = new Tokens();

    @Option(names = "--demo", description = "Open the demo pair at once.")
    boolean demo;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Open a dhcpd.conf in forms; nothing is started, and nothing is written before"
                            + " you say so.")
    @Nullable Path config;

    @Option(
            names = "--partner-config",
            paramLabel = "FILE",
            description = "The dhcpd.conf of the failover partner: both as one document.")
    @Nullable Path partnerConfig;

    @Option(
            names = "--leases",
            split = ",",
            paramLabel = "FILE",
            description = "The lease files (dhcpd.leases) of these servers, in that order.")
    List<Path> leases = List.of();

    ConsoleCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        if (theme != null && !theme.equals("light") && !theme.equals("dark")) {
            throw Refused.input("--theme " + theme + " is not known; it is light or dark");
        }
        if (seconds < 0) {
            throw Refused.input("--seconds " + seconds + " is in the past; 0 is for ever");
        }
        String[] parts = size.split("x", -1);
        int width = pixels(parts[0]);
        int height = pixels(parts.length == 2 ? parts[1] : "");
        if (connect.size() > 2) {
            throw Refused.input("--connect takes one server, or the two of a pair");
        }
        programs.console(
                new ConsoleOptions(
                        snapshots,
                        width,
                        height,
                        theme,
                        seconds,
                        demo,
                        connect,
                        tokens.files(),
                        opened()),
                terminal);
        return Exit.CLEAN;
    }

    private ConsoleOptions.Files opened() throws Refused {
        List<Path> configs = new ArrayList<>();
        if (config != null) configs.add(config);
        if (partnerConfig != null) configs.add(partnerConfig);
        if (config == null && (partnerConfig != null || !leases.isEmpty())) {
            throw Refused.input("--partner-config and --leases go with --config FILE");
        }
        if (leases.size() > configs.size()) {
            throw Refused.input("--leases takes one file for each --config");
        }
        if (demo && (config != null || !connect.isEmpty())) {
            throw Refused.input("--demo goes with neither --config nor --connect");
        }
        return new ConsoleOptions.Files(configs, leases);
    }

    private int pixels(String text) throws Refused {
        int value = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (value < LEAST || value > MOST) {
            throw Refused.input(
                    "--size " + size + " is no size; write it as 1440x900, each at least " + LEAST);
        }
        return value;
    }
}
