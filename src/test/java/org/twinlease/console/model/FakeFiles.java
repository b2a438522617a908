package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.app.files.ChangeMemory;
import org.twinlease.config.document.NewPairs;
import org.twinlease.control.LeaseView;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Files in memory. A capture is one line a packet.
public final class FakeFiles implements ConsoleFiles {

    public final Map<String, String> saved = new LinkedHashMap<>();

    /// What was changed and ordered.
    public ChangeBook book = new ChangeMemory("ada");

    public final MemoryPairs pairs = new MemoryPairs();

    /// What a person chooses to open; null when nothing.
    public @Nullable Opened toOpen;

    /// Why nothing can be written; null when it can.
    public @Nullable String refusal;

    @Override
    public void save(String name, Content content, Consumer<Saved> done) {
        if (refusal != null) {
            done.accept(new Saved(name, false, refusal));
            return;
        }
        var out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        saved.put(name, out.toString(StandardCharsets.UTF_8));
        done.accept(new Saved(name, true, ""));
    }

    @Override
    public ChangeBook changes() {
        return book;
    }

    @Override
    public NewPairs newPairs() {
        return pairs;
    }

    @Override
    public void saveAll(Map<String, byte[]> files, Consumer<Saved> done) {
        if (refusal == null) {
            files.forEach(
                    (name, octets) -> saved.put(name, new String(octets, StandardCharsets.UTF_8)));
        }
        done.accept(new Saved("folder", refusal == null, refusal == null ? "" : refusal));
    }

    @Override
    public void open(String ending, Consumer<Opened> done) {
        Opened chosen = toOpen;
        if (chosen != null && chosen.name().endsWith(ending)) done.accept(chosen);
    }

    /// A line a lease, behind the name of the format.
    @Override
    public Content leases(List<LeaseView> leases, Leases format) {
        return out -> {
            out.write((format + "\n").getBytes(StandardCharsets.UTF_8));
            for (LeaseView lease : leases) {
                out.write((lease.address() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public Content capture(List<Heard> servers) {
        return out -> {
            for (Heard server : servers) {
                for (var p : server.passed()) {
                    String line =
                            "%s %s%n"
                                    .formatted(server.server(), p.failover() ? "failover" : "dhcp");
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        };
    }
}
