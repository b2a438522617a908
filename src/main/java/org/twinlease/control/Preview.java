package org.twinlease.control;

/// What an order would do: whether it would be obeyed, and a sentence that says what happens then
/// or why it is refused.
public record Preview(boolean allowed, String words) {}
