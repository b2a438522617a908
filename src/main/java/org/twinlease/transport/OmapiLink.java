package org.twinlease.transport;

import org.jspecify.annotations.Nullable;
import org.twinlease.transport.OmapiFault.Kind;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.omapi.OmapiCutter;
import org.twinlease.wire.omapi.OmapiKey;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiOperation;
import org.twinlease.wire.omapi.OmapiResult;
import org.twinlease.wire.omapi.OmapiValue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A connection to the OMAPI of a dhcpd, with one request at a time. Whoever uses it waits; it
/// belongs to one thread. With a key, every answer must be signed with it; the one thing that is
/// believed without is that the server does not take the key.
public final class OmapiLink implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    /// A dhcpd has one thread, and waits for disks and name servers with it.
    private static final int ANSWER_MILLIS = 12_000;

    private final String place;
    private final Socket socket = new Socket();
    private final OmapiCutter cutter = new OmapiCutter();
    private final Deque<OmapiMessage> arrived = new ArrayDeque<>();
    private final @Nullable OmapiKey key;
    private int authenticator;
    private int lastId;

    private OmapiLink(String place, @Nullable OmapiKey key) {
        this.place = place;
        this.key = key;
    }

    /// Connects, and shows the key where there is one. That the server takes it shows with the
    /// first answer.
    ///
    /// @throws OmapiFault when it cannot be reached, or knows no such key
    public static OmapiLink open(String host, int port, @Nullable OmapiKey key) throws OmapiFault {
        OmapiLink link = new OmapiLink(host + ":" + port, key);
        try {
            link.connect(host, port);
            if (key != null) link.authenticate(key);
            return link;
        } catch (OmapiFault fault) {
            link.close();
            throw fault;
        }
    }

    private void connect(String host, int port) throws OmapiFault {
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(host), port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            // Both send it without waiting for the other.
            socket.getOutputStream().write(OmapiMessage.STARTUP.toArray());
        } catch (UnknownHostException unknown) {
            throw fault(Kind.NO_SUCH_HOST);
        } catch (ConnectException refused) {
            throw fault(Kind.NO_LISTENER);
        } catch (IOException failed) {
            throw fault(Kind.UNREACHABLE);
        }
    }

    /// Every object has a handle; that of the key is named by all messages that it signs.
    private void authenticate(OmapiKey shown) throws OmapiFault {
        int id = ++lastId;
        send(
                OmapiMessage.request(
                        OmapiOperation.OPEN,
                        0,
                        id,
                        List.of(OmapiValue.of("type", "authenticator")),
                        List.of(
                                OmapiValue.of("name", shown.name()),
                                OmapiValue.of("algorithm", shown.algorithm().wireName()))));
        OmapiMessage answer = answer(id);
        if (answer.operation() != OmapiOperation.UPDATE || answer.handle() == 0) {
            throw fault(Kind.UNKNOWN_KEY);
        }
        authenticator = answer.handle();
    }

    /// Sends a request and waits for its answer: an update with the object's values, or a status.
    ///
    /// @throws OmapiFault when there is none, or none that is to be believed
    public OmapiMessage request(
            OmapiOperation operation, int handle, List<OmapiValue> about, List<OmapiValue> values)
            throws OmapiFault {
        int id = order(operation, handle, about, values);
        return believed(answer(id));
    }

    /// Sends a request that is not answered but by the end of the connection, and waits for that.
    ///
    /// @return null when the server has closed the connection; what it answered instead
    /// @throws OmapiFault when neither comes within `millis`
    public @Nullable OmapiMessage last(int handle, List<OmapiValue> values, int millis)
            throws OmapiFault {
        int id = order(OmapiOperation.UPDATE, handle, List.of(), values);
        try {
            return believed(answer(id, millis));
        } catch (OmapiFault fault) {
            if (fault.kind() == Kind.CLOSED) return null;
            throw fault;
        }
    }

    private int order(
            OmapiOperation operation, int handle, List<OmapiValue> about, List<OmapiValue> values)
            throws OmapiFault {
        int id = ++lastId;
        OmapiMessage request = OmapiMessage.request(operation, handle, id, about, values);
        send(key == null ? request : request.signed(authenticator, key));
        return id;
    }

    private OmapiMessage believed(OmapiMessage answer) throws OmapiFault {
        if (key != null && answer.authenticator() == authenticator && answer.isSignedBy(key)) {
            return answer;
        }
        Kind denied =
                switch (OmapiResult.of(answer)) {
                    case NO_KEY -> key == null ? Kind.KEY_NEEDED : Kind.OTHER_KEY;
                    case UNKNOWN_KEY -> Kind.OTHER_KEY;
                    case INVALID_KEY -> Kind.WRONG_SECRET;
                    default -> key == null ? null : Kind.BAD_SIGNATURE;
                };
        if (denied != null) throw fault(denied);
        return answer;
    }

    private void send(OmapiMessage message) throws OmapiFault {
        try {
            socket.getOutputStream().write(message.encode());
        } catch (IOException gone) {
            throw fault(Kind.CLOSED);
        }
    }

    private OmapiMessage answer(int id) throws OmapiFault {
        return answer(id, ANSWER_MILLIS);
    }

    /// The answer to a request; nothing else is waited for, and what else comes is dropped.
    private OmapiMessage answer(int id, int millis) throws OmapiFault {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            OmapiMessage next = arrived.poll();
            if (next == null) read(until);
            else if (next.answers() == id) return next;
        }
    }

    private void read(long until) throws OmapiFault {
        byte[] octets = new byte[4096];
        int length;
        try {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) throw fault(Kind.SILENT);
            socket.setSoTimeout((int) left);
            length = socket.getInputStream().read(octets);
        } catch (SocketTimeoutException silent) {
            throw fault(Kind.SILENT);
        } catch (OmapiFault fault) {
            throw fault;
        } catch (IOException gone) {
            throw fault(Kind.CLOSED);
        }
        if (length < 0) throw fault(Kind.CLOSED);
        for (Decoded<OmapiMessage> each : cutter.feed(octets, length)) {
            switch (each) {
                case Decoded.Ok<OmapiMessage>(OmapiMessage message) -> arrived.add(message);
                case Decoded.Bad<OmapiMessage> _ -> throw fault(Kind.NOT_OMAPI);
            }
        }
    }

    private OmapiFault fault(Kind kind) {
        return new OmapiFault(kind, place);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ended) {
            // It is over either way.
        }
    }
}
