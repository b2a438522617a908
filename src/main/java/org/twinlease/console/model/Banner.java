package org.twinlease.console.model;

/// An alarm that is not over: what happened, what it means, what to do.
public record Banner(String title, String happened, String meaning, String advice, Tone tone) {}
