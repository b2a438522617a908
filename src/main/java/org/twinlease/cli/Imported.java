package org.twinlease.cli;

/// What became of a lease file: how many leases were taken over, how many stayed as the data folder
/// had them because it knew a later time, and how many damaged entries were left out.
public record Imported(int taken, int kept, int damaged) {}
