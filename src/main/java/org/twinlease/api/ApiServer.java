package org.twinlease.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.ControlView;
import org.twinlease.control.Query;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Offers a server's control channel to other processes: `POST /v1/query`, `POST /v1/command`, `GET
/// /v1/watch`. Every request must show the token (`Authorization: Bearer ...`), on loopback too,
/// since others may have accounts on the machine; a page in a browser has no token, so that
/// whatever name it reached this server by it is not let in.
///
/// Bodies, connections and watchers are bounded; a watcher that does not read is left behind.
public final class ApiServer implements AutoCloseable {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int MOST_WATCHERS = 32;
    private static final int REMEMBERED = 16_384;
    private static final int AT_ONCE = 256;
    private static final long HEARTBEAT_MILLIS = 5_000;
    private static final long ANSWER_SECONDS = 10;

    static {
        // The server of the platform is bounded by properties only, which it reads once.
        Map.of(
                        "jdk.httpserver.maxConnections", "128",
                        "sun.net.httpserver.maxReqTime", "20",
                        "sun.net.httpserver.maxReqHeaderSize", "16384",
                        "sun.net.httpserver.nodelay", "true")
                .forEach(
                        (name, value) -> {
                            if (System.getProperty(name) == null) System.setProperty(name, value);
                        });
    }

    private final HttpServer http;
    private final ControlChannel channel;
    private final byte[] bearer;
    private final NoticeLog log;
    private final ExecutorService threads;
    private final Semaphore watchers = new Semaphore(MOST_WATCHERS);

    private ApiServer(HttpServer http, ControlChannel channel, String token) {
        this.http = http;
        this.channel = channel;
        bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        byte[] life = new byte[6];
        new SecureRandom().nextBytes(life);
        log = new NoticeLog(channel, HexFormat.of().formatHex(life), REMEMBERED);
        threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("control-api-", 0).factory());
    }

    /// Listens.
    ///
    /// @param at address and port; port 0 takes a free one
    /// @param token what every request must show
    /// @throws IOException when the address or the port cannot be had
    public static ApiServer open(InetSocketAddress at, ControlChannel channel, String token)
            throws IOException {
        ApiServer server = new ApiServer(HttpServer.create(at, 64), channel, token);
        server.http.setExecutor(server.threads);
        var _ = server.http.createContext("/", server::handle);
        server.http.start();
        return server;
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return http.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!mayPass(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                refuse(exchange, 401, "the token is missing or wrong");
                return;
            }
            pass(exchange);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "POST /v1/query" -> message(exchange, body -> ask(Json.query(body)));
            case "POST /v1/command" ->
                    message(exchange, body -> channel.submit(Json.command(body)));
            case "GET /v1/watch" -> watch(exchange);
            default ->
                    refuse(
                            exchange,
                            404,
                            "there are POST /v1/query, POST /v1/command and GET /v1/watch");
        }
    }

    /// Where it is reached only this door knows; everything else the server behind it.
    private CompletableFuture<?> ask(Query<?> query) {
        if (!(query instanceof Query.Control)) return channel.ask(query);
        InetSocketAddress at = address();
        String host = at.getAddress().isAnyLocalAddress() ? "*" : at.getAddress().getHostAddress();
        String listening = host + ":" + at.getPort();
        boolean beyond = !at.getAddress().isLoopbackAddress();
        return CompletableFuture.completedFuture(new ControlView(listening, beyond, true));
    }

    private boolean mayPass(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null
                && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), bearer);
    }

    /// What is done with a message that was read.
    private interface Message {
        CompletableFuture<?> handOn(byte[] body) throws IOException;
    }

    private static void message(HttpExchange exchange, Message message) throws IOException {
        byte[] body = body(exchange);
        if (body == null) return;
        CompletableFuture<?> answer;
        try {
            answer = message.handOn(body);
        } catch (IOException wrong) {
            refuse(exchange, 400, sentence(wrong));
            return;
        }
        answer(exchange, answer);
    }

    private static byte @Nullable [] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length <= LARGEST_BODY) return body;
        refuse(exchange, 413, "a message has at most " + LARGEST_BODY + " octets");
        return null;
    }

    private static void answer(HttpExchange exchange, CompletableFuture<?> answer)
            throws IOException {
        try {
            send(exchange, 200, Json.bytes(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS)));
        } catch (ExecutionException overloaded) {
            refuse(exchange, 503, "the server is overloaded or about to end; try again");
        } catch (TimeoutException slow) {
            refuse(exchange, 504, "the server did not answer in " + ANSWER_SECONDS + " s");
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(HttpExchange exchange) throws IOException {
        if (!watchers.tryAcquire()) {
            refuse(exchange, 503, "there are " + MOST_WATCHERS + " watchers already");
            return;
        }
        try {
            NoticeLog.Reader reader = log.reader(after(exchange.getRequestURI().getRawQuery()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('\n');
            out.flush();
            while (!log.isClosed()) {
                List<NoticeLog.Numbered> news = reader.read(AT_ONCE, HEARTBEAT_MILLIS);
                for (NoticeLog.Numbered each : news) {
                    out.write(Json.line(each));
                    out.write('\n');
                }
                // An empty line says that the server is there, and finds out who has gone.
                if (news.isEmpty()) out.write('\n');
                out.flush();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.release();
        }
    }

    private static @Nullable String after(@Nullable String query) {
        if (query == null) return null;
        for (String part : query.split("&", 8)) {
            if (part.startsWith("after=")) {
                return URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, Json.bytes(Map.of("error", why)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /// What is wrong, without the names of our classes and without the place in the source.
    private static String sentence(IOException wrong) {
        String text =
                wrong instanceof com.fasterxml.jackson.core.JsonProcessingException json
                        ? json.getOriginalMessage()
                        : String.valueOf(wrong.getMessage());
        return text.replaceAll("org\\.twinlease\\.\\w+\\.", "").lines().findFirst().orElse("");
    }

    /// Ends all watches and stops listening.
    @Override
    public void close() {
        log.close();
        http.stop(0);
        threads.shutdownNow();
    }
}
