package org.twinlease.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scripted clients in a host of the lab. They remember what they were given, and complain when an
/// address is acknowledged to one of them that another one still holds.
final class Probe {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lab lab;
    private final String host;
    private final String state;
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private boolean mayDouble;

    private record Hold(String mac, double until) {}

    /// An answer that a client got; `reply` null when there was none.
    record Reply(
            String op,
            String mac,
            @Nullable String reply,
            Ip4 address,
            Ip4 server,
            long lease,
            double at) {

        boolean is(String type) {
            return type.equals(reply);
        }
    }

    Probe(Lab lab, String host) {
        this.lab = lab;
        this.host = host;
        state = lab.folder.resolve("probe-" + host + ".json").toString();
    }

    /// The hardware address of a client of the lab.
    static String mac(int number) {
        return "02:99:00:00:%02x:%02x".formatted(number >> 8, number & 255);
    }

    static HardwareAddress hardware(int number) {
        return HardwareAddress.ethernet(0x0299_0000_0000L | number);
    }

    /// From now on an address may be found to be given twice: both servers were told so.
    void mayDouble() {
        mayDouble = true;
    }

    /// Lets a client do something; the answers in their order.
    List<Reply> ask(String op, int client, String... flags) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "python3",
                                Lab.script("dhcp-probe.py"),
                                op,
                                "--mac",
                                mac(client),
                                "--state",
                                state));
        command.addAll(Arrays.asList(flags));
        Lab.Run run = lab.on(host, command.toArray(new String[0])).mustBeGood();
        List<Reply> replies = run.out().lines().map(Probe::parse).toList();
        replies.forEach(this::note);
        return replies;
    }

    private static Reply parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode reply = json.path("reply");
            return new Reply(
                    json.path("op").asText(),
                    json.path("mac").asText(),
                    reply.isTextual() ? reply.asText() : null,
                    address(json.hasNonNull("ip") ? json.path("ip") : json.path("yiaddr")),
                    address(json.path("server")),
                    json.path("lease").asLong(),
                    json.path("t").asDouble());
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Ip4 address(JsonNode json) {
        Ip4 address = Ip4.parse(json.asText());
        return address == null ? Ip4.ZERO : address;
    }

    private void note(Reply reply) {
        String address = reply.address().toString();
        if (reply.op().equals("release") || reply.op().equals("decline")) {
            holds.remove(address);
        } else if (reply.is("ACK") && !reply.address().equals(Ip4.ZERO)) {
            Hold before = holds.put(address, new Hold(reply.mac(), reply.at() + reply.lease()));
            boolean doubled =
                    before != null
                            && !before.mac().equals(reply.mac())
                            && before.until() > reply.at() + 1; // servers count whole seconds
            if (doubled && !mayDouble) fail(address + " was given to " + reply + " and " + before);
        }
    }

    /// A client asks for an address and gets one.
    Ip4 bind(int client, String... flags) {
        return bound(client, flags).address();
    }

    /// As [#bind]: the acknowledgement.
    Reply bound(int client, String... flags) {
        List<Reply> replies = ask("dora", client, flags);
        Reply last = replies.getLast();
        assertEquals("ACK", last.reply(), () -> "client " + client + " was told " + replies);
        return last;
    }

    /// The addresses that were acknowledged and not given back since, and the seconds since 1970
    /// until which they are held.
    Map<Ip4, Double> held() {
        Map<Ip4, Double> held = new LinkedHashMap<>();
        holds.forEach((address, hold) -> held.put(Ip4.of(address), hold.until()));
        return held;
    }
}
