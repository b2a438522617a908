package org.twinlease.app.sim;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Refused;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.console.model.PairSource;
import org.twinlease.control.ControlChannel;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The pairs of a console's drills: of the files that it was opened on, of those that a drill
/// names, and of the servers that it looks at.
public final class FilePairs implements PairSource {

    private final @Nullable PairOf own;
    private final List<ControlChannel> servers;

    private FilePairs(@Nullable PairOf own, List<ControlChannel> servers) {
        this.own = own;
        this.servers = List.copyOf(servers);
    }

    /// The same, with servers that run: they are only asked.
    public FilePairs with(List<ControlChannel> running) {
        return new FilePairs(own, running);
    }

    /// Those of a console on configurations and the lease files of their servers, in the same
    /// order; `read` is what the configurations say. Two of them are a pair.
    public static FilePairs of(List<Path> configs, List<Path> leases, List<Config> read) {
        boolean pair =
                configs.size() == 2
                        && read.size() == 2
                        && read.stream().noneMatch(config -> config.peers().isEmpty());
        if (!pair) return new FilePairs(null, List.of());
        boolean primaryFirst = read.getFirst().peers().stream().anyMatch(FailoverPeer::primary);
        String first = leases.isEmpty() ? "" : leases.getFirst().toString();
        String second = leases.size() < 2 ? "" : leases.get(1).toString();
        List<String> names = configs.stream().map(Path::toString).toList();
        return new FilePairs(
                primaryFirst
                        ? new PairOf(Map.of(), names, first, second)
                        : new PairOf(Map.of(), names, second, first),
                List.of());
    }

    @Override
    public @Nullable PairOf own() {
        return own;
    }

    @Override
    public Answer read(Scenario scenario, String folder) {
        try {
            return new Answer(Originals.of(scenario, Path.of(folder)), "");
        } catch (Refused refused) {
            return new Answer(null, sentence(String.valueOf(refused.getMessage())));
        } catch (InvalidPathException wrong) {
            return new Answer(null, wrong.getInput() + " is no path of a file.");
        }
    }

    @Override
    public boolean runs() {
        return !servers.isEmpty();
    }

    @Override
    public Answer now() {
        try {
            List<String> files = own == null ? List.of() : own.configs();
            return new Answer(RunningPair.read(servers, null, files), "");
        } catch (Refused refused) {
            return new Answer(null, sentence(String.valueOf(refused.getMessage())));
        }
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
