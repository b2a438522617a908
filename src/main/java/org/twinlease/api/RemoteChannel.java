package org.twinlease.api;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Command;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A server in another process, by its control API.
public final class RemoteChannel implements Connection, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final long LARGEST_ANSWER = 256L << 20;
    private static final int LONGEST_LINE = 1 << 20;
    private static final long AGAIN_MILLIS = 1_000;

    private final URI server;
    private final String token;
    private final HttpClient http;

    /// A channel to the server at a URL with nothing behind its port. Nothing is sent yet. The
    /// token goes to that server only: through no proxy, and along with no redirection.
    public RemoteChannel(URI server, String token) {
        this.server = server;
        this.token = token;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public <A extends @Nullable Object> CompletableFuture<A> ask(Query<A> query) {
        return post("/v1/query", query).thenApply(body -> read(() -> Json.answer(query, body)));
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return post("/v1/command", command).thenApply(body -> read(() -> Json.outcome(body)));
    }

    /// Something that reads what the server sent.
    private interface Reading<A extends @Nullable Object> {
        A read() throws IOException;
    }

    private <A extends @Nullable Object> A read(Reading<A> reading) {
        try {
            return reading.read();
        } catch (IOException strange) {
            throw new CompletionException(strange(strange));
        }
    }

    private ApiFault strange(IOException what) {
        return new ApiFault(
                ApiFault.Kind.REFUSED,
                "%s says what this version does not know (%s); use the same version here and there"
                        .formatted(server, what.getMessage()));
    }

    private CompletableFuture<byte[]> post(String path, Object message) {
        HttpRequest request;
        try {
            request =
                    to(path).timeout(ANSWER)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(message)))
                            .build();
        } catch (IOException unwritable) {
            return CompletableFuture.failedFuture(unwritable);
        }
        return http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER))
                .handle(this::body);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token);
    }

    private byte[] body(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failed) {
        if (response == null) throw new CompletionException(unreachable(failed));
        if (response.statusCode() == 200) return response.body();
        throw new CompletionException(fault(response.statusCode(), Json.error(response.body())));
    }

    private ApiFault fault(int status, String said) {
        String words = said.isEmpty() ? "HTTP status " + status : said;
        return switch (status) {
            case 401 ->
                    new ApiFault(
                            ApiFault.Kind.DENIED,
                            server
                                    + " does not let us in: "
                                    + words
                                    + ". It keeps its token as api.token in its data folder;"
                                    + " give that with --token-file");
            case 503, 504 -> new ApiFault(ApiFault.Kind.BUSY, server + ": " + words);
            case 400, 413 -> new ApiFault(ApiFault.Kind.REFUSED, server + ": " + words);
            default ->
                    new ApiFault(
                            ApiFault.Kind.UNREACHABLE,
                            server + " is no control API of Twinlease (" + words + ")");
        };
    }

    private ApiFault unreachable(@Nullable Throwable failed) {
        Throwable cause = failed instanceof CompletionException deep ? deep.getCause() : failed;
        String why =
                switch (cause) {
                    case HttpConnectTimeoutException _ -> "no connection in 5 s";
                    case HttpTimeoutException _ -> "no answer in 15 s";
                    case ConnectException _ -> "nobody listens there";
                    case null -> "no answer";
                    default -> String.valueOf(cause.getMessage());
                };
        return new ApiFault(
                ApiFault.Kind.UNREACHABLE,
                "%s cannot be reached: %s. Is the server running with --api, and is the address right?"
                        .formatted(server, why));
    }

    @Override
    public Watch follow(@Nullable String after, Follower follower) {
        Following following = new Following(after, follower);
        Thread thread = Thread.ofVirtual().name("watch-" + server).start(following);
        return () -> {
            following.open = false;
            thread.interrupt();
        };
    }

    /// One watch, on a thread of its own, through as many connections as it takes.
    private final class Following implements Runnable {
        private final Follower follower;
        private @Nullable String after;
        private boolean told;
        private volatile boolean open = true;

        Following(@Nullable String after, Follower follower) {
            this.after = after;
            this.follower = follower;
        }

        @Override
        public void run() {
            while (open) {
                try {
                    once();
                } catch (InterruptedException end) {
                    return;
                } catch (IOException lost) {
                    if (!open) return;
                    if (!told) follower.lost(lost instanceof ApiFault f ? f : unreachable(lost));
                    told = true;
                }
                try {
                    Thread.sleep(AGAIN_MILLIS);
                } catch (InterruptedException end) {
                    return;
                }
            }
        }

        private void once() throws IOException, InterruptedException {
            String from =
                    after == null
                            ? ""
                            : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
            HttpResponse<InputStream> response =
                    http.send(to("/v1/watch" + from).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw fault(response.statusCode(), Json.error(in.readNBytes(LONGEST_LINE)));
                }
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = line(lines); line != null && open; line = line(lines)) {
                    told = false;
                    if (!line.isEmpty()) hear(line);
                }
            }
            throw new IOException("the connection was closed");
        }

        private void hear(String line) throws IOException {
            NoticeLog.Numbered numbered;
            try {
                numbered = Json.numbered(line);
            } catch (IOException unknown) {
                throw strange(unknown);
            }
            after = numbered.token();
            follower.heard(numbered.token(), numbered.notice());
        }

        /// A line without its end, null at the end of the stream.
        private static @Nullable String line(BufferedReader in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') return line.toString();
                if (line.length() == LONGEST_LINE) throw new IOException("a line without end");
                line.append((char) c);
            }
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
