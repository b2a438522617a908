package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.sim.FilePairs;
import org.twinlease.config.Config;
import org.twinlease.console.model.FakeChannel;
import org.twinlease.console.model.PairSource;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.PairOf;
import org.twinlease.drill.script.Scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which pair a console's drills are of.
final class FilePairsTest {

    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        OwnPair.writeTo(folder);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private FilePairs pairs(List<String> configs, List<String> leases) {
        List<Config> read = new ArrayList<>();
        for (String each : configs) read.add(ConfFiles.read(file(each).toString()).config());
        return FilePairs.of(
                configs.stream().map(this::file).toList(),
                leases.stream().map(this::file).toList(),
                read);
    }

    private static Scenario scenario(String text) {
        return Objects.requireNonNull(DrillReader.read("own.drill", text).scenario());
    }

    private PairSource.Answer read(FilePairs pairs) {
        @Nullable PairOf own = pairs.own();
        Scenario drill = scenario("begin 08:00\nat 08:10 kill B\n");
        return pairs.read(drill.with(Objects.requireNonNull(own), drill.population()), "");
    }

    @Test
    void serversThatRunAreAskedForTheirPair() {
        FilePairs files = pairs(List.of("a.conf", "b.conf"), List.of());
        assertThat(files.runs()).isFalse();
        var silent = new FakeChannel();
        silent.gone = true;
        FilePairs both = files.with(List.of(silent));
        assertThat(both.runs()).isTrue();
        assertThat(both.own()).isEqualTo(files.own());
        assertThat(both.now().original()).isNull();
        assertThat(both.now().why())
                .isEqualTo("No server of the pair answers, so nothing is known of it.");
    }

    @Test
    void twoFilesAreAPairWithoutLeases() {
        var answer = read(pairs(List.of("a.conf", "b.conf"), List.of()));
        assertThat(answer.why()).isEmpty();
        assertThat(Objects.requireNonNull(answer.original()).name()).isEqualTo("office");
        assertThat(answer.original().leases()).isZero();
    }

    @Test
    void leasesGoToTheServerWhoseTheyAreWhicheverComesFirst() {
        PairOf first =
                Objects.requireNonNull(
                        pairs(List.of("a.conf", "b.conf"), List.of("a.leases")).own());
        assertThat(first.leasesOfA()).endsWith("a.leases");
        assertThat(first.leasesOfB()).isEmpty();
        PairOf second =
                Objects.requireNonNull(
                        pairs(List.of("b.conf", "a.conf"), List.of("b.leases", "a.leases")).own());
        assertThat(second.leasesOfA()).endsWith("a.leases");
        assertThat(second.leasesOfB()).endsWith("b.leases");
        var answer = read(pairs(List.of("a.conf", "b.conf"), List.of("a.leases")));
        assertThat(Objects.requireNonNull(answer.original()).leases()).isEqualTo(60);
        assertThat(answer.original().sources()).hasSize(3);
    }

    @Test
    void oneFileIsNoPair() {
        assertThat(pairs(List.of("a.conf"), List.of()).own()).isNull();
        assertThat(pairs(List.of(), List.of()).own()).isNull();
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        var pairs = pairs(List.of("a.conf", "b.conf"), List.of("none.leases"));
        assertThat(read(pairs).original()).isNull();
        assertThat(read(pairs).why())
                .contains("none.leases cannot be read")
                .matches("(?s)\\p{Lu}?.*\\.");
        var both = pairs(List.of("a.conf", "a.conf"), List.of());
        assertThat(read(both).why()).startsWith("Failover peer \"office\" is primary in both");
    }

    @Test
    void aDrillMayNameFilesBesideIt() {
        Scenario drill = scenario("pair of a.conf and b.conf\nbegin 08:00\n");
        var none = pairs(List.of(), List.of());
        assertThat(none.read(drill, folder.toString()).original()).isNotNull();
        assertThat(none.read(drill, file("elsewhere").toString()).original()).isNull();
        assertThat(none.read(drill, "no\0path").why()).endsWith("is no path of a file.");
        Scenario demo = scenario("begin 08:00\n");
        assertThat(none.read(demo, "").original()).isNotNull();
    }
}
