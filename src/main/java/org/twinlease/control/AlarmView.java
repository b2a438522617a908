package org.twinlease.control;

/// Something an operator should know: what kind, since when (milliseconds since 1970), whether it
/// is over, and the detail (a path, an address) that goes into the sentence of its kind.
public record AlarmView(AlarmType type, long atMillis, boolean over, String detail) {}
