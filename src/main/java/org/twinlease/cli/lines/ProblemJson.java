package org.twinlease.cli.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.twinlease.config.Edit;
import org.twinlease.config.Problem;

import java.util.List;
import java.util.Locale;

/// Problems as one JSON document: an array of objects with the keys file, line, column, severity,
/// code, message and remedy; and, where a machine can mend it, fix: the octets `from` to `to` of a
/// file that `text` replaces.
public final class ProblemJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemJson() {}

    /// The document.
    public static String document(List<Problem> problems) {
        ArrayNode all = JSON.createArrayNode();
        for (Problem problem : problems) {
            ObjectNode one =
                    all.addObject()
                            .put("file", problem.file())
                            .put("line", problem.line())
                            .put("column", problem.column())
                            .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                            .put("code", problem.code())
                            .put("message", problem.message())
                            .put("remedy", problem.remedy());
            if (problem.fix().isEmpty()) continue;
            ArrayNode fix = one.putArray("fix");
            for (Edit edit : problem.fix()) {
                fix.addObject()
                        .put("file", edit.file())
                        .put("from", edit.from())
                        .put("to", edit.to())
                        .put("text", edit.text());
            }
        }
        return all.toPrettyString();
    }
}
