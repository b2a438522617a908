package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.app.files.PairFiles;
import org.twinlease.config.document.NewPairs;
import org.twinlease.config.document.NewPairs.Made;
import org.twinlease.config.document.PairWish;
import org.twinlease.config.document.PairWish.Network;
import org.twinlease.config.document.PairWish.Numbers;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the wizard makes is what a dhcpd takes and what the checks find nothing in.
final class NewPairTest extends Typed {

    @TempDir Path folder;
    private final NewPairs pairs = new PairFiles();

    private PairWish wish(String base) {
        var networks =
                List.of(
                        net("10.0.0.0", "255.255.255.0", "10.0.0.10", "10.0.0.200", "10.0.0.1"),
                        net("10.0.4.0", "255.255.252.0", "10.0.4.10", "10.0.7.250", null));
        return new PairWish(
                "office",
                647,
                new PairWish.Server("dhcp-a", Ip4.of("10.0.0.2"), path("a.conf")),
                new PairWish.Server("dhcp-b", Ip4.of("10.0.0.3"), path("b.conf")),
                base,
                base.isEmpty() ? networks : List.of(),
                28_800,
                Numbers.USUAL);
    }

    private static Network net(
            String number, String mask, String low, String high, @Nullable String router) {
        return new Network(
                Ip4.of(number),
                Ip4.of(mask),
                Ip4.of(low),
                Ip4.of(high),
                router == null ? null : Ip4.of(router));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void isAccepted() {
        for (String half : List.of("a.conf", "b.conf")) {
            assertThat(run("dhcpd", "-t", "-cf", path(half))).as(half + ": " + err).isZero();
        }
        assertThat(run("check", path("a.conf"), path("b.conf"))).as(out + "").isZero();
        assertThat(out.toString()).doesNotContain("warning", "error");
        assertThat(run("conf", "diff", path("a.conf"), path("b.conf"))).as(out + "").isZero();
    }

    @Test
    void twoNewFilesAreAcceptedAndClean() {
        Made made = pairs.make(wish(""));
        assertThat(made.refusal()).isEmpty();
        assertThat(made.before().text(path("a.conf"))).isEmpty();
        assertThat(pairs.store(made.before(), made.after()).refusal()).isEmpty();
        isAccepted();
    }

    @Test
    void anExistingFileWithAnIncludedOneBecomesBothHalvesAndIsKept() throws IOException {
        String nets = path("nets.conf");
        Files.writeString(
                Path.of(nets),
                """
                # our only network
                subnet 10.0.0.0 netmask 255.255.255.0 {
                  option routers 10.0.0.1;
                  range 10.0.0.10 10.0.0.99;   # people
                }
                """);
        String main = "# since 2011\nauthoritative;\ninclude \"" + nets + "\";\n";
        Files.writeString(folder.resolve("a.conf"), main);
        Made made = pairs.make(wish(path("a.conf")));
        assertThat(made.refusal()).isEmpty();
        var stored = pairs.store(made.before(), made.after());
        assertThat(stored.kept()).containsExactly(path("a.conf.bak"), path("nets.conf.bak"));
        isAccepted();
        assertThat(Files.readString(folder.resolve("a.conf.bak"))).isEqualTo(main);
        assertThat(Files.readString(folder.resolve("b.conf"))).startsWith("# since 2011");
        assertThat(Files.readString(Path.of(nets)))
                .contains("failover peer \"office\";", "# people");
    }

    @Test
    void aFileThatSomebodyElseChangedMeanwhileIsLeftAloneAndSoIsTheOther() throws IOException {
        Made made = pairs.make(wish(""));
        Files.writeString(folder.resolve("b.conf"), "# mine\n");
        assertThat(pairs.store(made.before(), made.after()).refusal()).contains("b.conf is not as");
        assertThat(Files.exists(folder.resolve("a.conf"))).isFalse();
        assertThat(Files.readString(folder.resolve("b.conf"))).isEqualTo("# mine\n");
    }

    @Test
    void aFileThatIsNotThereOrHasErrorsIsRefused() throws IOException {
        assertThat(pairs.make(wish(path("none.conf"))).refusal()).contains("cannot be read");
        Files.writeString(folder.resolve("broken.conf"), "subnet {\n");
        assertThat(pairs.make(wish(path("broken.conf"))).refusal()).contains("has errors");
    }
}
