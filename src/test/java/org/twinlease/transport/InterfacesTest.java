package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.engine.Interface;
import org.twinlease.value.Ip4;

import java.net.BindException;
import java.net.NetworkInterface;
import java.util.List;

final class InterfacesTest {

    @Test
    void theLoopbackInterfaceServesRelaysEvenWhenItIsNamedForClients() throws Exception {
        String name = loopbackName();
        for (boolean relayOnly : List.of(true, false)) {
            Interface face = Interfaces.list(List.of(name), relayOnly).getFirst();
            assertEquals(name, face.name());
            assertEquals(Ip4.of("127.0.0.1"), face.address());
            assertEquals(Ip4.of("255.0.0.0"), face.netmask());
            assertFalse(face.broadcasts());
        }
    }

    @Test
    void anAddressNamesItsInterface() throws Exception {
        List<Interface> found = Interfaces.list(List.of("127.0.0.1"), false);
        assertEquals(1, found.size());
        assertEquals(loopbackName(), found.getFirst().name());
    }

    @Test
    void withoutNamesRelaysAreServedOnEveryAddress() throws Exception {
        List<Interface> all = Interfaces.list(List.of(), true);
        assertTrue(all.stream().anyMatch(f -> f.address().equals(Ip4.of("127.0.0.1"))));
        assertTrue(all.stream().noneMatch(Interface::broadcasts));
    }

    @Test
    void anInterfaceThatIsNotThereIsRefusedWithTheOnesThatAre() throws Exception {
        CannotListen refused =
                assertThrows(CannotListen.class, () -> Interfaces.list(List.of("nowhere0"), false));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("there is no interface nowhere0; there are "), message);
        assertTrue(message.contains(loopbackName()), message);
    }

    @Test
    void anAddressThatIsNotThisMachinesIsRefused() {
        CannotListen refused =
                assertThrows(
                        CannotListen.class, () -> Interfaces.list(List.of("192.0.2.77"), true));
        assertEquals("192.0.2.77 is not an address of this machine", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0,0.0.0.0", "8,255.0.0.0", "25,255.255.255.128", "32,255.255.255.255"})
    void aPrefixIsANetmask(int prefix, String netmask) {
        assertEquals(Ip4.of(netmask), Interfaces.netmask(prefix));
    }

    @Test
    void anImpossiblePrefixIsNoNetmask() {
        assertNull(Interfaces.netmask(33));
        assertNull(Interfaces.netmask(-1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "67|true|Permission denied|port 67 on eth0 needs root or CAP_NET_BIND_SERVICE;"
                        + " use --port 1067 --relay-only, or grant the capability",
                "1067|true|Operation not permitted|port 1067 on eth0 needs root or CAP_NET_RAW to"
                        + " be bound to the interface; use --relay-only",
                "1067|false|Address already in use|port 1067 on eth0 is in use by another server;"
                        + " stop it or choose another --port",
                "1067|false|Cannot assign requested address|port 1067 on eth0 cannot be had: the"
                        + " address is not this machine's",
                "1067|false|No buffer space|port 1067 on eth0 cannot be opened: No buffer space"
            })
    void aRefusedBindSaysWhatWouldHelp(int port, boolean link, String said, String message) {
        CannotListen refused = CannotListen.binding("eth0", port, link, new BindException(said));
        assertEquals(message, refused.getMessage());
    }

    private static String loopbackName() throws Exception {
        return NetworkInterface.networkInterfaces()
                .filter(
                        face ->
                                face.getInterfaceAddresses().stream()
                                        .anyMatch(a -> a.getAddress().isLoopbackAddress()))
                .findFirst()
                .orElseThrow()
                .getName();
    }
}
