package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.ConnectTimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.value.Ip4;

import java.io.IOException;

/// What systems say, by Netty's native library and by Java's own sockets.
final class LinkWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finishConnect(..) failed: Connection refused: /10.0.0.1:647 | connection refused",
                "Connection refused: no further information | connection refused",
                "recvAddress(..) failed: Connection reset by peer | connection reset by the"
                        + " partner",
                "Connection reset | connection reset by the partner",
                "writeAddress(..) failed: Broken pipe | closed by the partner",
                "No route to host | no way to the partner",
                "Network is unreachable | no way to the partner",
                "recvAddress(..) failed: Connection timed out | no answer from the partner",
                "bind(..) failed: Cannot assign requested address | the local address is not this"
                        + " machine's",
                "Something new | the connection failed: something new",
            })
    void theEndOfAConnectionIsSaidInFewWords(String said, String words) {
        assertEquals(words, LinkWords.link(new IOException(said)));
    }

    @Test
    void anAttemptThatTookTooLongFoundNobody() {
        assertEquals(
                "no answer from the partner",
                LinkWords.link(new ConnectTimeoutException("connection timed out after 10000 ms")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bind(..) failed: Address already in use | is in use by another program",
                "Permission denied | needs root or CAP_NET_BIND_SERVICE",
                "Cannot assign requested address | cannot be had: the address is not this"
                        + " machine's",
                "No such device | cannot be had: no such device",
            })
    void aPortThatCannotBeListenedOnIsNamed(String said, String words) {
        assertEquals(
                "TCP port 647 on 10.0.0.1 " + words,
                LinkWords.port(Ip4.of("10.0.0.1"), 647, new IOException(said)));
    }
}
