package org.twinlease.cli.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What `serve --settings FILE` reads: one JSON object whose keys are the command's options without
/// the two dashes. What the command line says itself wins over the file.
final class ServeSettings {

    private static final Set<String> KEYS =
            Set.of(
                    "config",
                    "data",
                    "leases",
                    "interface",
                    "port",
                    "relay-only",
                    "name",
                    "api",
                    "execute");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String file;
    private final JsonNode values;

    private ServeSettings(String file, JsonNode values) {
        this.file = file;
        this.values = values;
    }

    /// No file, so nothing is set.
    static ServeSettings none() {
        return new ServeSettings("", JSON.createObjectNode());
    }

    /// The settings of a file's text.
    ///
    /// @throws Refused when it is no JSON object or has a key that is no option
    static ServeSettings of(String file, String text) throws Refused {
        JsonNode values;
        try {
            values = JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            var at = wrong.getLocation();
            throw Refused.input(
                    "%s:%d:%d: this is no JSON: %s"
                            .formatted(
                                    file,
                                    at == null ? 1 : at.getLineNr(),
                                    at == null ? 1 : at.getColumnNr(),
                                    wrong.getOriginalMessage().lines().findFirst().orElse("")));
        }
        if (!values.isObject()) {
            throw Refused.input(file + " is no JSON object; write it as {\"config\": \"...\"}");
        }
        for (var key : values.properties()) {
            if (KEYS.contains(key.getKey())) continue;
            throw Refused.input(
                    file
                            + ": there is no setting \""
                            + key.getKey()
                            + "\"; there is "
                            + String.join(", ", KEYS.stream().sorted().toList()));
        }
        return new ServeSettings(file, values);
    }

    /// A text, null when it is not set.
    @Nullable String text(String key) throws Refused {
        JsonNode value = values.get(key);
        if (value == null) return null;
        if (!value.isTextual()) throw wrong(key, value, "a text");
        return value.textValue();
    }

    /// One text or an array of them, none when it is not set.
    List<String> texts(String key) throws Refused {
        JsonNode value = values.get(key);
        if (value == null) return List.of();
        if (value.isTextual()) return List.of(value.textValue());
        if (!value.isArray()) throw wrong(key, value, "a text or an array of texts");
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isTextual()) throw wrong(key, each, "a text");
            texts.add(each.textValue());
        }
        return texts;
    }

    /// A UDP port, -1 when it is not set.
    int port() throws Refused {
        JsonNode value = values.get("port");
        if (value == null) return -1;
        boolean fits = value.isInt() && value.intValue() >= 0 && value.intValue() <= 65_535;
        if (!fits) throw wrong("port", value, "a number from 0 to 65535");
        return value.intValue();
    }

    /// Yes or no, no when it is not set.
    boolean isOn(String key) throws Refused {
        JsonNode value = values.get(key);
        if (value == null) return false;
        if (!value.isBoolean()) throw wrong(key, value, "true or false");
        return value.booleanValue();
    }

    private Refused wrong(String key, JsonNode value, String wanted) {
        return Refused.input(file + ": \"" + key + "\" is " + wanted + ", not " + value);
    }
}
