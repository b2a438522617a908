package org.twinlease.dhcp;

import org.twinlease.value.Cast;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.PacketBuilder;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/// A client in a [Scene]: says what RFC 2131 table 5 has a client say, and whatever else it is told
/// to put into its messages.
final class Guest {
    private final Scene scene;
    private final HardwareAddress hardware;
    private Consumer<PacketBuilder> always = _ -> {};
    private int xid = 1;

    Guest(Scene scene, String hardware) {
        this.scene = scene;
        this.hardware = Objects.requireNonNull(HardwareAddress.parse(hardware));
    }

    /// What every message of this client is to have.
    Guest with(Consumer<PacketBuilder> more) {
        always = always.andThen(more);
        return this;
    }

    Guest id(int... octets) {
        Octets id = octets(octets);
        return with(b -> b.option(OptionType.DHCP_CLIENT_IDENTIFIER, id));
    }

    /// The parameter request list.
    Guest asks(OptionType... types) {
        return asks(Arrays.stream(types).mapToInt(OptionType::code).toArray());
    }

    Guest asks(int... codes) {
        return with(b -> b.option(OptionType.DHCP_PARAMETER_REQUEST_LIST, octets(codes)));
    }

    Guest behind(String relay) {
        return with(b -> b.giaddr(Ip4.of(relay).bits()));
    }

    Guest wishes(long seconds) {
        return with(b -> b.seconds(OptionType.DHCP_LEASE_TIME, seconds));
    }

    Heard discovers() {
        return scene.hears(message(MessageType.DHCPDISCOVER));
    }

    Heard discovers(String wish) {
        return scene.hears(requesting(MessageType.DHCPDISCOVER, wish));
    }

    Heard selects(String address) {
        return selects(address, Scene.SERVER);
    }

    Heard selects(String address, String server) {
        return scene.hears(
                requesting(MessageType.DHCPREQUEST, address)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.of(server)));
    }

    Heard reboots(String address) {
        return scene.hears(requesting(MessageType.DHCPREQUEST, address));
    }

    /// Renewing and rebinding look the same where the socket does not tell to whom a datagram was
    /// sent.
    Heard renews(String address) {
        return scene.hears(using(MessageType.DHCPREQUEST, address));
    }

    Heard renews(String address, Cast cast) {
        return scene.hears(using(MessageType.DHCPREQUEST, address), cast);
    }

    Heard declines(String address) {
        return scene.hears(
                requesting(MessageType.DHCPDECLINE, address)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.of(Scene.SERVER)));
    }

    Heard releases(String address) {
        return scene.hears(
                using(MessageType.DHCPRELEASE, address)
                        .option(OptionType.DHCP_SERVER_IDENTIFIER, Ip4.of(Scene.SERVER)));
    }

    Heard informs(String address) {
        return scene.hears(using(MessageType.DHCPINFORM, address));
    }

    /// As a BOOTP client, without a message type.
    Heard boots() {
        return scene.hears(bare());
    }

    /// DISCOVER and REQUEST; the address it got.
    String joins() {
        String address = discovers().address();
        selects(address).mustBe("ACK " + address);
        return address;
    }

    private PacketBuilder bare() {
        PacketBuilder builder = PacketBuilder.request(xid++, hardware);
        always.accept(builder);
        return builder;
    }

    PacketBuilder message(MessageType type) {
        PacketBuilder builder = PacketBuilder.request(xid++, hardware).type(type);
        always.accept(builder);
        return builder;
    }

    private PacketBuilder requesting(MessageType type, String address) {
        return message(type).option(OptionType.DHCP_REQUESTED_ADDRESS, Ip4.of(address));
    }

    private PacketBuilder using(MessageType type, String address) {
        return message(type).ciaddr(Ip4.of(address).bits());
    }

    static Octets octets(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return Octets.of(bytes);
    }
}
