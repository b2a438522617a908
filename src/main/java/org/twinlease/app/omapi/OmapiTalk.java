package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.ApiFault;
import org.twinlease.transport.OmapiFault;
import org.twinlease.transport.OmapiLink;
import org.twinlease.wire.omapi.OmapiKey;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiOperation;
import org.twinlease.wire.omapi.OmapiResult;
import org.twinlease.wire.omapi.OmapiValue;

import java.util.List;

/// Questions and changes over a connection to a dhcpd that is made when it is needed, and again
/// when it was lost. Handles hold for one connection only: a dhcpd that was restarted counts anew.
/// Belongs to one thread.
final class OmapiTalk implements AutoCloseable {

    private static final String UNKNOWN_END =
            ". Whether the order was carried out is not known: ask for the status before anything"
                    + " else";

    private final String host;
    private final int port;
    private final @Nullable OmapiKey key;
    private @Nullable OmapiLink link;
    private int connections;

    OmapiTalk(String host, int port, @Nullable OmapiKey key) {
        this.host = host;
        this.port = port;
        this.key = key;
    }

    /// Where it is, as host and port.
    String place() {
        return host + ":" + port;
    }

    /// Asks for an object by its type and what is known of it.
    OmapiMessage open(String type, OmapiValue... known) throws ApiFault {
        return ask(OmapiOperation.OPEN, 0, List.of(OmapiValue.of("type", type)), List.of(known));
    }

    /// Asks for an object by a handle that this connection has shown.
    OmapiMessage refresh(int handle) throws ApiFault {
        return ask(OmapiOperation.REFRESH, handle, List.of(), List.of());
    }

    /// A question, asked once more where the connection was one from before and is gone.
    private OmapiMessage ask(
            OmapiOperation operation, int handle, List<OmapiValue> about, List<OmapiValue> values)
            throws ApiFault {
        boolean old = link != null;
        try {
            return link().request(operation, handle, about, values);
        } catch (OmapiFault fault) {
            close();
            boolean again = old && handle == 0 && fault.kind() == OmapiFault.Kind.CLOSED;
            if (again) return ask(operation, handle, about, values);
            throw fault(fault, "");
        }
    }

    /// Changes one value of an object; never sent twice.
    OmapiResult set(int handle, OmapiValue value) throws ApiFault {
        try {
            return OmapiResult.of(
                    link().request(OmapiOperation.UPDATE, handle, List.of(), List.of(value)));
        } catch (OmapiFault fault) {
            close();
            throw fault(fault, UNKNOWN_END);
        }
    }

    /// Changes a value after which the server ends its connections; null when it has, within so
    /// many milliseconds.
    @Nullable OmapiResult setLast(int handle, OmapiValue value, int millis) throws ApiFault {
        try {
            OmapiMessage answer = link().last(handle, List.of(value), millis);
            return answer == null ? null : OmapiResult.of(answer);
        } catch (OmapiFault fault) {
            throw fault(fault, UNKNOWN_END);
        } finally {
            close();
        }
    }

    /// Whether nobody listens there any more.
    boolean isGone() {
        try {
            OmapiLink.open(host, port, null).close();
            return false;
        } catch (OmapiFault fault) {
            return fault.kind() == OmapiFault.Kind.NO_LISTENER;
        }
    }

    /// The number of the connection: handles hold as long as it stays the same.
    int connection() {
        return link == null ? -1 : connections;
    }

    private OmapiLink link() throws OmapiFault {
        OmapiLink open = link;
        if (open != null) return open;
        open = OmapiLink.open(host, port, key);
        link = open;
        connections++;
        return open;
    }

    private static ApiFault fault(OmapiFault fault, String behind) {
        ApiFault.Kind kind =
                switch (fault.kind()) {
                    case NO_SUCH_HOST, NO_LISTENER, UNREACHABLE, CLOSED, NOT_OMAPI ->
                            ApiFault.Kind.UNREACHABLE;
                    case SILENT -> ApiFault.Kind.BUSY;
                    case KEY_NEEDED, UNKNOWN_KEY, OTHER_KEY, WRONG_SECRET, BAD_SIGNATURE ->
                            ApiFault.Kind.DENIED;
                };
        return new ApiFault(kind, fault.getMessage() + behind);
    }

    @Override
    public void close() {
        if (link != null) link.close();
        link = null;
    }
}
