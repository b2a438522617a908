package org.twinlease.console.model;

/// Something true, in words, with the attention it asks for.
public record Fact(String words, Tone tone) {}
