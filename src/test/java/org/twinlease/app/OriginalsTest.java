package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.sim.Originals;
import org.twinlease.cli.Refused;
import org.twinlease.drill.Original;
import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.Verdict;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The twin of a pair whose two dhcpd.conf and lease files lie in a folder.
final class OriginalsTest {

    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        OwnPair.writeTo(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Scenario scenario(String... lines) {
        var reading = DrillReader.read("own.drill", String.join("\n", lines));
        return Objects.requireNonNull(reading.scenario(), reading::toString);
    }

    private Original original(String... lines) throws Refused {
        return Originals.of(scenario(lines), folder);
    }

    @Test
    void thePairIsThatOfTheFilesWhicheverComesFirst() throws Refused {
        Original one = original("pair of a.conf and b.conf");
        Original other = original("pair of b.conf and a.conf");
        assertThat(one.name()).isEqualTo("office");
        assertThat(one.mclt()).isEqualTo(300);
        assertThat(one.leaseSeconds()).isEqualTo(600);
        assertThat(one.leases()).isZero();
        assertThat(other.sources()).isEqualTo(one.sources());
        assertThat(one.sources().getFirst().what()).isEqualTo("configuration of A");
        assertThat(one.sources().getFirst().file()).isEqualTo("a.conf");
        assertThat(one.sources().getFirst().digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void aDrillGoesOnWithTheLeasesOfTheFile() throws Refused {
        String[] drill = {
            "pair of a.conf and b.conf",
            "leases of A in a.leases",
            "begin 12:00",
            "at 12:10 kill A",
            "end 12:40",
            "expect B is communications-interrupted at 12:30",
            "expect nobody loses an address",
            "expect no renewal is refused"
        };
        Original original = original(drill);
        assertThat(original.leases()).isEqualTo(60);
        assertThat(original.sources()).hasSize(3);
        Twin twin = new Twin(scenario(drill), original, 1);
        Sample first = twin.samples().getFirst();
        assertThat(first.clients().on()).isBetween(20, 59);
        assertThat(first.servers().getFirst().active()).isBetween(40L, 60L);
        Verdict verdict = twin.finish();
        assertThat(verdict.holds()).as(verdict::toString).isTrue();
        assertThat(twin.servedBy(1)).isGreaterThan(20);
    }

    @Test
    void aDrillWithoutLeasesBringsItsOwnClients() throws Refused {
        String[] drill = {
            "pair of a.conf and b.conf",
            "population 30 renewing, behind 1 relay",
            "begin 12:00",
            "end 12:10"
        };
        Twin twin = new Twin(scenario(drill), original(drill), 1);
        assertThat(twin.count().served()).isEqualTo(30);
        assertThat(twin.finish().holds()).isTrue();
    }

    private void refused(String words, String... lines) {
        assertThatThrownBy(() -> original(lines))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    @Test
    void whatIsNoPairIsRefusedWithWhatHelps() throws IOException {
        write("broken.conf", "subnet {");
        write(
                "other.conf",
                OwnPair.SECONDARY.replace("office", "branch")
                        + OwnPair.POOL.replace("office", "branch"));
        write("free.conf", (OwnPair.PRIMARY + OwnPair.POOL).replace("mclt 300;", ""));
        write("empty.leases", "# nothing\n");
        write("far.conf", (OwnPair.SECONDARY + OwnPair.POOL).replace("192.168.7.3", "192.168.9.3"));
        refused(
                "in a.conf the peer address is 192.168.7.3, but in far.conf the address is"
                        + " 192.168.9.3",
                "pair of far.conf and a.conf");
        refused("broken.conf has errors; twinlease check", "pair of broken.conf and b.conf");
        refused("primary in both files", "pair of a.conf and a.conf");
        refused("no failover peer of one name", "pair of a.conf and other.conf");
        refused("missing.conf cannot be read; check its name", "pair of a.conf and missing.conf");
        refused("cannot be read", "pair of a.conf and b.conf", "leases of A in missing.leases");
        refused("has no leases", "pair of a.conf and b.conf", "leases of B in empty.leases");
    }
}
