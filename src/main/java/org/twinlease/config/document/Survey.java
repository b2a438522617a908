package org.twinlease.config.document;

import org.twinlease.config.Config;
import org.twinlease.config.Difference;
import org.twinlease.config.Problem;

import java.util.List;

/// What a document is found to say: the configuration of each half, everything that is wrong with
/// them and with the two together, the failover relationships, and what the halves say differently
/// that they should say alike, in order of danger, with how many things they do say alike, and the
/// blocks of each half.
public record Survey(
        List<Config> configs,
        List<Problem> problems,
        List<Relationship> relationships,
        List<Difference> drift,
        int alike,
        List<Part> parts) {

    /// What is known before anything was read.
    public static final Survey NONE =
            new Survey(List.of(), List.of(), List.of(), List.of(), 0, List.of());

    /// Takes copies of the lists.
    public Survey {
        configs = List.copyOf(configs);
        problems = List.copyOf(problems);
        relationships = List.copyOf(relationships);
        drift = List.copyOf(drift);
        parts = List.copyOf(parts);
    }

    /// Whether the document may be served.
    public boolean isUsable() {
        return problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
}
