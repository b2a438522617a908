package org.twinlease.isc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class EntryPiecesTest {

    private static List<String> pieces(String text, boolean whole) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        var pieces = new EntryPieces("f", octets, Set.of("lease", "host"));
        List<String> all = new ArrayList<>();
        for (ConfTree piece = pieces.next(_ -> whole);
                piece != null;
                piece = pieces.next(_ -> whole)) {
            all.add(
                    piece.token(0).line()
                            + ":"
                            + new String(piece.bytes(), StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    @Test
    void aPieceBeginsWhereALineBeginsWithAnEntrysWord() {
        assertThat(pieces("# c\nlease 1;\n lease 2;\nHOST a;\nleases 3;", true))
                .containsExactly("2:# c\n", "2:lease 1;\n lease 2;\n", "4:HOST a;\nleases 3;");
    }

    @Test
    void noOctetIsLost() {
        String text = "\n\nlease {\n\"\nlease x\n\" }\nhost }\n\n";
        for (boolean whole : new boolean[] {true, false}) {
            String together =
                    String.join(
                            "",
                            pieces(text, whole).stream()
                                    .map(p -> p.replaceFirst("^\\d+:", ""))
                                    .toList());
            assertThat(together).isEqualTo(text);
        }
    }

    /// A string may hold a line that looks like an entry.
    @Test
    void aPieceThatIsOpenIsJoinedWithTheNextWhereThatMakesOneEntry() {
        String text = "lease { uid \"\nlease \"; }\nlease { }\n";
        assertThat(pieces(text, true)).hasSize(2);
        assertThat(pieces(text, false)).hasSize(3);
    }
}
