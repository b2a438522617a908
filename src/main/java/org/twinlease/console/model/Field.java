package org.twinlease.console.model;

/// One labelled value of a record.
public record Field(String label, String value) {}
