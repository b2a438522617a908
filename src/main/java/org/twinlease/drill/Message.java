package org.twinlease.drill;

import org.twinlease.control.FailoverMessageView;

/// A message between the servers of a twin as one of them (0 is the primary) saw it go or come;
/// `second` is since midnight of the first day.
public record Message(long second, int server, FailoverMessageView view) {}
