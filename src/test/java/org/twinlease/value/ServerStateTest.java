package org.twinlease.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class ServerStateTest {

    @Test
    void theNumbersAreThoseOfTheWire() {
        assertThat(Arrays.stream(ServerState.values()).map(ServerState::code))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 254);
        for (ServerState state : ServerState.values()) {
            assertThat(ServerState.ofCode(state.code())).isSameAs(state);
        }
    }

    @Test
    void anyOtherNumberIsNoState() {
        for (int code : new int[] {-1, 12, 13, 253, 255, 256, Integer.MIN_VALUE}) {
            assertThat(ServerState.ofCode(code)).as("%d", code).isNull();
        }
    }

    @Test
    void theWordsAreThoseOfTheLeaseFile() {
        assertThat(Arrays.stream(ServerState.values()).map(ServerState::word))
                .containsExactly(
                        "unknown-state",
                        "startup",
                        "normal",
                        "communications-interrupted",
                        "partner-down",
                        "potential-conflict",
                        "recover",
                        "paused",
                        "shutdown",
                        "recover-done",
                        "resolution-interrupted",
                        "conflict-done",
                        "recover-wait");
    }
}
