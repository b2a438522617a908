package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.engine.Input;
import org.twinlease.value.Cast;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;

final class IntakeTest {
    private static final Input DATAGRAM =
            new Input.Datagram(new byte[0], 0, 0, Ip4.ZERO, 68, Cast.UNKNOWN, 0, new Now(0, 0));
    private static final Input DATA = new Input.LinkData(1, new byte[0]);

    @Test
    void aPartnerIsHeardHoweverManyClientsAsk() {
        Intake intake = new Intake(32);
        for (int i = 0; i < 30; i++) assertTrue(intake.offer(DATAGRAM));
        assertFalse(intake.offer(DATAGRAM));
        assertTrue(intake.offer(DATA));
        assertTrue(intake.offer(DATA));
        assertFalse(intake.offer(DATA));
    }
}
