package org.twinlease.config;

/// A space of options that are sent inside another option: how many octets a code and a length take
/// in it, and the code of the ordinary option that carries it, 0 when none does.
public record OptionSpace(String name, int codeWidth, int lengthWidth, int carrier) {}
