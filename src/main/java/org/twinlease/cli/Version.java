package org.twinlease.cli;

import java.util.List;

/// The program's version, the commit that it was built from (empty when unknown) and the versions
/// of what it runs on, each as `name version`.
public record Version(String number, String commit, List<String> platform) {

    /// Takes a copy of the list.
    public Version {
        platform = List.copyOf(platform);
    }

    /// The version as it is printed, a line each.
    public String[] lines() {
        String first = "twinlease " + number + (commit.isEmpty() ? "" : " (" + commit + ")");
        return new String[] {first, String.join(", ", platform)};
    }
}
