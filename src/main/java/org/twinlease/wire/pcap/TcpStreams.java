package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The byte streams of the connections in a capture that have one of some ports at either end. Each
/// direction is read with a reader of its own, which the caller makes and gets back with every
/// chunk. Holds the newest thousand connections, and of each direction no more than
/// [TcpDirection#MOST] octets.
public final class TcpStreams<R> {

    /// The most connections that are followed at a time.
    static final int MOST = 1024;

    private record Ends(Endpoint one, Endpoint other) {

        /// The same for both directions.
        static Ends of(Segment segment) {
            Endpoint src = segment.src();
            Endpoint dst = segment.dst();
            int order = src.address().compareTo(dst.address());
            boolean first = order < 0 || (order == 0 && src.port() <= dst.port());
            return first ? new Ends(src, dst) : new Ends(dst, src);
        }
    }

    private static final class Way<R> {
        final TcpDirection direction = new TcpDirection();
        final R reader;
        final Endpoint src;
        final Endpoint dst;
        long nanos;

        Way(R reader, Endpoint src, Endpoint dst) {
            this.reader = reader;
            this.src = src;
            this.dst = dst;
        }
    }

    private static final class Connection<R> {
        final int number;
        final @Nullable Integer opening;
        final Map<Endpoint, Way<R>> ways = new LinkedHashMap<>();

        Connection(int number, @Nullable Integer opening) {
            this.number = number;
            this.opening = opening;
        }
    }

    private final Map<Ends, Connection<R>> connections = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> ports;
    private final Supplier<R> readers;
    private int count;

    /// Follows connections that have one of the ports at either end.
    public TcpStreams(Set<Integer> ports, Supplier<R> readers) {
        this.ports = Set.copyOf(ports);
        this.readers = readers;
    }

    /// Takes a frame; gives the octets that it puts in order, null where it does not.
    public @Nullable StreamChunk<R> take(CapturedFrame frame) {
        Segment segment = Segment.of(frame);
        if (segment == null || !isWanted(segment)) return null;
        Connection<R> connection = connection(segment);
        Way<R> way =
                connection.ways.computeIfAbsent(
                        segment.src(), src -> new Way<>(readers.get(), src, segment.dst()));
        way.nanos = segment.nanos();
        if (segment.syn()) way.direction.begin(segment.sequence());
        if (segment.data().length == 0) return null;
        int sequence = segment.syn() ? segment.sequence() + 1 : segment.sequence();
        byte[] octets = way.direction.take(sequence, segment.data());
        return octets.length == 0 ? null : chunk(connection, way, octets);
    }

    /// Says that the capture is at its end; gives what still waits for octets that will not come.
    public List<StreamChunk<R>> finish() {
        List<StreamChunk<R>> chunks = new ArrayList<>();
        for (Connection<R> connection : connections.values()) {
            for (Way<R> way : connection.ways.values()) {
                for (byte[] octets = way.direction.flush();
                        octets.length > 0;
                        octets = way.direction.flush()) {
                    chunks.add(chunk(connection, way, octets));
                }
            }
        }
        return chunks;
    }

    private static <R> StreamChunk<R> chunk(Connection<R> connection, Way<R> way, byte[] octets) {
        return new StreamChunk<>(
                way.nanos,
                connection.number,
                way.src,
                way.dst,
                octets,
                way.direction.lost(),
                way.reader);
    }

    private boolean isWanted(Segment segment) {
        return ports.contains(segment.src().port()) || ports.contains(segment.dst().port());
    }

    /// A SYN with a number of its own opens a new connection between the same ends.
    private Connection<R> connection(Segment segment) {
        Ends ends = Ends.of(segment);
        Connection<R> known = connections.get(ends);
        boolean opens = segment.syn() && !segment.ack();
        if (known != null
                && !(opens && !Integer.valueOf(segment.sequence()).equals(known.opening))) {
            return known;
        }
        Connection<R> made = new Connection<>(++count, opens ? segment.sequence() : null);
        connections.put(ends, made);
        if (connections.size() > MOST) connections.remove(connections.keySet().iterator().next());
        return made;
    }
}
