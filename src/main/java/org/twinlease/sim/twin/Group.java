package org.twinlease.sim.twin;

/// Clients of one kind: how many, or, of new ones, how many a minute (`staySeconds` each, on
/// average). `staySeconds` is 0 for the others.
public record Group(Person.Kind kind, double count, long staySeconds) {}
