package org.twinlease.app.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.ChangeBook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was changed at the consoles of a person, a change a line of JSON; of several lines with one
/// number the last counts. The newest are kept when the file grows too long.
public final class ChangeFile implements ChangeBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 500;
    private static final long LONGEST = 4L << 20;

    private final Path file;
    private final String person;

    /// In a file of one person, which need not be there yet.
    public ChangeFile(Path file, String person) {
        this.file = file;
        this.person = person;
    }

    @Override
    public String person() {
        return person;
    }

    @Override
    public synchronized List<Change> read() {
        return List.copyOf(changes().values());
    }

    private Map<Long, Change> changes() {
        Map<Long, Change> found = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Change change = change(line);
                if (change != null) found.put(change.id(), change);
            }
        } catch (IOException none) {
            // No file yet, or none that is readable.
        }
        return found;
    }

    @Override
    public synchronized void add(Change change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    line(change) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (Files.size(file) > LONGEST) shorten(changes().values());
        } catch (IOException unwritable) {
            // The session itself goes on knowing it.
        }
    }

    private void shorten(Collection<Change> all) throws IOException {
        List<String> lines = new ArrayList<>();
        long length = 0;
        for (Change change : List.copyOf(all).reversed()) {
            String line = line(change);
            length += line.length();
            if (lines.size() >= MOST || length > LONGEST / 2) break;
            lines.addFirst(line);
        }
        var whole = new WholeFile(file);
        whole.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        whole.put();
    }

    private static String line(Change change) throws JsonProcessingException {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("id", change.id())
                        .put("at", change.atMillis())
                        .put("person", change.person())
                        .put("where", change.where())
                        .put("words", change.words())
                        .put("end", change.end().name())
                        .put("note", change.note());
        ArrayNode files = node.putArray("files");
        for (FilePatch patch : change.files()) {
            ArrayNode lines = files.addObject().put("name", patch.name()).putArray("lines");
            for (MarkedLine line : patch.lines()) {
                lines.addArray().add(line.mark().name()).add(line.number()).add(line.text());
            }
        }
        return JSON.writeValueAsString(node);
    }

    /// Null for a line that nobody can read.
    private static @Nullable Change change(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            List<FilePatch> files = new ArrayList<>();
            for (JsonNode file : node.path("files")) {
                List<MarkedLine> lines = new ArrayList<>();
                for (JsonNode each : file.path("lines")) {
                    MarkedLine.Mark mark = MarkedLine.Mark.valueOf(each.path(0).asText());
                    lines.add(new MarkedLine(mark, each.path(1).asInt(), each.path(2).asText()));
                }
                files.add(new FilePatch(file.path("name").asText(), lines));
            }
            return new Change(
                    node.path("id").asLong(),
                    node.path("at").asLong(),
                    node.path("person").asText(),
                    node.path("where").asText(),
                    node.path("words").asText(),
                    End.valueOf(node.path("end").asText()),
                    node.path("note").asText(),
                    files);
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return null;
        }
    }
}
