package org.twinlease.isc.omapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.omapi.OmapiCutter;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiOperation;
import org.twinlease.wire.omapi.OmapiValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Recorded objects of a real dhcpd as people see them.
final class DhcpdViewsTest {

    /// The objects that the server of a recording showed, in order.
    private static List<OmapiMessage> objects(String recording) throws IOException {
        Path file = Path.of("src", "test", "resources", "omapi", recording + ".json");
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        byte[] stream = HexFormat.of().parseHex(root.get("octetsFromServer").asText());
        List<OmapiMessage> objects = new ArrayList<>();
        for (Decoded<OmapiMessage> each : new OmapiCutter().feed(stream, stream.length)) {
            OmapiMessage message = ((Decoded.Ok<OmapiMessage>) each).message();
            if (message.operation() == OmapiOperation.UPDATE) objects.add(message);
        }
        return objects;
    }

    @Test
    void aFailoverState() throws IOException {
        FailoverView view =
                DhcpdViews.failover(
                        objects("auth-failover-state-get").getLast(), "dhcp-fo", List.of(2));
        assertThat(view.name()).isEqualTo("dhcp-fo");
        assertThat(view.primary()).isFalse();
        assertThat(view.state()).isEqualTo(ServerState.NORMAL);
        assertThat(view.partner()).isEqualTo(ServerState.NORMAL);
        assertThat(view.since()).isEqualTo(0x6B047DDDL);
        assertThat(view.mclt()).isEqualTo(60);
        assertThat(view.pools()).containsExactly(2);
        assertThat(view.link().window()).isEqualTo(10);
        assertThat(view.link().partner()).as("octets of its memory").isNull();
    }

    @Test
    void anActiveLease() throws IOException {
        LeaseView lease =
                Objects.requireNonNull(
                        DhcpdViews.lease(objects("lease-lookup-ip-active").getLast(), 1));
        assertThat(lease.state()).isEqualTo(BindingState.ACTIVE);
        assertThat(lease.address()).isEqualTo(Ip4.of("10.77.0.30"));
        assertThat(lease.hardware()).isEqualTo(HardwareAddress.parse("02:00:00:00:01:02"));
        assertThat(lease.hostname()).isEqualTo("cl2");
        assertThat(lease.ends() - lease.starts()).isEqualTo(600);
        assertThat(lease.tstp()).isEqualTo(lease.ends() + 300);
        assertThat(lease.pool()).isEqualTo(1);
    }

    @Test
    void aFreeLeaseHasNoClient() throws IOException {
        LeaseView lease =
                Objects.requireNonNull(
                        DhcpdViews.lease(objects("lease-lookup-ip-free").getLast(), 0));
        assertThat(lease.state()).isIn(BindingState.FREE, BindingState.BACKUP);
        assertThat(lease.hardware()).isNull();
        assertThat(lease.clientId()).isNull();
    }

    @Test
    void whatIsNoLeaseIsNone() {
        assertThat(lease(OmapiValue.of("state", 2))).isNull();
        assertThat(lease(OmapiValue.of("ip-address", 1))).isNull();
        assertThat(lease(OmapiValue.of("ip-address", 1), OmapiValue.of("state", 99))).isNull();
        LeaseView odd =
                lease(
                        OmapiValue.of("ip-address", 1),
                        OmapiValue.of("state", 2),
                        OmapiValue.of("ends", 0x7FFF_FFFF),
                        new OmapiValue("flags", Octets.ofText("\4")),
                        new OmapiValue("hardware-address", Octets.ofText("x".repeat(17))));
        assertThat(odd).isNotNull();
        if (odd == null) return;
        assertThat(odd.hardware()).isNull();
        assertThat(odd.reserved()).isTrue();
        assertThat(odd.ends()).isEqualTo(LeaseView.NEVER);
    }

    private static @Nullable LeaseView lease(OmapiValue... values) {
        return DhcpdViews.lease(
                OmapiMessage.request(OmapiOperation.UPDATE, 1, 1, List.of(), List.of(values)), 0);
    }
}
