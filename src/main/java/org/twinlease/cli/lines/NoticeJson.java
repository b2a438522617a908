package org.twinlease.cli.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.NoticeLine;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// A notice as a line for programs, its times and durations as every command writes them: RFC 3339
/// in UTC, and seconds.
public final class NoticeJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MILLIS = "Millis";
    private static final Set<String> MILLIS_OF_TIME = Set.of("atMillis", "lastHeardMillis");
    private static final Set<String> SECONDS_OF_TIME =
            Set.of("since", "partnerSince", "balanceDue", "starts", "ends", "cltt");

    /// Counts that a dhcpd does not tell.
    private static final Set<String> COUNTS = Set.of("window", "taken", "acknowledged", "refused");

    private NoticeJson() {}

    /// The notice in one line, with the token to go on after it.
    public static String of(String token, Notice notice) {
        return told(NoticeLine.of(token, notice)).toString();
    }

    private static JsonNode told(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode out = JSON.createArrayNode();
            array.forEach(each -> out.add(told(each)));
            return out;
        }
        if (!(node instanceof ObjectNode object)) return node;
        ObjectNode out = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (MILLIS_OF_TIME.contains(name) && value.isNumber()) {
                out.put(bare(name), StatusJson.time(value.asLong()));
            } else if (name.endsWith(MILLIS) && value.isNumber()) {
                out.put(bare(name), seconds(name, value.asLong()));
            } else if (SECONDS_OF_TIME.contains(name) && value.isNumber()) {
                out.put(name, time(value.asLong()));
            } else if (COUNTS.contains(name) && value.isNumber() && value.asLong() < 0) {
                out.putNull(name);
            } else {
                out.set(name.endsWith(MILLIS) ? bare(name) : name, told(value));
            }
        }
        return out;
    }

    private static String bare(String name) {
        return name.substring(0, name.length() - MILLIS.length());
    }

    /// A clock may be behind; any other duration below zero is not known.
    private static @Nullable BigDecimal seconds(String name, long millis) {
        return millis < 0 && !name.equals("skewMillis") ? null : BigDecimal.valueOf(millis, 3);
    }

    private static @Nullable String time(long seconds) {
        if (seconds == LeaseView.NEVER) return "never";
        return seconds <= 0 ? null : StatusJson.time(seconds * 1000);
    }
}
