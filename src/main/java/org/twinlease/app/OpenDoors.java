package org.twinlease.app;

import org.twinlease.app.files.PairFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Refused;
import org.twinlease.config.document.NewPairs;
import org.twinlease.console.model.doors.Doors;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/// The doors of a console, each opened on a thread of its own.
final class OpenDoors implements Doors {

    private final Openings openings;

    OpenDoors(Openings openings) {
        this.openings = openings;
    }

    private interface Way {
        Openings.Opened open() throws IOException, Refused;
    }

    @Override
    public NewPairs newPairs() {
        return new PairFiles();
    }

    @Override
    public Executor background() {
        return ForkJoinPool.commonPool();
    }

    @Override
    public CompletableFuture<Answer> demo() {
        return open(() -> openings.demo(ThreadLocalRandom.current().nextLong()));
    }

    @Override
    public CompletableFuture<Answer> files(List<String> configs, List<String> leases) {
        return open(() -> openings.files(new ConsoleOptions.Files(paths(configs), paths(leases))));
    }

    @Override
    public CompletableFuture<Answer> servers(List<String> urls, List<String> tokens) {
        var none = new ConsoleOptions.Files(List.of(), List.of());
        return open(() -> openings.servers(urls, paths(tokens), none));
    }

    private static List<Path> paths(List<String> names) throws Refused {
        try {
            return names.stream().map(Path::of).toList();
        } catch (InvalidPathException wrong) {
            throw Refused.input(wrong.getInput() + " is no path of a file");
        }
    }

    private static CompletableFuture<Answer> open(Way way) {
        var answer = new CompletableFuture<Answer>();
        Thread.ofPlatform()
                .daemon()
                .name("console-door")
                .start(() -> answer.complete(through(way)));
        return answer;
    }

    private static Answer through(Way way) {
        try {
            return new Answer(way.open().session(), "");
        } catch (Refused refused) {
            return new Answer(null, sentence(String.valueOf(refused.getMessage())));
        } catch (IOException refused) {
            return new Answer(null, sentence(Sayings.of(refused)));
        }
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
