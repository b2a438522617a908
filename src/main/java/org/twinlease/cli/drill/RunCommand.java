package org.twinlease.cli.drill;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.cli.lines.ProblemLine;
import org.twinlease.config.Problem;
import org.twinlease.drill.Explore;
import org.twinlease.drill.Explore.Explored;
import org.twinlease.drill.Library;
import org.twinlease.drill.Original;
import org.twinlease.drill.Telling;
import org.twinlease.drill.Twin;
import org.twinlease.drill.report.DrillJson;
import org.twinlease.drill.report.Report;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Reading;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Times;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// `twinlease drill run`.
@Command(
        name = "run",
        description = {
            "Run drills on the twin of a pair: the demo pair, or that of two dhcpd.conf files with"
                    + " the leases of one or both servers, or running servers as they are now.",
            "Tells the story and the verdict. Ends with 1 when something does not hold that a drill"
                    + " expects. Equal drills and seeds give equal stories."
        })
final class RunCommand extends Job {

    @Parameters(
            paramLabel = "NAME|FILE",
            arity = "1..*",
            description =
                    "A name of twinlease drill list, a .drill file, or all for the whole list.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "A",
            description = "Rehearse on the pair of this dhcpd.conf; with --partner-config.")
    @Nullable String config;

    @Option(
            names = "--partner-config",
            paramLabel = "B",
            description = "The other server's dhcpd.conf; with --config.")
    @Nullable String partnerConfig;

    @Option(
            names = "--leases",
            paramLabel = "F",
            description =
                    "The primary's dhcpd.leases. Its clients take the place of the drill's, but for"
                            + " those that are new.")
    @Nullable String leases;

    @Option(
            names = "--partner-leases",
            paramLabel = "F",
            description = "The secondary's dhcpd.leases. If only one is given, it stands for both.")
    @Nullable String partnerLeases;

    @Mixin RunningServers running = new RunningServers();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where chance comes from. Default: 1.")
    long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write into a folder, which is made: a page as HTML and PDF for each drill,"
                            + " drills.json and junit.xml.")
    @Nullable Path report;

    @Option(
            names = "--explore",
            paramLabel = "N",
            description =
                    "Run N variants of each drill, in which everything comes a little earlier or"
                            + " later and seeds go up by one, and tell the worst.")
    @Nullable Integer explore;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            description = "By how much a variant may move an act, as in 90s or 5m. Default: 5m.")
    String within = "5m";

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    private boolean hold = true;
    private final List<Explored> explorations = new ArrayList<>();

    RunCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        List<Scenario> scenarios = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String name : names) {
            if (name.equals("all")) {
                for (String each : Library.names()) add(each, scenarios, folders);
            } else {
                add(name, scenarios, folders);
            }
        }
        List<Twin> twins = new ArrayList<>();
        Original now = running.isGiven() ? running.original(programs, configs()) : null;
        for (int i = 0; i < scenarios.size(); i++) {
            if (now != null) {
                twins.add(twin(now.peopled(present(scenarios.get(i), now)), now));
                continue;
            }
            Scenario scenario = ownPair(scenarios.get(i));
            Path folder = config == null ? folders.get(i) : Path.of("");
            Original original = programs.original(scenario, folder);
            boolean said = config == null && !scenario.population().groups().isEmpty();
            twins.add(twin(said ? scenario : original.peopled(scenario), original));
        }
        if (report != null) {
            programs.save(report, Report.of(twins));
            if (!json) terminal.say("the report is in " + report);
        }
        if (json) terminal.say(document(twins).toPrettyString());
        return hold ? Exit.CLEAN : Exit.FINDINGS;
    }

    /// What was explored stands beside the worst of each drill.
    private ObjectNode document(List<Twin> twins) {
        ObjectNode document = DrillJson.of(twins);
        document.put("holds", hold);
        for (int i = 0; i < explorations.size(); i++) {
            Explored explored = explorations.get(i);
            ObjectNode drill = (ObjectNode) document.get("drills").get(i);
            drill.put("variants", explored.variants()).put("failed", explored.failed());
        }
        return document;
    }

    private Twin twin(Scenario scenario, Original original) throws Refused {
        if (explore == null) {
            Twin twin = new Twin(scenario, original, seed);
            hold = twin.finish().holds() && hold;
            if (!json) tell(twin);
            return twin;
        }
        OptionalLong seconds = Times.span(within);
        if (explore < 1 || seconds.isEmpty() || seconds.getAsLong() < 0) {
            throw Refused.input("--explore is 1 or more, --within a time such as 90s or 5m");
        }
        Explored explored = Explore.run(scenario, original, seed, explore, seconds.getAsLong());
        hold = explored.holds() && hold;
        explorations.add(explored);
        if (!json) {
            terminal.say(
                    "%s: %d variants, in %d of them something expected does not hold; the worst, of"
                                    .formatted(
                                            scenario.name(), explored.variants(), explored.failed())
                            + " seed "
                            + explored.worst().seed()
                            + ":");
            tell(explored.worst());
        }
        return explored.worst();
    }

    private void tell(Twin twin) {
        Scenario scenario = twin.scenario();
        terminal.say(scenario.name() + ": " + scenario.title());
        twin.grounds().forEach(terminal::say);
        Telling.whole(twin).lines().forEach(terminal::say);
        terminal.say("");
    }

    private void add(String name, List<Scenario> scenarios, List<Path> folders) throws Refused {
        Scenario known = Library.scenario(name);
        if (known != null) {
            scenarios.add(known);
            folders.add(Path.of(""));
            return;
        }
        if (!name.endsWith(".drill")) throw unknown(name);
        Path file = Path.of(name);
        Reading reading = DrillReader.read(name, programs.text(file));
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            for (Problem problem : reading.problems()) terminal.complain(ProblemLine.of(problem));
            throw Refused.input(name + " is no drill that can be run; see above");
        }
        scenarios.add(scenario);
        Path folder = file.toAbsolutePath().getParent();
        folders.add(folder == null ? Path.of("") : folder);
    }

    static Refused unknown(String name) {
        return Refused.input(
                "there is no drill "
                        + name
                        + "; twinlease drill list has the names, and a file ends"
                        + " in .drill");
    }

    private List<String> configs() throws Refused {
        if (leases != null || partnerLeases != null) {
            throw Refused.input("--connect takes the leases of the servers; leave --leases out");
        }
        return Stream.of(config, partnerConfig).filter(Objects::nonNull).toList();
    }

    /// The drill begins at the time of day (UTC) at which the servers were asked.
    private static Scenario present(Scenario scenario, Original now) {
        return scenario.beginningAt(Math.floorMod(now.takenAt(), 86_400L) / 60 * 60);
    }

    private Scenario ownPair(Scenario scenario) throws Refused {
        boolean files = config != null || partnerConfig != null;
        if (files && (config == null || partnerConfig == null)) {
            throw Refused.input("a pair has two: --config A --partner-config B");
        }
        boolean some = leases != null || partnerLeases != null;
        if (config == null || partnerConfig == null) {
            if (some) throw Refused.input("leases go with --config A --partner-config B");
            return scenario;
        }
        PairOf pair =
                new PairOf(
                        Map.of(),
                        List.of(config, partnerConfig),
                        leases == null ? "" : leases,
                        partnerLeases == null ? "" : partnerLeases);
        return scenario.with(pair, scenario.population());
    }
}
