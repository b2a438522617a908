package org.twinlease.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.control.Command;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class JsonTest {

    @Test
    void everyMessageComesOutAsItWentIn() throws IOException {
        for (Query<?> query : Samples.QUERIES) {
            assertThat((Object) Json.query(Json.bytes(query))).isEqualTo(query);
        }
        for (Command command : Samples.COMMANDS) {
            assertThat(Json.command(Json.bytes(command))).isEqualTo(command);
        }
        for (Outcome outcome : Samples.OUTCOMES) {
            assertThat(Json.outcome(Json.bytes(outcome))).isEqualTo(outcome);
        }
        for (Notice notice : Samples.NOTICES) {
            var numbered = new NoticeLog.Numbered("life.7", notice);
            String line = new String(Json.line(numbered), StandardCharsets.UTF_8);
            assertThat(line).doesNotContain("\n");
            assertThat(Json.numbered(line)).isEqualTo(numbered);
        }
    }

    @Test
    void whatThePageOfTheApiLetsAnOrderLeaveOutMayBeLeftOut() throws IOException {
        String order = "{\"command\":\"partner-down\",\"name\":\"fo\",\"since\":5}";
        var down = new Command.PartnerDown("fo", 5);
        assertThat(Json.command(order.getBytes(StandardCharsets.UTF_8))).isEqualTo(down);
        String asked = "{\"query\":\"consequence\",\"command\":" + order + "}";
        assertThat(Json.query(asked.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Query.Consequence(down));
    }

    /// A kind of message that nobody tried is a kind that may not pass.
    @Test
    void thereIsASampleOfEveryKind() {
        assertThat(kinds(Samples.QUERIES)).isEqualTo(leaves(Query.class));
        assertThat(kinds(Samples.COMMANDS)).isEqualTo(leaves(Command.class));
        assertThat(kinds(Samples.OUTCOMES)).isEqualTo(leaves(Outcome.class));
        assertThat(kinds(Samples.NOTICES)).isEqualTo(leaves(Notice.class));
    }

    @Test
    void everyAnswerIsReadByItsQuery() throws IOException {
        assertThat(Json.answer(new Query.Failover(), Json.bytes(List.of(Samples.PAIR))))
                .containsExactly(Samples.PAIR);
        assertThat(Json.answer(new Query.Pools(), Json.bytes(List.of(Samples.POOL))))
                .containsExactly(Samples.POOL);
        assertThat(Json.answer(new Query.OneLease(Samples.ADDRESS), Json.bytes(null))).isNull();
        assertThat(Json.answer(new Query.Counters(), Json.bytes(Samples.counters())))
                .isEqualTo(Samples.counters());
    }

    @Test
    void operandsOfAReasonKeepTheirTypes() throws IOException {
        Reason held = Reason.of(ReasonCode.LEASE_EXPIRED, Samples.ADDRESS, Samples.TOKEN_RING);
        Reason text =
                Reason.of(ReasonCode.LEASE_EXPIRED, Octets.of((byte) 1, (byte) 2), "10.0.0.1");
        for (Reason reason : List.of(held, text)) {
            var notice = new Notice.LeaseChanged(Samples.BARE, reason, 1);
            var numbered = new NoticeLog.Numbered("t", notice);
            String line = new String(Json.line(numbered), StandardCharsets.UTF_8);
            assertThat(Json.numbered(line).notice()).isEqualTo(notice);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"query\":\"nonsense\"}",
                "{\"query\":\"story\"}",
                "{\"query\":\"story\",\"address\":null}",
                "{\"query\":\"story\",\"address\":\"10.0.0\"}",
                "{\"query\":\"story\",\"address\":7}",
                "{\"query\":\"story\",\"address\":{}}",
                "{\"query\":\"story\",\"address\":\"10.0.0.1\",\"more\":1}",
                "{\"query\":\"status\"} {\"query\":\"status\"}",
                "{\"query\":\"leases\",\"from\":\"10.0.0.1\",\"all\":true}",
                "{\"query\":\"leases\",\"from\":\"10.0.0.1\",\"limit\":99999999999,\"all\":true}",
                "{\"query\":\"client\",\"hardware\":\"999/00\",\"clientId\":null}",
                "{\"query\":\"client\",\"hardware\":null,\"clientId\":\"0\"}",
                "{\"query\":\"consequence\",\"command\":null}",
                "{\"query\":\"consequence\",\"command\":{\"command\":\"pause\",\"name\":null}}",
                "{\"query\":\"consequence\",\"command\":{\"command\":\"pause\"}}"
            })
    void whatIsNoQueryIsRefusedBeforeTheServerSeesIt(String body) {
        assertThatThrownBy(() -> Json.query(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private static Set<String> kinds(List<?> samples) {
        Set<String> kinds = new TreeSet<>();
        for (Object sample : samples) kinds.add(sample.getClass().getName());
        return kinds;
    }

    private static Set<String> leaves(Class<?> kind) {
        Set<String> leaves = new TreeSet<>();
        for (Class<?> type : kind.getPermittedSubclasses()) {
            if (type.isSealed()) leaves.addAll(leaves(type));
            else leaves.add(type.getName());
        }
        return leaves;
    }
}
