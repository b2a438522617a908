package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A server's side of partner links as a test sees it: what comes in, in order, and calls on the
/// loop's thread.
final class PartnerHost implements AutoCloseable {
    static final Ip4 HERE = Ip4.of("127.0.0.1");
    private static final PartnerPorts.Times SHORT = new PartnerPorts.Times(300, 20, 5_000);
    private static final long PATIENCE = 10;

    final PortCounts counts = new PortCounts();
    private final EngineLoop loop;
    private final PartnerPorts ports;
    private final LinkedBlockingQueue<Input> inputs = new LinkedBlockingQueue<>();

    private PartnerHost(IoKind io, int inbox) {
        loop =
                new EngineLoop(
                        "partners",
                        io,
                        new Intake(inbox),
                        broken -> {
                            throw new AssertionError(broken);
                        });
        ports = new PartnerPorts(loop, io, counts, SHORT);
        loop.whenStopped(ports::close);
    }

    /// A host whose inputs are taken at once.
    static PartnerHost start(IoKind io) {
        PartnerHost host = idle(io, 1 << 14);
        host.begin();
        return host;
    }

    /// A host that takes nothing out of its inbox before [#begin].
    static PartnerHost idle(IoKind io, int inbox) {
        PartnerHost host = new PartnerHost(io, inbox);
        host.allow("127.0.0.1");
        return host;
    }

    void begin() {
        loop.start(
                new Core() {
                    @Override
                    public void batch(Now now, List<Input> batch) {
                        inputs.addAll(batch);
                        ports.flush();
                    }

                    @Override
                    public long nextWakeTick() {
                        return Long.MAX_VALUE;
                    }
                });
    }

    void allow(String... addresses) {
        ports.allow(
                Set.of(addresses).stream()
                        .map(Ip4::of)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    /// Runs something on the loop's thread and waits for it.
    <T> T on(Function<PartnerPorts, T> call) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.run(
                () -> {
                    answer.complete(call.apply(ports));
                    ports.flush();
                });
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }

    void send(long link, byte[] octets) throws Exception {
        on(
                p -> {
                    p.send(link, octets);
                    return 0;
                });
    }

    void end(long link) throws Exception {
        on(
                p -> {
                    p.close(link);
                    return 0;
                });
    }

    void connect(long link, Ip4 from, int port) throws Exception {
        on(
                p -> {
                    p.connect(link, from, HERE, port);
                    return 0;
                });
    }

    void listen(Ip4 address, int port) throws Exception {
        on(
                p -> {
                    p.listen(address, port);
                    return 0;
                });
    }

    /// Listens on any port, and says where.
    InetSocketAddress listening() throws Exception {
        listen(HERE, 0);
        while (true) {
            List<InetSocketAddress> addresses = on(PartnerPorts::addresses);
            if (!addresses.isEmpty()) return addresses.getFirst();
        }
    }

    /// The next input, which has to be of a kind; word of the listening is passed over.
    <T extends Input> T next(Class<T> kind) throws Exception {
        Input input = inputs.poll(PATIENCE, TimeUnit.SECONDS);
        while (input instanceof Input.Listening && kind != Input.Listening.class) {
            input = inputs.poll(PATIENCE, TimeUnit.SECONDS);
        }
        assertNotNull(input, "no " + kind.getSimpleName());
        assertEquals(kind, input.getClass(), input::toString);
        return kind.cast(input);
    }

    /// So many octets from a link, which nothing else may come between.
    byte[] octets(long link, int count) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < count) {
            Input.LinkData data = next(Input.LinkData.class);
            assertEquals(link, data.link());
            assertEquals(true, data.octets().length <= 64 << 10);
            all.writeBytes(data.octets());
        }
        return all.toByteArray();
    }

    /// Says that nothing came in: the next input is one that is put there now.
    void nothingCame() throws Exception {
        Input mark = new Input.PingAnswered(HERE);
        loop.offer(mark);
        assertEquals(mark, next(Input.PingAnswered.class));
    }

    @Override
    public void close() {
        loop.close();
    }
}
