package org.twinlease.app;

import org.twinlease.console.model.Power;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// The switches of the demo's servers, for the console. Turning takes a moment, on a thread of its
/// own.
final class DemoPower implements Power {

    private final List<DemoServer> servers;
    private final Consumer<Throwable> onFault;

    DemoPower(List<DemoServer> servers, Consumer<Throwable> onFault) {
        this.servers = servers;
        this.onFault = onFault;
    }

    @Override
    public boolean isOn(int server) {
        return servers.get(server).isRunning();
    }

    @Override
    public void turn(int server, boolean on) {
        Thread.ofPlatform().daemon().name("demo-power").start(() -> turn(servers.get(server), on));
    }

    private void turn(DemoServer server, boolean on) {
        try {
            if (on) server.start();
            else server.stop();
        } catch (IOException refused) {
            onFault.accept(refused);
        }
    }
}
