package org.twinlease.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.lab.PairLab.Roles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// This program and a real dhcpd live through troubles that a seed draws, under clients that come,
/// renew, leave, are switched off and on and decline: `twinlease.minutes` says for how long,
/// `twinlease.seed` which troubles. Clients are the judge: no address is with two of them, and
/// nobody loses an address or waits for one while a server that may answer is there. After each
/// bout both are in NORMAL with the same leases. It takes long and is run by hand, as root, when
/// the program has been built: `mvn verify -Dtest=PairTroubleTest -Dtest.skip.groups=lab`.
@Tag("bench")
@Isolated("its load would make the others late")
final class PairTroubleTest {

    private static final double MINUTES =
            Double.parseDouble(System.getProperty("twinlease.minutes", "2"));
    private static final long SEED = Long.getLong("twinlease.seed", 20_260_202);
    private static final int CLIENTS = 30;
    private static final long WATCH_NANOS = 1_000_000_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    static Stream<Roles> roles() {
        return Roles.all();
    }

    private static Crowd crowd(PairLab pair) throws IOException {
        return new Crowd(
                pair.lab(),
                "c1",
                List.of(pair.primary.address(), pair.secondary.address()),
                new Crowd.Habits(CLIENTS, true, WATCH_NANOS, true),
                SEED);
    }

    private static String[] flags() {
        String[][] times = {{"15", "24"}, {"10", "40"}, {"20", "20"}, {"12", "60"}};
        String[] drawn = times[Math.floorMod(SEED, times.length)];
        return new String[] {
            "--mclt",
            drawn[0],
            "--lease",
            drawn[1],
            "--range",
            "10.77.0.60 10.77.0.249",
            "--global",
            "abandon-lease-time 60;"
        };
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nobodyLosesAnAddressWhateverComes(Roles roles) throws IOException {
        try (PairLab pair = PairLab.up(folder, roles, flags())) {
            pair.start();
            double begin = PairLab.clock();
            List<String> done = new ArrayList<>();
            try (Crowd crowd = crowd(pair)) {
                TroubleMaker maker = new TroubleMaker(pair, crowd, done);
                TroublePlan plan =
                        new TroublePlan(SEED, roles.oursIsPrimary(), roles.oursIsSecondary());
                pair.await("all have an address", () -> crowd.waiting(0) == 0);
                int seen = 0;
                do {
                    plan.next().forEach(maker::act);
                    seen = judge(maker, crowd, seen);
                } while (PairLab.clock() < begin + 60 * MINUTES);
                System.out.printf(
                        "%s, seed %d: %d acts in %.1f min; %d acknowledgements, %d complaints that"
                                + " nobody is to blame for, %d addresses doubled by an order%n",
                        roles,
                        SEED,
                        done.size(),
                        (PairLab.clock() - begin) / 60,
                        crowd.acknowledged(),
                        crowd.complaints().size(),
                        maker.doubledByOrder());
                if (Boolean.getBoolean("twinlease.tell")) done.forEach(System.out::println);
                crowd.still(true);
            } catch (AssertionError wrong) {
                throw new AssertionError(
                        "%s, seed %d, %s%n%s%n%s"
                                .formatted(
                                        roles,
                                        SEED,
                                        folder,
                                        String.join("\n", done),
                                        wrong.getMessage()),
                        wrong);
            }
            pair.same();
            pair.clean();
        }
    }

    /// Looks at what clients have complained of since; the number of complaints then.
    private static int judge(TroubleMaker maker, Crowd crowd, int seen) {
        assertThat(crowd.faults()).isEmpty();
        List<Complaint> all = crowd.complaints();
        List<String> just = maker.just(all.subList(seen, all.size()));
        if (!just.isEmpty()) fail("clients complain:\n" + String.join("\n", just));
        return all.size();
    }
}
