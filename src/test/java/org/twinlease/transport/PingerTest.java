package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

final class PingerTest {
    private static final Interface LOOPBACK =
            new Interface("lo", Ip4.of("127.0.0.1"), null, 1_500, false);
    private static final Ip4 HOST = Ip4.of("10.0.0.9");

    @Test
    void aRequestIsWhatAnyHostUnderstands() {
        byte[] request = new Echo(0x0102, 0x0304, 0x1122334455667788L).request();
        assertEquals(64, request.length);
        assertEquals("0800e2a4010203041122334455667788", HexFormat.of().formatHex(request, 0, 16));
    }

    @Test
    void onlyTheOneTrueAnswerCountsAndOnlyOnce() {
        Pinger pinger = new Pinger("test", true);
        byte[] answer = answerTo(pinger.waitFor(HOST));
        assertFalse(pinger.answers(Ip4.of("10.0.0.8"), answer), "another host");
        assertFalse(pinger.answers(HOST, changed(answer, 20)), "a request");
        assertFalse(pinger.answers(HOST, changed(answer, 25)), "another program's identifier");
        assertFalse(pinger.answers(HOST, changed(answer, 27)), "another sequence number");
        assertFalse(pinger.answers(HOST, changed(answer, 30)), "other data");
        assertTrue(pinger.answers(HOST, answer));
        assertFalse(pinger.answers(HOST, answer), "a second time");
    }

    @Test
    void whatIsTooShortOrOddIsNoAnswer() {
        Pinger pinger = new Pinger("test", true);
        byte[] answer = answerTo(pinger.waitFor(HOST));
        for (int length = 0; length < 36; length++) {
            byte[] cut = new byte[length];
            System.arraycopy(answer, 0, cut, 0, length);
            assertFalse(pinger.answers(HOST, cut), "length " + length);
        }
        answer[0] = 0x4f; // says that its header is 60 octets long
        assertFalse(pinger.answers(HOST, answer));
    }

    @Test
    void theOldestRequestsAreForgottenWhenTooManyWait() {
        Pinger pinger = new Pinger("test", true);
        byte[] first = answerTo(pinger.waitFor(HOST));
        byte[] second = answerTo(pinger.waitFor(HOST));
        for (int i = 1; i < Pinger.OUTSTANDING; i++) pinger.waitFor(HOST);
        assertFalse(pinger.answers(HOST, first));
        assertTrue(pinger.answers(HOST, second));
    }

    @Test
    void pingsAreOffWithoutEpollAndSayWhy() throws Exception {
        try (EngineLoop loop = new EngineLoop("t", IoKind.NIO, new Intake(8), _ -> {})) {
            UdpPorts ports = UdpPorts.open(loop, IoKind.NIO, List.of(LOOPBACK), 0);
            assertFalse(ports.ping(0, Ip4.of("127.0.0.1")));
            assertEquals("off (pings are for Linux with epoll)", ports.pingMode());
        }
    }

    @Test
    void aHostThatIsThereAnswers() throws Exception {
        assumeTrue(IoKind.detect() == IoKind.EPOLL, "no epoll here");
        CompletableFuture<Input> answered = new CompletableFuture<>();
        try (EngineLoop loop = new EngineLoop("t", IoKind.EPOLL, new Intake(8), _ -> {})) {
            UdpPorts ports = UdpPorts.open(loop, IoKind.EPOLL, List.of(LOOPBACK), 0);
            assumeTrue(ports.pingMode().startsWith("ICMP"), ports.pingMode());
            boolean[] sent = {false};
            loop.start(
                    new Core() {
                        @Override
                        public void batch(Now now, List<Input> inputs) {
                            inputs.forEach(answered::complete);
                            if (!sent[0]) sent[0] = ports.ping(0, Ip4.of("127.0.0.1"));
                            ports.flush();
                        }

                        @Override
                        public long nextWakeTick() {
                            return sent[0] ? Long.MAX_VALUE : 0;
                        }
                    });
            assertEquals(
                    new Input.PingAnswered(Ip4.of("127.0.0.1")), answered.get(5, TimeUnit.SECONDS));
        }
    }

    /// A reply as a raw socket reads it: an IP header of 20 octets, then the message of type 0.
    private static byte[] answerTo(Echo echo) {
        byte[] request = echo.request();
        byte[] answer = new byte[20 + request.length];
        answer[0] = 0x45;
        System.arraycopy(request, 0, answer, 20, request.length);
        answer[20] = 0;
        return answer;
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        return other;
    }
}
