package org.twinlease.sim;

import org.twinlease.control.Command;
import org.twinlease.control.Query;
import org.twinlease.value.ServerState;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Brings the troubles of a pair's world about, each in its time, and mends what it broke.
final class PairMischief {

    /// How long an operator looks before he says that a server is down.
    private static final long LOOK_MILLIS = 60_000;

    private final SimTime time;
    private final SimNetwork network;
    private final SimTcp tcp;
    private final List<SimServer> servers;
    private final Lives lives;
    private final Transcript transcript;
    private final Map<Trouble.Kind, Long> happened = new EnumMap<>(Trouble.Kind.class);
    private final Map<Integer, SimDisk.Image> images = new HashMap<>();
    private int cuts;
    private boolean over;

    PairMischief(
            SimTime time,
            SimNetwork network,
            SimTcp tcp,
            List<SimServer> servers,
            Lives lives,
            Transcript transcript) {
        this.time = time;
        this.network = network;
        this.tcp = tcp;
        this.servers = servers;
        this.lives = lives;
        this.transcript = transcript;
    }

    void plan(List<Trouble> troubles) {
        for (Trouble each : troubles) {
            if (each.kind() == Trouble.Kind.OLD_IMAGE) {
                long before = Math.max(0, each.second() - 10 * each.seconds());
                SimDisk disk = servers.get(each.server()).disk();
                time.at(before * 1000, () -> images.put(each.number(), disk.image()));
            }
            time.at(
                    each.second() * 1000,
                    () -> {
                        if (!over) begin(each);
                    });
        }
    }

    /// How often each kind of trouble has happened; one that found nothing to break does not count.
    Map<Trouble.Kind, Long> happened() {
        return happened;
    }

    /// All is mended, and no trouble comes any more.
    void end() {
        over = true;
        cuts = 0;
        tcp.setCut(false);
        network.setFaults(Faults.NONE);
        for (SimServer server : servers) {
            network.cut(server, false);
            tcp.setMute(server, false);
            server.clock().drift(0);
            clock(server, 0);
            server.disk().mend();
            server.disk().losePowerAfter(Long.MAX_VALUE);
            server.stall(false);
            server.start();
            time.after(1000, () -> resume(server));
        }
    }

    private static final Set<ServerState> HELD =
            EnumSet.of(ServerState.PAUSED, ServerState.SHUTDOWN);

    /// Until the server has taken the order: a disk may refuse it.
    private void resume(SimServer server) {
        server.order(new Command.Resume(Pairing.NAME));
        if (server.isUp() && HELD.contains(state(server))) {
            time.after(30_000, () -> resume(server));
        }
    }

    private void begin(Trouble trouble) {
        SimServer server = servers.get(trouble.server());
        if (!server.isUp()) return;
        transcript.line("trouble", trouble.words());
        happened.merge(trouble.kind(), 1L, Long::sum);
        long millis = trouble.seconds() * 1000;
        switch (trouble.kind()) {
            case KILL -> {
                server.kill();
                server.startAfter(millis);
            }
            case POWER -> {
                server.losePower("between two batches");
                server.startAfter(millis);
            }
            case MID_WRITE -> server.disk().losePowerAfter(trouble.seconds() % 8);
            case STOP -> {
                server.stop();
                server.startAfter(millis);
            }
            case LOST_DISK -> lose(server, millis);
            case PARTNER_DOWN -> down(server, servers.get(1 - trouble.server()), millis);
            case RESET -> tcp.reset();
            case CUT -> cut(millis);
            case CLIENTS_CUT -> isolate(server, millis);
            case ISOLATED -> {
                cut(millis);
                isolate(server, millis);
            }
            case STALL -> stall(server, millis);
            case STORM -> storm();
            case OLD_IMAGE -> {
                var image = images.remove(trouble.number());
                forget(server, millis, disk -> disk.restore(image == null ? disk.image() : image));
            }
            case LOST_TAIL ->
                    forget(server, millis, d -> d.forgetTail((int) trouble.seconds() % 700));
            case ROT -> forget(server, millis, SimDisk::rot);
            case ONE_WAY -> mute(server, millis);
            case HALF_OPEN -> tcp.halfOpen(server);
            case CLOCK -> clock(server, signed(trouble, trouble.seconds() % 30));
            case CLOCK_JUMP -> {
                clock(server, signed(trouble, 61 + trouble.seconds() % 900));
                // Somebody sees it and sets the clock right: a pair that cannot talk shows little.
                time.after(LOOK_MILLIS + millis, () -> clock(server, 0));
            }
            case DRIFT -> server.clock().drift(signed(trouble, trouble.seconds() % 400));
            case WRONG_PARTNER_DOWN -> wrong(server, millis);
            case PAUSE -> pause(server, new Command.Pause(Pairing.NAME), millis);
            case SHUT_DOWN -> pause(server, new Command.ShutDown(Pairing.NAME), millis);
            case REBALANCE -> server.order(new Command.Rebalance(Pairing.NAME));
            case FULL_UPDATE -> server.order(new Command.FullUpdate(Pairing.NAME));
            case RECOVER -> server.order(new Command.Recover(Pairing.NAME));
            case DISK_FULL, DISK_BROKEN, SYNC_FAILS, WRITE_FAILS -> disk(trouble, server.disk());
        }
    }

