package org.twinlease.isc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Problems in the order in which dhcpd comes upon them, whatever the files are called.
class IncludeOrderTest {
    private static ConfTree tree(String name, String text) {
        return ConfTree.of(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Problem problem(String file, int line, int column) {
        return new Problem(file, line, column, Problem.Severity.ERROR, "x", "m", "");
    }

    private static List<String> sorted(List<ConfTree> files, Problem... problems) {
        List<Problem> mixed = new ArrayList<>(List.of(problems));
        Collections.sort(mixed);
        return IncludeOrder.of(files).sorted(mixed).stream()
                .map(problem -> problem.file() + ":" + problem.line() + ":" + problem.column())
                .toList();
    }

    @Test
    void anIncludedFileStandsWhereItIsIncluded() {
        List<ConfTree> files =
                List.of(
                        tree("z", "a;\ninclude \"m\";\nb;\ninclude \"a\";\nc;\n"),
                        tree("m", "d;\ninclude \"b\";\n"),
                        tree("b", "e;\n"),
                        tree("a", "f;\n"));
        assertThat(
                        sorted(
                                files,
                                problem("a", 1, 1),
                                problem("b", 1, 1),
                                problem("m", 1, 1),
                                problem("m", 2, 9),
                                problem("z", 1, 1),
                                problem("z", 2, 9),
                                problem("z", 3, 1),
                                problem("z", 5, 1)))
                .containsExactly(
                        "z:1:1", "m:1:1", "b:1:1", "m:2:9", "z:2:9", "z:3:1", "a:1:1", "z:5:1");
    }

    @Test
    void inOneFileTheyStandAsTheyAre() {
        List<ConfTree> files = List.of(tree("f", "a;\nb;\n"));
        assertThat(sorted(files, problem("f", 2, 1), problem("f", 1, 5), problem("f", 1, 2)))
                .containsExactly("f:1:2", "f:1:5", "f:2:1");
    }

    @Test
    void filesThatIncludeEachOtherHaveAnOrderToo() {
        List<ConfTree> files =
                List.of(
                        tree("f", "include \"g\";\n"),
                        tree("g", "include \"f\";\ninclude \"g\";\n"));
        assertThat(sorted(files, problem("g", 2, 1), problem("f", 1, 1))).hasSize(2);
    }
}
