package org.twinlease.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.twinlease.control.Notice;

/// A notice as the control API writes it, for programs that write it on.
public final class NoticeLine {

    private NoticeLine() {}

    /// The notice with its kind under `notice` and where to go on after it under `token`.
    public static ObjectNode of(String token, Notice notice) {
        return Json.node(new NoticeLog.Numbered(token, notice));
    }
}
