package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// Files of the size that large sites have.
class LargeFilesTest {

    @Test
    void readsFortyThousandLinesInUnderASecond() {
        var text = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            text.append(
                    "subnet 10.%d.%d.0 netmask 255.255.255.0 {\n  option routers 10.%d.%d.1;\n  pool {\n"
                                    .formatted(i / 200, i % 200, i / 200, i % 200)
                            + "    range 10.%d.%d.10 10.%d.%d.200;\n  }\n}\n"
                                    .formatted(i / 200, i % 200, i / 200, i % 200));
        }
        for (int i = 0; i < 9_625; i++) {
            text.append(
                    "host h%d {\n  hardware ethernet 02:00:00:00:%x:%x;\n  fixed-address 10.9.%d.%d;\n}\n"
                            .formatted(i, i / 256, i % 256, i / 250, i % 250));
        }
        assertEquals(40_000, text.chars().filter(c -> c == '\n').count());
        byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading = DhcpdConf.read("f", name -> octets);
        long best = Long.MAX_VALUE;
        // The machine may be busy with something else once.
        for (int i = 0; i < 5 && best > 1_000_000_000L; i++) {
            long start = System.nanoTime();
            reading = DhcpdConf.read("f", name -> octets);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(reading.isUsable());
        assertEquals(9_625, reading.config().hosts().size());
        assertTrue(best < 1_000_000_000L, best / 1_000_000 + " ms");
    }
}
