package org.twinlease.sim.twin;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Notice;
import org.twinlease.sim.SimServer;
import org.twinlease.sim.Violation;
import org.twinlease.sim.Watch;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.function.Consumer;

/// Hands on what servers and clients do, from the moment on at which the drill begins.
final class Witness implements Watch, Consumer<Happening> {

    private final Consumer<Happening> audience;
    private @Nullable TwinNetwork network;
    private boolean speaks;

    Witness(Consumer<Happening> audience) {
        this.audience = audience;
    }

    /// By which addresses clients know servers is learnt for this network.
    void knows(TwinNetwork which) {
        network = which;
    }

    /// The drill begins.
    void speak() {
        speaks = true;
    }

    @Override
    public void accept(Happening happening) {
        if (speaks) audience.accept(happening);
    }

    void power(int server, boolean up, String how) {
        accept(new Happening.Power(server, up, how));
    }

    private static int number(SimServer server) {
        return server.name().charAt(0) - 'A';
    }

    @Override
    public Violation fail(String what) {
        throw new IllegalStateException(what);
    }

    @Override
    public void opened(SimServer server) {
        power(number(server), true, "started");
    }

    @Override
    public void notice(SimServer server, Notice notice) {
        if (speaks) audience.accept(new Happening.Told(number(server), notice));
    }

    @Override
    public void granted(SimServer server, Packet ack) {
        Ip4 identity = ack.address(OptionType.DHCP_SERVER_IDENTIFIER);
        if (network != null && identity != null) network.know(identity, number(server));
    }
}
