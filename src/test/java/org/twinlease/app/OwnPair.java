package org.twinlease.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a small office's pair: `a.conf` and `b.conf`, and sixty leases in `a.leases`.
final class OwnPair {

    static final String POOL =
            """
            default-lease-time 600;
            max-lease-time 600;
            authoritative;
            subnet 192.168.7.0 netmask 255.255.255.0 {
              option routers 192.168.7.1;
              pool { failover peer "office"; range 192.168.7.20 192.168.7.200; }
            }
            """;

    static final String PRIMARY =
            """
            failover peer "office" {
              primary; address 192.168.7.2; port 647; peer address 192.168.7.3; peer port 647;
              max-response-delay 60; max-unacked-updates 10; mclt 300; split 128;
              load balance max seconds 3;
            }
            """;

    static final String SECONDARY =
            """
            failover peer "office" {
              secondary; address 192.168.7.3; port 647; peer address 192.168.7.2; peer port 647;
              max-response-delay 60; max-unacked-updates 10; load balance max seconds 3;
            }
            """;

    private OwnPair() {}

    static void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("a.conf"), PRIMARY + POOL);
        Files.writeString(folder.resolve("b.conf"), SECONDARY + POOL);
        StringBuilder leases = new StringBuilder();
        for (int i = 0; i < 60; i++) leases.append(lease(i));
        Files.writeString(folder.resolve("a.leases"), leases);
    }

    /// Given between ten o'clock and ten past.
    private static String lease(int number) {
        int minute = number / 6;
        return """
        lease 192.168.7.%d {
          starts 4 2026/01/01 10:%02d:00;
          ends 4 2026/01/01 10:%02d:00;
          tstp 4 2026/01/01 10:%02d:00;
          cltt 4 2026/01/01 10:%02d:00;
          binding state active;
          hardware ethernet 02:11:00:00:00:%02x;
        }
        """
                .formatted(20 + number, minute, 10 + minute, 15 + minute, minute, number);
    }
}
