package org.twinlease.cli.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

import org.twinlease.control.CapturedMessage;
import org.twinlease.control.CapturedOption;
import org.twinlease.control.CapturedOption.Value;
import org.twinlease.control.ClientText;
import org.twinlease.control.Meaning;
import org.twinlease.control.Sentences;
import org.twinlease.value.Octets;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A captured message between two servers, for people and for programs.
public final class FailoverLine {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final long SECOND = 1_000_000;

    private FailoverLine() {}

    /// The message in one line: when, on which connection, between whom, and what it means.
    public static String text(CapturedMessage message) {
        StringBuilder line = new StringBuilder();
        Instant at =
                Instant.ofEpochSecond(
                        Math.floorDiv(message.atMicros(), SECOND),
                        Math.floorMod(message.atMicros(), SECOND) * 1000);
        line.append(
                "%4d  %s  c%d  ".formatted(message.number(), AT.format(at), message.connection()));
        line.append(message.from()).append(" > ").append(message.to());
        line.append("  ").append(message.type());
        if (message.hasHeader()) line.append(" xid ").append(message.xid());
        line.append(' ');
        for (Meaning meaning : message.meaning()) line.append(' ').append(Sentences.of(meaning));
        return line.toString();
    }

    /// The message's options as they stand there, in one line.
    public static String options(CapturedMessage message) {
        List<String> options = new ArrayList<>();
        for (CapturedOption option : message.options()) {
            options.add(option.name() + " " + text(option.value()));
        }
        return "      " + (options.isEmpty() ? "no options" : String.join(", ", options));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Unsigned(long number) -> Long.toString(number);
            case Value.Text(String text) -> {
                String shown = ClientText.of(Octets.ofText(text));
                yield shown == null ? "(empty)" : shown;
            }
            case Value.Hardware(int type, String address) -> type + "/" + address;
        };
    }

    /// One object; `malformed` is there only if something is.
    public static String json(CapturedMessage message) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartObject();
            json.writeNumberField("n", message.number());
            json.writeNumberField("t", seconds(message.atMicros()));
            json.writeNumberField("rel", seconds(message.sinceMicros()));
            json.writeNumberField("conn", message.connection());
            json.writeStringField("dir", message.from() + "->" + message.to());
            json.writeStringField("src", message.src());
            json.writeStringField("dst", message.dst());
            if (message.hasHeader()) header(json, message);
            else json.writeNumberField("length", message.length());
            json.writeStringField("raw", HexFormat.of().formatHex(message.raw().toArray()));
            if (message.fault() != null) json.writeStringField("malformed", message.fault());
            json.writeNumberField("seg", message.together());
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString();
    }

    private static void header(JsonGenerator json, CapturedMessage message) throws IOException {
        json.writeStringField("type", message.type());
        json.writeNumberField("type_no", message.typeCode());
        json.writeNumberField("length", message.length());
        json.writeNumberField("payload_offset", message.payloadOffset());
        json.writeNumberField("time", message.time());
        json.writeNumberField("xid", message.xid());
        json.writeArrayFieldStart("options");
        for (CapturedOption option : message.options()) {
            json.writeStartObject();
            json.writeNumberField("code", option.code());
            json.writeStringField("name", option.name());
            json.writeNumberField("len", option.length());
            value(json, option.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Unsigned(long number) -> json.writeNumberField("value", number);
            case Value.Text(String text) -> json.writeStringField("value", text);
            case Value.Hardware(int type, String address) -> {
                json.writeObjectFieldStart("value");
                json.writeNumberField("htype", type);
                json.writeStringField("addr", address);
                json.writeEndObject();
            }
        }
    }

    /// As many decimals as there are, at least one.
    private static BigDecimal seconds(long micros) {
        BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return exact.scale() < 1 ? exact.setScale(1) : exact;
    }
}