    private void disk(Trouble trouble, SimDisk disk) {
        switch (trouble.kind()) {
            case DISK_FULL -> disk.setFull(trouble.seconds() % 3000);
            case DISK_BROKEN -> disk.setBroken(true);
            case SYNC_FAILS -> disk.failNext(SimDisk.Op.SYNC);
            default -> disk.failNext(SimDisk.Op.WRITE);
        }
        time.after(trouble.seconds() * 1000, disk::mend);
    }

    private void cut(long millis) {
        cuts++;
        tcp.setCut(true);
        time.after(
                millis,
                () -> {
                    if (!over && --cuts == 0) tcp.setCut(false);
                });
    }

    /// Forward for one half of the troubles, back for the other.
    private static long signed(Trouble trouble, long amount) {
        return trouble.number() % 2 == 0 ? amount : -amount;
    }

    private void clock(SimServer server, long seconds) {
        server.clock().set(seconds * 1000);
        server.clockMoved();
    }

    private void mute(SimServer server, long millis) {
        tcp.setMute(server, true);
        time.after(millis, () -> tcp.setMute(server, false));
    }

    /// Both are alive, and cannot talk for long enough that somebody despairs.
    private void wrong(SimServer server, long millis) {
        cut(LOOK_MILLIS + millis);
        time.after(
                LOOK_MILLIS,
                () -> {
                    if (over || !server.isUp()) return;
                    long since = server.now().wallSeconds();
                    server.order(new Command.PartnerDown(Pairing.NAME, since));
                });
    }

    private void pause(SimServer server, Command order, long millis) {
        server.order(order);
        time.after(millis, () -> server.order(new Command.Resume(Pairing.NAME)));
    }

    private void isolate(SimServer server, long millis) {
        network.cut(server, true);
        time.after(millis, () -> network.cut(server, false));
    }

    private void stall(SimServer server, long millis) {
        server.stall(true);
        time.after(Math.min(millis, 120_000), () -> server.stall(false));
    }

    private void storm() {
        for (Station station : network.stations()) {
            if (!station.isOn()) continue;
            lives.switchOff(station);
            lives.switchOn(station);
        }
    }

    /// What one server alone knows cannot be lost without harm: then, and while it is being copied
    /// back, the disk stays.
    private void lose(SimServer server, long millis) {
        boolean spare = servers.stream().allMatch(each -> each.isUp() && isWhole(each));
        server.losePower(spare ? "with its disk" : "but not its disk");
        if (spare) server.disk().wipe();
        server.startAfter(millis);
    }

    /// As [#lose], where something of the disk is left.
    private void forget(SimServer server, long millis, Consumer<SimDisk> what) {
        boolean spare = servers.stream().allMatch(each -> each.isUp() && isWhole(each));
        server.losePower(spare ? "with a part of its disk" : "but nothing of its disk");
        if (spare) server.forget(what);
        server.startAfter(millis);
    }

    private static final Set<ServerState> WHOLE =
            EnumSet.of(ServerState.NORMAL, ServerState.COMMUNICATIONS_INTERRUPTED);

    private static boolean isWhole(SimServer server) {
        return WHOLE.contains(state(server));
    }

    private static ServerState state(SimServer server) {
        return server.ask(new Query.Failover()).getFirst().state();
    }

    /// Who ordered partner-down lets the server come back only where it can hear that.
    private void comeBack(SimServer server) {
        if (cuts == 0 || over) server.start();
        else time.after(10_000, () -> comeBack(server));
    }

    private void down(SimServer server, SimServer partner, long millis) {
        server.kill();
        time.after(millis + LOOK_MILLIS, () -> comeBack(server));
        time.after(
                LOOK_MILLIS,
                () -> {
                    if (over || server.isUp() || !partner.isUp()) return;
                    long since = partner.now().wallSeconds();
                    partner.order(new Command.PartnerDown(Pairing.NAME, since));
                });
    }
}
