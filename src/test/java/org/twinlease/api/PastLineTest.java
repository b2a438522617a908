package org.twinlease.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastKind;
import org.twinlease.control.PastPage;
import org.twinlease.control.Query;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Events of the past as lines, on a server's disk and on the way to a console.
final class PastLineTest {

    private static PastEvent event(PastKind kind) {
        return new PastEvent(
                7,
                1_700_000_000_123L,
                kind,
                "10.0.0.5",
                "say \"hi\"\nthere",
                List.of(1L, Long.MAX_VALUE),
                Reason.of(ReasonCode.OFFER_HELD, Samples.ADDRESS),
                Samples.LEASE);
    }

    @ParameterizedTest
    @EnumSource
    void anEventComesBackAsItWasInOneLine(PastKind kind) throws IOException {
        byte[] line = PastLine.write(event(kind));
        assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("\n");
        assertThat(PastLine.read(line)).isEqualTo(event(kind));
    }

    @Test
    void whatIsNotSaidIsLeftOut() throws IOException {
        var bare = new PastEvent(0, 1, PastKind.STARTED, "", "", List.of(), null, null);
        assertThat(PastLine.read(PastLine.write(bare))).isEqualTo(bare);
        assertThat(bare.numbered(9).sequence()).isEqualTo(9);
        assertThat(bare.numbered(9).kind()).isEqualTo(PastKind.STARTED);
    }

    /// A record outlives the program that wrote it, and half a line the power.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{\"sequence\":1,\"atMillis\":2,\"kind\":\"DANCED\"}",
                "{\"sequence\":\"x\"}",
                "[]"
            })
    void aLineThatCannotBeReadIsNoEvent(String line) {
        assertThat(PastLine.read(line.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void aPageIsReadByItsQuery() throws IOException {
        var page = new PastPage(17, true, List.of(event(PastKind.LEASE), event(PastKind.ALARM)));
        var query = new Query.Past(0, 1, "", 10);
        assertThat(Json.answer(query, Json.bytes(page))).isEqualTo(page);
        assertThat(Json.answer(query, Json.bytes(PastPage.NONE))).isEqualTo(PastPage.NONE);
    }
}
