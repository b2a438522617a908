package org.twinlease.drill.script;

/// Clients of one kind: how many, or, of new ones, how many a minute, who stay `staySeconds` on
/// average. `staySeconds` is 0 for the others.
public record Group(Kind kind, double count, long staySeconds) {}
