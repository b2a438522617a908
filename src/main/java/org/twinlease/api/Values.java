package org.twinlease.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Counter;
import org.twinlease.control.CountersView;
import org.twinlease.control.LiveAct;
import org.twinlease.control.LiveEnd;
import org.twinlease.control.LiveMark;
import org.twinlease.control.Sentences;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/// How the house's values are spelt in JSON: addresses dotted, octets and hardware addresses in
/// hexadecimal with colons, states as dhcpd spells them, a reason with its sentence beside its
/// operands, counters under their names.
final class Values {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private Values() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("twinlease");
        text(module, Ip4.class, Ip4::toString, Ip4::parse);
        text(module, Octets.class, Octets::hex, Values::octets);
        text(module, HardwareAddress.class, HardwareAddress::toString, Values::hardware);
        text(module, BindingState.class, BindingState::word, Values::bindingState);
        text(module, ServerState.class, ServerState::word, Values::serverState);
        words(module, LiveAct.class, LiveAct::word);
        words(module, LiveMark.class, LiveMark::word);
        words(module, LiveEnd.class, LiveEnd::word);
        module.addSerializer(Reason.class, new ReasonWriter());
        module.addDeserializer(Reason.class, new ReasonReader());
        module.addSerializer(CountersView.class, new CountersWriter());
        module.addDeserializer(CountersView.class, new CountersReader());
        return module;
    }

    private static <E extends Enum<E>> void words(
            SimpleModule module, Class<E> type, Function<E, String> spell) {
        text(
                module,
                type,
                spell,
                word -> {
                    for (E each : type.getEnumConstants()) {
                        if (spell.apply(each).equals(word)) return each;
                    }
                    return null;
                });
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> spell,
            Function<String, @Nullable T> read) {
        module.addSerializer(
                type,
                new JsonSerializer<T>() {
                    @Override
                    public void serialize(T value, JsonGenerator out, SerializerProvider all)
                            throws IOException {
                        out.writeString(spell.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new JsonDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext all)
                            throws IOException {
                        T value =
                                in.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)
                                        ? read.apply(in.getText())
                                        : null;
                        if (value == null) {
                            throw JsonMappingException.from(
                                    in, in.getText() + " is no " + type.getSimpleName());
                        }
                        return value;
                    }
                });
    }

    static @Nullable Octets octets(String text) {
        if (text.isEmpty()) return Octets.EMPTY;
        try {
            return Octets.of(COLONS.parseHex(text));
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }

    private static @Nullable HardwareAddress hardware(String text) {
        int slash = text.indexOf('/');
        String type = slash < 0 ? "1" : text.substring(0, slash);
        Octets address = octets(text.substring(slash + 1));
        boolean good = type.matches("[0-9]{1,3}") && Integer.parseInt(type) < 256;
        return !good || address == null || address.length() > 16
                ? null
                : new HardwareAddress(Integer.parseInt(type), address);
    }

    private static @Nullable BindingState bindingState(String word) {
        return Arrays.stream(BindingState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ServerState serverState(String word) {
        return Arrays.stream(ServerState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static final class ReasonWriter extends JsonSerializer<Reason> {
        @Override
        public void serialize(Reason reason, JsonGenerator out, SerializerProvider all)
                throws IOException {
            out.writeStartObject();
            out.writeStringField("code", reason.code().name());
            out.writeArrayFieldStart("operands");
            for (Object operand : reason.operands()) operand(operand, out);
            out.writeEndArray();
            out.writeStringField("words", Sentences.of(reason));
            out.writeEndObject();
        }

        private static void operand(Object operand, JsonGenerator out) throws IOException {
            switch (operand) {
                case Long number -> out.writeNumber(number);
                case Ip4 address -> tagged(out, "address", address);
                case HardwareAddress hardware -> tagged(out, "hardware", hardware);
                case Octets octets -> tagged(out, "octets", octets);
                default -> out.writeString(operand.toString());
            }
        }

        private static void tagged(JsonGenerator out, String name, Object value)
                throws IOException {
            out.writeStartObject();
            out.writeStringField(name, value.toString());
            out.writeEndObject();
        }
    }

    private static final class ReasonReader extends JsonDeserializer<Reason> {
        @Override
        public Reason deserialize(JsonParser in, DeserializationContext all) throws IOException {
            JsonNode node = in.readValueAsTree();
            List<Object> operands = new ArrayList<>();
            try {
                for (JsonNode operand : node.path("operands")) operands.add(operand(operand));
                return new Reason(ReasonCode.valueOf(node.path("code").asText()), operands);
            } catch (IllegalArgumentException unknown) {
                throw JsonMappingException.from(in, node.path("code") + " is no known reason");
            }
        }

        private static Object operand(JsonNode node) {
            if (node.isNumber()) return node.asLong();
            if (node.has("address")) return Ip4.of(node.get("address").asText());
            Object value = node.asText();
            if (node.has("hardware")) value = hardware(node.get("hardware").asText());
            if (node.has("octets")) value = octets(node.get("octets").asText());
            if (value == null) throw new IllegalArgumentException(node.toString());
            return value;
        }
    }

    private static final class CountersWriter extends JsonSerializer<CountersView> {
        @Override
        public void serialize(CountersView view, JsonGenerator out, SerializerProvider all)
                throws IOException {
            out.writeStartObject();
            out.writeNumberField("atMillis", view.atMillis());
            out.writeObjectFieldStart("values");
            for (Counter counter : Counter.values()) {
                out.writeNumberField(counter.name(), view.get(counter));
            }
            out.writeEndObject();
            out.writeNumberField("p50Micros", view.p50Micros());
            out.writeNumberField("p99Micros", view.p99Micros());
            out.writeEndObject();
        }
    }

    private static final class CountersReader extends JsonDeserializer<CountersView> {
        @Override
        public CountersView deserialize(JsonParser in, DeserializationContext all)
                throws IOException {
            JsonNode node = in.readValueAsTree();
            long[] values = new long[Counter.values().length];
            for (Counter counter : Counter.values()) {
                values[counter.ordinal()] = node.path("values").path(counter.name()).asLong();
            }
            return new CountersView(
                    node.path("atMillis").asLong(),
                    values,
                    node.path("p50Micros").asLong(),
                    node.path("p99Micros").asLong());
        }
    }
}
