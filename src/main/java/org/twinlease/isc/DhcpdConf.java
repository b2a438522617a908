package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.config.logic.Action;
import org.twinlease.isc.lint.Lint;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// Reads dhcpd.conf. The file and what it includes come from the caller, so that nothing here
/// touches a disk or asks a name server.
public final class DhcpdConf {
    /// The code of the problem that a program is named and run only where that is allowed.
    public static final String PROGRAM = "program-named";

    private DhcpdConf() {}

    /// Where files come from.
    @FunctionalInterface
    public interface Source {
        /// The octets of a file, by its name as written; null when there is none that can be read.
        byte @Nullable [] read(String name);
    }

    /// Where the addresses of host names come from.
    @FunctionalInterface
    public interface Resolver {
        /// The addresses of a name, none when it is unknown.
        List<Ip4> resolve(String name);

        /// The name of this machine, empty when it is unknown.
        default String machine() {
            return "";
        }
    }

    /// What was read. The configuration holds whatever could be understood; if one of the problems
    /// is an error it is not what its author meant and must not be served. `files` holds the file
    /// itself and then those that it includes, in the order of reading. `statements` reads what
    /// stands by itself, such as the body of an event that was kept with a lease, with the names
    /// that the configuration knows; it yields nothing where there is an error.
    public record Reading(
            Config config,
            List<Problem> problems,
            List<ConfTree> files,
            Function<String, List<Action>> statements) {

        /// Takes copies of the lists.
        public Reading {
            problems = List.copyOf(problems);
            files = List.copyOf(files);
        }

        /// The tree of the file itself.
        public ConfTree tree() {
            return files.getFirst();
        }

        /// The problems, and what the rules of [Lint] find on top of them, in order of place.
        public List<Problem> findings() {
            List<Problem> all = new ArrayList<>(problems);
            all.addAll(Lint.check(Site.of(files)));
            Collections.sort(all);
            return List.copyOf(all);
        }

        /// The line of a file that a problem is about, without its end; empty where there is none.
        public String line(Problem problem) {
            return files.stream()
                    .filter(file -> file.name().equals(problem.file()))
                    .findFirst()
                    .map(file -> file.line(problem.line()))
                    .orElse("");
        }

        /// Whether the configuration may be served.
        public boolean isUsable() {
            return findings().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        }
    }

    /// As the longer form, with host names left unresolved.
    public static Reading read(String fileName, Source source) {
        return read(fileName, source, name -> List.of());
    }

    /// Reads a file and everything that it includes; never fails, whatever the octets are.
    public static Reading read(String fileName, Source source, Resolver resolver) {
        return new Reader(source, resolver).read(fileName);
    }
}
