package org.twinlease.sim;

import org.twinlease.value.Ip4;

import java.util.random.RandomGenerator;

/// Brings the troubles of a world about, each kind at its own pace.
final class Mischief {

    private final Setting setting;
    private final SimTime time;
    private final SimNetwork network;
    private final SimServer server;
    private final Referee referee;
    private final Transcript transcript;
    private final RandomGenerator random;
    private boolean over;

    Mischief(
            Setting setting,
            SimTime time,
            SimNetwork network,
            SimServer server,
            Referee referee,
            Transcript transcript,
            RandomGenerator random) {
        this.setting = setting;
        this.time = time;
        this.network = network;
        this.server = server;
        this.referee = referee;
        this.transcript = transcript;
        this.random = random;
    }

    void begin() {
        Faults faults = setting.faults();
        every(faults.crashEvery(), this::crash);
        every(faults.diskEvery(), this::disk);
        every(faults.jumpEvery(), this::jump);
        every(faults.strangerEvery(), this::stranger);
    }

    /// No new troubles; what is broken is whole again.
    void end() {
        over = true;
        network.setFaults(Faults.NONE);
        network.strangers().clear();
        mend();
        server.disk().losePowerAfter(Long.MAX_VALUE);
        if (!server.isUp()) server.start();
    }

    private void every(long seconds, Runnable trouble) {
        if (seconds == 0) return;
        time.after(
                Chances.wait(random, seconds),
                () -> {
                    if (over) return;
                    trouble.run();
                    every(seconds, trouble);
                });
    }

    private void crash() {
        if (!server.isUp()) return;
        switch (random.nextInt(5)) {
            case 0 -> server.stop();
            case 1 -> server.kill();
            case 2 -> server.losePower("between two batches");
            default -> {
                long changes = random.nextLong(6);
                server.line("will lose power after " + changes + " changes of its disk");
                server.disk().losePowerAfter(changes);
                return;
            }
        }
        server.startAfter(random.nextLong(1, 20_000));
    }

    private void disk() {
        SimDisk disk = server.disk();
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                long left = random.nextLong(3000);
                server.line("disk full but for " + left + " octets");
                disk.setFull(left);
            }
            case 2 -> {
                server.line("disk broken");
                disk.setBroken(true);
            }
            case 3 -> {
                server.line("next sync fails");
                disk.failNext(SimDisk.Op.SYNC);
                return;
            }
            default -> {
                server.line("next write fails");
                disk.failNext(SimDisk.Op.WRITE);
                return;
            }
        }
        time.after(random.nextLong(1, 60_000), this::mend);
    }

    private void mend() {
        server.line("disk well");
        server.disk().mend();
    }

    private void jump() {
        long most = random.nextInt(3) == 0 ? 7_200_000 : 5_000;
        move(random.nextLong(-most, most + 1));
    }

    /// Moves the wall clock.
    void move(long millis) {
        transcript.line("clock", "jumps by " + millis + " ms");
        time.jump(millis);
        referee.jumped(millis);
    }

    private void stranger() {
        int wire = random.nextInt(setting.relays() + 1);
        int offset = random.nextInt(Math.min(setting.poolSize(), 20));
        Ip4 address = new Ip4(Terrain.poolStart(wire).bits() + offset);
        if (network.isUsed(address) || !network.strangers().add(address)) return;
        transcript.line("stranger", "takes " + address);
        time.after(
                random.nextLong(10_000, 600_000),
                () -> {
                    if (network.strangers().remove(address)) {
                        transcript.line("stranger", "leaves " + address);
                    }
                });
    }
}
