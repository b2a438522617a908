package org.twinlease.console.model;

/// What there is to know about a field: its name for people, its word in dhcpd's files (empty for
/// none), what it means, what counts without it (empty for nothing), and the usual mistake (empty
/// for none known).
public record Help(String title, String word, String meaning, String otherwise, String mistake) {}
