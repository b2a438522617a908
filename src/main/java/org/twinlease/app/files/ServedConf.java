package org.twinlease.app.files;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.edit.Secrets;
import org.twinlease.isc.tree.ConfTree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The way in to a server whose configuration was read from files: it says which.
public final class ServedConf implements ControlChannel {

    private final ControlChannel server;
    private volatile ConfView now = ConfView.UNKNOWN;

    /// Until it is told, it does not know either.
    public ServedConf(ControlChannel server) {
        this.server = server;
    }

    /// What is served from now on. From any thread.
    public void serves(DhcpdConf.Reading reading) {
        now = view(reading);
    }

    /// What was read, as others may see it.
    public static ConfView view(DhcpdConf.Reading reading) {
        List<String> texts = Secrets.blanked(reading.files());
        List<ConfView.File> files = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ConfTree file = reading.files().get(i);
            files.add(new ConfView.File(file.name(), digest(file.bytes()), texts.get(i)));
        }
        return new ConfView(files);
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    // The query is answered with the type that it names.
    @SuppressWarnings("unchecked")
    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return (Query<?>) query instanceof Query.Configuration
                ? (CompletableFuture<A>) CompletableFuture.completedFuture(now)
                : server.ask(query);
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return server.submit(command);
    }

    @Override
    public Watch watch(Consumer<Notice> watcher) {
        return server.watch(watcher);
    }
}
