package org.twinlease.console.model;

/// Why there is nothing to see, and what helps.
public record Empty(String title, String advice) {}
