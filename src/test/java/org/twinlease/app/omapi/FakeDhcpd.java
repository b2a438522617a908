package org.twinlease.app.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.omapi.OmapiCutter;
import org.twinlease.wire.omapi.OmapiKey;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiOperation;
import org.twinlease.wire.omapi.OmapiValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What answers OMAPI as a dhcpd does, and on demand as one in trouble or as somebody else. Has one
/// failover-state, `fo`, and one lease, 10.77.0.100.
final class FakeDhcpd implements AutoCloseable {

    /// How it answers.
    enum Manner {
        WELL,
        /// One octet a segment.
        IN_PIECES,
        /// Says done to a change, and changes nothing.
        WITHOUT_EFFECT,
        /// Closes the connection when it is to change something, after it has.
        CLOSING,
        /// Closes every connection after one answer.
        SHORT_LIVED,
        /// Does not sign.
        UNSIGNED,
        /// Answers as a web server.
        WEB
    }

    private static final int KEY_HANDLE = 4;

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final @Nullable OmapiKey key;
    private final Manner manner;
    final List<OmapiMessage> heard = new CopyOnWriteArrayList<>();
    volatile int state = 3;

    FakeDhcpd(@Nullable OmapiKey key, Manner manner) throws IOException {
        this.key = key;
        this.manner = manner;
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (manner == Manner.WEB) {
                byte[] words = "HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII);
                write(socket, words);
            } else {
                write(socket, OmapiMessage.STARTUP.toArray());
            }
            OmapiCutter cutter = new OmapiCutter();
            byte[] octets = new byte[4096];
            for (int n = octets.length; n > 0; n = socket.getInputStream().read(octets)) {
                if (n == octets.length) continue;
                for (Decoded<OmapiMessage> each : cutter.feed(octets, n)) {
                    if (!(each instanceof Decoded.Ok<OmapiMessage>(OmapiMessage request))) return;
                    if (!answered(socket, request)) return;
                }
            }
        } catch (IOException gone) {
            // The client has what it wanted.
        }
    }

    private boolean answered(Socket socket, OmapiMessage request) throws IOException {
        heard.add(request);
        boolean change = request.operation() == OmapiOperation.UPDATE;
        OmapiMessage answer = answer(request);
        if (change && manner == Manner.CLOSING) return false;
        boolean sign = key != null && answer.authenticator() != 0 && manner != Manner.UNSIGNED;
        write(socket, (sign && key != null ? answer.signed(KEY_HANDLE, key) : answer).encode());
        return manner != Manner.SHORT_LIVED || (request.authenticator() == 0 && key != null);
    }

    private OmapiMessage answer(OmapiMessage request) {
        String type = text(request.aboutIt("type"));
        if (type.equals("authenticator")) {
            boolean known = key != null && text(request.value("name")).equals(key.name());
            return known
                    ? update(request, 0, KEY_HANDLE, request.values())
                    : status(request, 0, 23);
        }
        if (key != null && request.authenticator() == 0) return status(request, 0, 0x60009);
        if (key != null && !request.isSignedBy(key)) return status(request, 0, 0x6000B);
        int by = request.authenticator();
        if (request.operation() == OmapiOperation.UPDATE) {
            if (manner != Manner.WITHOUT_EFFECT) state = number(request, "local-state");
            return status(request, by, 0);
        }
        if (request.operation() == OmapiOperation.REFRESH && request.handle() == 9) {
            return update(
                    request,
                    by,
                    9,
                    List.of(
                            OmapiValue.of("lease-count", 20),
                            OmapiValue.of("free-leases", 12),
                            OmapiValue.of("backup-leases", 5)));
        }
        if (type.equals("failover-state") && text(request.value("name")).equals("fo")) {
            return update(request, by, 7, failover());
        }
        if (type.equals("lease") && number(request, "ip-address") == 0x0A4D_0064) {
            return update(request, by, 8, lease());
        }
        return type.equals("control")
                ? update(request, by, 6, List.of(OmapiValue.of("state", 0)))
                : status(request, by, 23);
    }

    private List<OmapiValue> failover() {
        return List.of(
                OmapiValue.of("mclt", 60),
                OmapiValue.of("partner-state", 2),
                OmapiValue.of("local-state", state),
                OmapiValue.of("local-stos", 1_795_456_477),
                OmapiValue.of("max-outstanding-updates", 10),
                OmapiValue.of("hierarchy", 1));
    }

    private static List<OmapiValue> lease() {
        return List.of(
                OmapiValue.of("state", 2),
                OmapiValue.of("ip-address", 0x0A4D_0064),
                OmapiValue.of("pool", 9),
                OmapiValue.of("hardware-type", 1),
                new OmapiValue("hardware-address", Octets.of(new byte[] {2, 0, 0, 0, 1, 2}, 0, 6)));
    }

    private static OmapiMessage update(
            OmapiMessage request, int by, int handle, List<OmapiValue> values) {
        return new OmapiMessage(
                by,
                OmapiOperation.UPDATE,
                handle,
                1,
                request.id(),
                List.of(),
                values,
                Octets.EMPTY);
    }

    private static OmapiMessage status(OmapiMessage request, int by, int result) {
        return new OmapiMessage(
                by,
                OmapiOperation.STATUS,
                0,
                1,
                request.id(),
                List.of(OmapiValue.of("result", result)),
                List.of(),
                Octets.EMPTY);
    }

    private static String text(@Nullable OmapiValue value) {
        return value == null ? "" : value.octets().text();
    }

    private static int number(OmapiMessage message, String name) {
        OmapiValue value = message.value(name);
        return value == null ? 0 : (int) value.number().orElse(0);
    }

    private void write(Socket socket, byte... octets) throws IOException {
        if (manner != Manner.IN_PIECES) {
            socket.getOutputStream().write(octets);
            return;
        }
        for (byte octet : octets) socket.getOutputStream().write(octet);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
