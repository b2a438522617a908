package org.twinlease.transport;

import io.netty.channel.ConnectTimeoutException;

import org.twinlease.value.Ip4;

import java.util.List;
import java.util.Locale;

/// What the system says of a TCP connection, in the few words that a person needs.
final class LinkWords {
    static final String CLOSED = "closed by the partner";
    static final String NO_READER = "the partner does not read";

    /// Part of what a system says, and what it means.
    private record Row(String said, String words) {}

    private static final List<Row> LINK =
            List.of(
                    new Row("refused", "connection refused"),
                    new Row("reset", "connection reset by the partner"),
                    new Row("aborted", "connection reset by the partner"),
                    new Row("broken pipe", CLOSED),
                    new Row("no route", "no way to the partner"),
                    new Row("unreachable", "no way to the partner"),
                    new Row("timed out", "no answer from the partner"),
                    new Row("cannot assign", "the local address is not this machine's"),
                    new Row("not available", "the local address is not this machine's"),
                    new Row("too many open files", "this server has too many files open"));

    private static final List<Row> PORT =
            List.of(
                    new Row("in use", "is in use by another program"),
                    new Row("permission denied", "needs root or CAP_NET_BIND_SERVICE"),
                    new Row("not permitted", "needs root or CAP_NET_BIND_SERVICE"),
                    new Row("cannot assign", "cannot be had: the address is not this machine's"),
                    new Row("not available", "cannot be had: the address is not this machine's"));

    private LinkWords() {}

    /// Why a connection ended or could not be made.
    static String link(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) return "no answer from the partner";
        return find(LINK, cause, "the connection failed: ");
    }

    /// Why a port cannot be listened on.
    static String port(Ip4 address, int port, Throwable cause) {
        return "TCP port " + port + " on " + address + " " + find(PORT, cause, "cannot be had: ");
    }

    private static String find(List<Row> rows, Throwable cause, String otherwise) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        for (Row row : rows) if (said.contains(row.said())) return row.words();
        return otherwise + said;
    }
}
