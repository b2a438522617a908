package org.twinlease.api;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.ClientView;
import org.twinlease.control.Command;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlView;
import org.twinlease.control.CountersView;
import org.twinlease.control.FailoverMessageView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.LiveDrillView;
import org.twinlease.control.Notice;
import org.twinlease.control.Outcome;
import org.twinlease.control.PacketView;
import org.twinlease.control.PassedView;
import org.twinlease.control.PastEvent;
import org.twinlease.control.PastPage;
import org.twinlease.control.PoolView;
import org.twinlease.control.Preview;
import org.twinlease.control.Query;
import org.twinlease.control.ServerView;
import org.twinlease.control.StoreView;
import org.twinlease.control.StoryLine;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/// The words of the control channel as JSON. Every query, command, outcome and notice is an object
/// that names its kind (`{"query":"story","address":"10.0.0.5"}`), its fields named as the records
/// of `control` name theirs.
final class Json {

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "query")
    private interface QueryKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
    private interface CommandKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    private interface OutcomeKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
    private interface NoticeKind {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .addModule(Values.module())
                        .addMixIn(Query.class, QueryKind.class)
                        .addMixIn(Command.class, CommandKind.class)
                        .addMixIn(Outcome.class, OutcomeKind.class)
                        .addMixIn(Notice.class, NoticeKind.class)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        for (Class<?> kind : List.of(Query.class, Command.class, Outcome.class, Notice.class)) {
            register(mapper, kind);
        }
        return mapper;
    }

    private static void register(ObjectMapper mapper, Class<?> kind) {
        for (Class<?> type : kind.getPermittedSubclasses()) {
            if (type.isSealed()) register(mapper, type);
            else mapper.registerSubtypes(new NamedType(type, name(type)));
        }
    }

    /// `PartnerDown` is spelt `partner-down`.
    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(@Nullable Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    /// One line of a stream: the notice and the token to go on after it.
    static byte[] line(NoticeLog.Numbered numbered) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(node(numbered));
    }

    static ObjectNode node(NoticeLog.Numbered numbered) {
        ObjectNode node = MAPPER.valueToTree(numbered.notice());
        return node.put("token", numbered.token());
    }

    static NoticeLog.Numbered numbered(String line) throws IOException {
        ObjectNode node = MAPPER.readValue(line, ObjectNode.class);
        String token = node.path("token").asText();
        node.remove("token");
        return new NoticeLog.Numbered(token, something(MAPPER.treeToValue(node, Notice.class)));
    }

    static Query<?> query(byte[] body) throws IOException {
        return read(body, Query.class);
    }

    static Command command(byte[] body) throws IOException {
        return read(body, Command.class);
    }

    static Outcome outcome(byte[] body) throws IOException {
        return something(MAPPER.readValue(body, Outcome.class));
    }

    /// The answer that belongs to a query.
    static <A extends @Nullable Object> A answer(Query<A> query, byte[] body) throws IOException {
        return MAPPER.readValue(body, answerType(query));
    }

    static PastEvent event(byte[] line) throws IOException {
        return something(MAPPER.readValue(line, PastEvent.class));
    }

    static String error(byte[] body) {
        try {
            return MAPPER.readTree(body).path("error").asText();
        } catch (IOException none) {
            return "";
        }
    }

    private static JavaType answerType(Query<?> query) {
        return switch (query) {
            case Query.Status _ -> one(ServerView.class);
            case Query.Counters _ -> one(CountersView.class);
            case Query.Pools _ -> many(PoolView.class);
            case Query.Leases _ -> one(LeasePage.class);
            case Query.OneLease _ -> one(LeaseView.class);
            case Query.Story _ -> many(StoryLine.class);
            case Query.Client _ -> one(ClientView.class);
            case Query.RecentPackets _ -> many(PacketView.class);
            case Query.Failover _ -> many(FailoverView.class);
            case Query.FailoverMessages _ -> many(FailoverMessageView.class);
            case Query.Passed _ -> many(PassedView.class);
            case Query.Past _ -> one(PastPage.class);
            case Query.Store _ -> one(StoreView.class);
            case Query.Control _ -> one(ControlView.class);
            case Query.LiveDrill _ -> one(LiveDrillView.class);
            case Query.Configuration _ -> one(ConfView.class);
            case Query.LeasesThen _ -> one(LeasePage.class);
            case Query.Consequence _ -> one(Preview.class);
        };
    }

    private static JavaType one(Class<?> type) {
        return MAPPER.constructType(type);
    }

    private static JavaType many(Class<?> type) {
        return MAPPER.getTypeFactory().constructCollectionType(List.class, type);
    }

    /// Reads what goes into a server: nothing unknown and nothing missing.
    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        @Nullable T value =
                MAPPER.readerFor(type)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .readValue(filled(body));
        return whole(something(value));
    }

    /// With what an order may leave out, be it given or asked about.
    private static JsonNode filled(byte[] body) throws IOException {
        JsonNode tree =
                MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(body);
        for (JsonNode at : List.of(tree, tree.path("command"))) {
            if (at instanceof ObjectNode order
                    && order.path("command").asText().equals("partner-down")) {
                if (!order.has("noLeases")) order.put("noLeases", false);
                if (!order.has("reason")) order.put("reason", "");
            }
        }
        return tree;
    }

    /// JSON may leave out what a record must have: the server's thread is not to stumble over it.
    /// Of a client one of the two identities is enough.
    private static <T> T whole(T value) throws IOException {
        if (!(value instanceof Record) || value instanceof Query.Client) return value;
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            Object inner = read(value, part);
            if (inner == null) throw new IOException(part.getName() + " is missing");
            if (inner instanceof Record record) whole(record);
        }
        return value;
    }

    private static <T> T something(@Nullable T value) throws IOException {
        if (value == null) throw new IOException("null is no message");
        return value;
    }

    private static @Nullable Object read(Object record, RecordComponent part) throws IOException {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IOException(part.getName() + " cannot be read", hidden);
        }
    }
}
