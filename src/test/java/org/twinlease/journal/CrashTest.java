package org.twinlease.journal;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimDisk.Op;

import java.io.IOException;
import java.util.SplittableRandom;

/// Crashes and refusals at every moment: what was synced is there, nothing is invented.
class CrashTest {

    private static final Op[] CHANGES = {
        Op.CREATE, Op.WRITE, Op.SYNC, Op.DELETE, Op.RENAME, Op.SYNC_NAMES
    };

    @Test
    void everyAcknowledgedLeaseSurvivesAnyCrash() {
        for (int seed = 0; seed < 60; seed++) liveAndDie(seed, false);
    }

    @Test
    void everyAcknowledgedLeaseSurvivesAnyCrashOfARefusingDisk() {
        for (int seed = 0; seed < 60; seed++) liveAndDie(seed, true);
    }

    @Tag("sim")
    @Test
    void everyAcknowledgedLeaseSurvivesThousandsOfLives() {
        for (int seed = 1000; seed < 3000; seed++) liveAndDie(seed, seed % 2 == 0);
    }

    @Test
    void aCrashMayComeAtEveryChangeOfTheDisk() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            boolean finished = false;
            for (int changes = 0; !finished; changes++) {
                var random = new SplittableRandom(seed);
                var disk = new SimDisk("disk", random);
                var owner = new Owner(random, disk, 25);
                disk.losePowerAfter(changes);
                finished = script(owner);
                disk.crash();
                owner.reopen();
                disk.crash();
                owner.reopen();
            }
        }
    }

    /// Until the power goes: batches, preparations, several snapshots. Whether all was done.
    private static boolean script(Owner owner) {
        for (int i = 0; i < 60; i++) {
            if (!owner.serve()) return false;
            for (int step = 0; step < 3; step++) owner.housekeep();
        }
        return owner.serve();
    }

    private static void liveAndDie(long seed, boolean refusing) {
        try {
            var random = new SplittableRandom(seed);
            var disk = new SimDisk("disk", random);
            var owner = new Owner(random, disk, 5 + random.nextInt(60));
            for (int life = 0; life < 8; life++) {
                if (random.nextInt(3) == 0) disk.losePowerAfter(random.nextInt(40));
                live(random, disk, owner, refusing);
                die(random, disk, owner);
                owner.reopen();
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + (refusing ? " refusing" : ""), e);
        }
    }

    private static void live(SplittableRandom random, SimDisk disk, Owner owner, boolean refusing) {
        for (int turn = random.nextInt(60); turn > 0; turn--) {
            if (refusing) refuse(random, disk);
            if (owner.journal().failed()) owner.repair();
            else owner.serve();
            for (int step = random.nextInt(4); step > 0; step--) owner.housekeep();
        }
    }

    private static void refuse(SplittableRandom random, SimDisk disk) {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> disk.failNext(CHANGES[random.nextInt(CHANGES.length)]);
            case 3 -> disk.setBroken(true);
            case 4, 5 -> disk.setBroken(false);
            case 6 -> disk.setFull(random.nextInt(8192));
            case 7, 8 -> disk.setRoomy();
            default -> {}
        }
    }

    private static void die(SplittableRandom random, SimDisk disk, Owner owner) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> {
                disk.setBroken(false);
                disk.kill();
            }
            case 1 -> {
                owner.journal().close();
                disk.crash();
            }
            default -> disk.crash();
        }
        if (random.nextBoolean()) disk.setRoomy();
    }
}
