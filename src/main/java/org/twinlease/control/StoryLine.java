package org.twinlease.control;

import org.twinlease.value.Reason;

import java.util.List;

/// One remembered decision about an address: when (milliseconds since 1970), what was said in
/// (`DHCPREQUEST`, or empty for the server's own acts) and out, and why.
public record StoryLine(long atMillis, String received, String answer, List<Reason> reasons) {}
