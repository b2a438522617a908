package org.twinlease.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.twinlease.control.Command;
import org.twinlease.control.ControlChannel.Watch;
import org.twinlease.control.ControlView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

@Timeout(30)
@Tag("socket")
final class ApiServerTest {

    private static final String TOKEN = "a-token-that-nobody-guesses";

    private final FakeServer fake = new FakeServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private ApiServer server;
    private RemoteChannel remote;

    @BeforeEach
    void open() throws IOException {
        server =
                ApiServer.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), fake, TOKEN);
        remote = new RemoteChannel(url(), TOKEN);
    }

    @AfterEach
    void close() {
        remote.close();
        server.close();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.address().getPort());
    }

    @Test
    void questionsAndOrdersAreAnsweredAsByTheServerItself() throws Exception {
        assertThat(remote.ask(new Query.Failover()).get()).containsExactly(Samples.PAIR);
        assertThat(remote.ask(new Query.OneLease(Samples.ADDRESS)).get()).isNull();
        Command down = new Command.PartnerDown("fo", 5);
        assertThat(remote.ask(new Query.Consequence(down)).get().words()).isEqualTo("" + down);
        assertThat(remote.submit(down).get()).isEqualTo(new Outcome.Done());
        fake.outcome = new Outcome.Refused("The partner answers.");
        assertThat(remote.submit(new Command.Pause("fo")).get()).isEqualTo(fake.outcome);
        assertThat(fake.ordered).containsExactly(down, new Command.Pause("fo"));
    }

    @Test
    void whereItIsReachedTheDoorItselfTells() throws Exception {
        String own = "127.0.0.1:" + server.address().getPort();
        assertThat(remote.ask(new Query.Control()).get())
                .isEqualTo(new ControlView(own, false, true));
        try (var everywhere = ApiServer.open(new InetSocketAddress("0.0.0.0", 0), fake, TOKEN);
                var other =
                        new RemoteChannel(
                                URI.create("http://127.0.0.1:" + everywhere.address().getPort()),
                                TOKEN)) {
            ControlView said = other.ask(new Query.Control()).get();
            assertThat(said.beyond()).isTrue();
            assertThat(said.listening()).startsWith("*:");
        }
    }

    @Test
    void withoutTheTokenNothingIsSaidAndNothingDone() throws Exception {
        for (String token : List.of("", "wrong", TOKEN + "x", TOKEN.substring(1))) {
            try (RemoteChannel stranger = new RemoteChannel(url(), token)) {
                assertThat(fault(stranger.submit(new Command.Pause("fo"))).kind())
                        .isEqualTo(ApiFault.Kind.DENIED);
                assertThat(fault(stranger.ask(new Query.Failover())).kind())
                        .isEqualTo(ApiFault.Kind.DENIED);
            }
        }
        assertThat(fake.ordered).isEmpty();
        assertThat(send("GET", "/v1/watch", "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/", "", "").statusCode()).isEqualTo(401);
        assertThat(fake.watchers).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithWhatIsWrong() throws Exception {
        assertThat(send("POST", "/v1/query", "{\"query\":\"story\",\"address\":\"x\"}", TOKEN))
                .satisfies(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(400);
                            assertThat(answer.body()).contains("x is no Ip4");
                        });
        assertThat(send("POST", "/v1/command", "{", TOKEN).statusCode()).isEqualTo(400);
        assertThat(send("POST", "/v1/query", " ".repeat(70_000), TOKEN).statusCode())
                .isEqualTo(413);
        assertThat(send("GET", "/v1/query", "", TOKEN).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/v1/watch", "", TOKEN).statusCode()).isEqualTo(404);
        assertThat(remote.ask(new Query.Failover()).get()).hasSize(1);
    }

    @Test
    void anOverloadedServerAndOneThatIsGoneAreToldApart() throws Exception {
        fake.full = true;
        assertThat(fault(remote.ask(new Query.Failover())).kind()).isEqualTo(ApiFault.Kind.BUSY);
        server.close();
        assertThat(fault(remote.ask(new Query.Failover())).kind())
                .isEqualTo(ApiFault.Kind.UNREACHABLE);
    }

    @Test
    void noticesComeInOrderAndAfterALossFromTheLastToken() throws Exception {
        try (Watch _ = remote.follow(null, follower())) {
            until(() -> !fake.watchers.isEmpty());
            fake.tell("a", "b");
            assertThat(heard.take()).isEqualTo("a");
            assertThat(heard.take()).isEqualTo("b");
        }
        tokens.take();
        String token = tokens.take();
        fake.tell("missed");
        try (Watch _ = remote.follow(token, follower())) {
            assertThat(heard.take()).isEqualTo("missed");
            fake.tell("c");
            assertThat(heard.take()).isEqualTo("c");
        }
    }

    @Test
    void aServerThatCameBackBeginsWithAResync() throws Exception {
        int port = server.address().getPort();
        try (Watch _ = remote.follow(null, follower())) {
            until(() -> !fake.watchers.isEmpty());
            fake.tell("a");
            assertThat(heard.take()).isEqualTo("a");
            server.close();
            assertThat(heard.take()).isEqualTo("lost");
            server =
                    ApiServer.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                            fake,
                            TOKEN);
            assertThat(heard.take()).isEqualTo("resync");
            fake.tell("b");
            assertThat(heard.take()).isEqualTo("b");
        }
    }

    @Test
    void watchersAreBounded() throws Exception {
        Set<Integer> in = ConcurrentHashMap.newKeySet();
        BlockingQueue<ApiFault> refused = new LinkedBlockingQueue<>();
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            int number = i;
            watches.add(remote.follow(null, counting(() -> in.add(number), refused)));
        }
        until(
                () -> {
                    fake.tell("x");
                    return in.size() == 32;
                });
        watches.add(remote.follow(null, counting(() -> in.add(32), refused)));
        assertThat(refused.take().kind()).isEqualTo(ApiFault.Kind.BUSY);
        for (Watch watch : watches) watch.close();
    }

    private static Connection.Follower counting(Runnable heard, Queue<ApiFault> refused) {
        return new Connection.Follower() {
            @Override
            public void heard(String token, Notice notice) {
                heard.run();
            }

            @Override
            public void lost(ApiFault why) {
                refused.add(why);
            }
        };
    }

    private Connection.Follower follower() {
        return new Connection.Follower() {
            @Override
            public void heard(String token, Notice notice) {
                tokens.add(token);
                heard.add(notice instanceof Notice.Alarm(var alarm) ? alarm.detail() : "resync");
            }

            @Override
            public void lost(ApiFault why) {
                heard.add("lost");
            }
        };
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(url().resolve(path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static ApiFault fault(CompletableFuture<?> answer) throws InterruptedException {
        try {
            Object said = answer.get();
            throw new AssertionError("answered: " + said);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ApiFault fault) return fault;
            throw new AssertionError(failed);
        }
    }

    private static void until(java.util.function.BooleanSupplier what) {
        while (!what.getAsBoolean()) Thread.onSpinWait();
    }
}
