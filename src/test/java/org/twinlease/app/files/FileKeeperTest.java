package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Both files of a pair on disk: written together, or not at all.
final class FileKeeperTest {

    @TempDir Path folder;
    private Path one;
    private Path two;

    @BeforeEach
    void files() throws IOException {
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));
        one = Files.writeString(a.resolve("dhcpd.conf"), "authoritative; # one\n");
        two = Files.writeString(b.resolve("dhcpd.conf"), "authoritative; # two\n");
    }

    private FileKeeper keeper() {
        return new FileKeeper(List.of(one.toString(), two.toString()));
    }

    private static Document changed(Document document) {
        return new Document(
                document.halves(),
                document.papers().stream()
                        .map(p -> new Paper(p.name(), p.text() + "max-lease-time 60;\n"))
                        .toList());
    }

    @Test
    void serversOfFilesWithOneNameAreCalledByTheirPaths() {
        var halves = keeper().open().halves();
        assertThat(halves).extracting(h -> h.server()).containsExactly("" + one, "" + two);
        assertThat(new FileKeeper(List.of("" + one)).open().halves().getFirst().server())
                .isEqualTo("dhcpd.conf");
    }

    @Test
    void whatIsIncludedBelongsToTheDocumentOnce() throws IOException {
        Path nets = Files.writeString(folder.resolve("nets.conf"), "max-lease-time 9;\n");
        Files.writeString(one, "include \"" + nets + "\";\n");
        Files.writeString(two, "include \"" + nets + "\";\n");
        assertThat(keeper().open().papers())
                .extracting(Paper::name)
                .containsExactly("" + one, "" + two, "" + nets);
    }

    @Test
    void bothAreWrittenAndTheFormerOnesAreKept() throws IOException {
        Document before = keeper().open();
        Stored stored = keeper().store(before, changed(before));
        assertThat(stored.refusal()).isEmpty();
        assertThat(one).hasContent("authoritative; # one\nmax-lease-time 60;\n");
        assertThat(two).hasContent("authoritative; # two\nmax-lease-time 60;\n");
        assertThat(stored.kept()).containsExactly(one + ".bak", two + ".bak");
        assertThat(Path.of(one + ".bak")).hasContent("authoritative; # one\n");
        assertThat(keeper().store(changed(before), before).kept())
                .containsExactly(one + ".bak1", two + ".bak1");
        assertThat(one).hasContent("authoritative; # one\n");
    }

    @Test
    void nothingIsWrittenWhenSomebodyElseChangedOneOfThem() throws IOException {
        Document before = keeper().open();
        Files.writeString(two, "# mine\n");
        Stored stored = keeper().store(before, changed(before));
        assertThat(stored.refusal()).startsWith(two + " is not as it was read");
        assertThat(one).hasContent("authoritative; # one\n");
        assertThat(two).hasContent("# mine\n");
    }

    @Test
    void nothingIsWrittenWhenTheSecondCannotBe() throws IOException {
        Document before = keeper().open();
        // A folder of the name that the new file is written under.
        Files.createDirectory(two.resolveSibling("dhcpd.conf.new"));
        Files.writeString(two.resolveSibling("dhcpd.conf.new").resolve("full"), "");
        Stored stored = keeper().store(before, changed(before));
        assertThat(stored.isRefused()).isTrue();
        assertThat(stored.refusal()).startsWith("Nothing was written, every file is as it was");
        assertThat(one).hasContent("authoritative; # one\n");
        assertThat(two).hasContent("authoritative; # two\n");
        assertThat(Path.of(one + ".bak")).doesNotExist();
    }
}
