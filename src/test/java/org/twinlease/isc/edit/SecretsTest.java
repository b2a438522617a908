package org.twinlease.isc.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.config.Config;
import org.twinlease.config.Problem;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.tree.ConfTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What others may see of a configuration means the same and gives nothing away.
final class SecretsTest {

    private static String blanked(String text) {
        ConfTree tree = ConfTree.of("f", text.getBytes(StandardCharsets.ISO_8859_1));
        return Secrets.blanked(List.of(tree)).getFirst();
    }

    private static DhcpdConf.Reading read(String text) {
        return DhcpdConf.read(
                "f", name -> name.equals("f") ? text.getBytes(StandardCharsets.ISO_8859_1) : null);
    }

    @Test
    void theSecretOfAKeyIsAnotherOneAndItsNameStays() {
        String text =
                """
                key "omapi" {
                  algorithm hmac-sha256; # was TopSecretWord before
                  secret Pz9/Pz8+ABCD==;
                }
                default-lease-time 600; # nobody knows why
                """;
        String seen = blanked(text);
        assertThat(seen)
                .doesNotContain("Pz9", "ABCD=", "TopSecretWord", "why")
                .contains("\"omapi\"", "default-lease-time 600;")
                .hasLineCount(5);
        assertThat(read(seen).isUsable()).as(seen).isTrue();
    }

    @Test
    void aWordThatIsNoKeysSecretIsLeftAlone() {
        assertThat(blanked("host secret { }\nclass \"secret\" { }"))
                .isEqualTo("host secret { }\nclass \"secret\" { }");
    }

    @Test
    void whatIsIncludedHasItsOwnText() {
        ConfTree main = ConfTree.of("m", "include \"k\";".getBytes(StandardCharsets.US_ASCII));
        ConfTree keys =
                ConfTree.of(
                        "k",
                        "key a { algorithm hmac-md5; secret QUJDRA==; }"
                                .getBytes(StandardCharsets.US_ASCII));
        List<String> texts = Secrets.blanked(List.of(main, keys));
        assertThat(texts.getFirst()).isEqualTo("include \"k\";");
        assertThat(texts.getLast()).doesNotContain("QUJDRA").contains("key a {");
    }

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> all =
                Files.walk(Path.of("src", "test", "resources", "isc", "conf", "valid"))) {
            return all.filter(each -> each.toString().endsWith(".conf")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theConfigurationIsTheSame(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading before = read(text);
        DhcpdConf.Reading after = read(blanked(text));
        assertThat(words(after.config())).isEqualTo(words(before.config()));
        assertThat(after.problems()).extracting(Problem::code).isEqualTo(codes(before));
    }

    /// Problems apart, whose columns are others.
    private static String words(Config config) {
        return config.global()
                + "\n"
                + config.networks()
                + config.hosts()
                + config.peers()
                + config.classes();
    }

    private static List<String> codes(DhcpdConf.Reading reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }
}
