package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real clients that say what they are, and the pools that are for them.
@Tag("lab")
final class ClientClassTest {

    /// dhclient says in the lab that it is `lab-dhclient`, and udhcpc `lab-udhcpc`.
    private static final String CONFIG =
            """
            authoritative;
            ping-check off;
            class "dhclient" { match if option vendor-class-identifier = "lab-dhclient"; }
            class "busybox" { match if option vendor-class-identifier ~= "^lab-udhcp"; }
            subnet 10.77.0.0 netmask 255.255.255.0 {
              pool { range 10.77.0.100 10.77.0.109; allow members of "dhclient"; }
              pool { range 10.77.0.110 10.77.0.119; allow members of "busybox"; }
            }
            """;

    @TempDir Path folder;

    @Test
    void eachClientGetsAnAddressOfThePoolThatIsForItsClassAndKeepsIt() throws Exception {
        Path data = folder.resolve("data");
        Path config = Files.writeString(folder.resolve("dhcpd.conf"), CONFIG);
        try (Lab lab = Lab.up(folder, "--clients", "2")) {
            lab.serve(config, data);
            Client dhclient = lab.client("dhclient", "c1");
            Client busybox = lab.client("udhcpc", "c2");
            String first = dhclient.bound();
            assertThat(first).startsWith("10.77.0.10");
            assertThat(busybox.bound()).startsWith("10.77.0.11");
            long grants = dhclient.grants();
            dhclient.renew();
            Lab.await("the renewal is granted", () -> dhclient.grants() > grants);
            assertThat(dhclient.bound()).isEqualTo(first);
        }
    }
}
