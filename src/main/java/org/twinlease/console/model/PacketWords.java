package org.twinlease.console.model;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Octets;

import java.util.Locale;

/// Packets in words, and which of them a typed filter wants.
public final class PacketWords {

    private PacketWords() {}

    /// How much attention a packet's outcome asks for; `answer` null is silence.
    public static Tone tone(String received, @Nullable String answer) {
        if (answer == null) {
            boolean noneDue = received.equals("DHCPRELEASE") || received.equals("DHCPDECLINE");
            return noneDue || received.isEmpty() ? Tone.CALM : Tone.WATCH;
        }
        return switch (answer) {
            case "DHCPACK", "BOOTREPLY" -> Tone.GOOD;
            case "DHCPOFFER" -> Tone.CALM;
            case "DHCPNAK" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
    }

    /// A client identifier as people read it: text where every octet is a character, else octets.
    public static String clientId(@Nullable Octets id) {
        if (id == null) return "";
        return id.isPrintable() ? id.text() : id.hex();
    }

    /// The first reason as a sentence.
    public static String why(PacketView packet) {
        return packet.reasons().isEmpty()
                ? Text.of("live.noreason")
                : Sentences.of(packet.reasons().getFirst());
    }

    /// Whether a packet has the text, in lower case, in anything that is shown of it.
    public static boolean wants(PacketView packet, String lower) {
        return lower.isEmpty()
                || has(packet.received(), lower)
                || has(packet.answer(), lower)
                || has(packet.hardware(), lower)
                || has(packet.hostname(), lower)
                || has(packet.address(), lower)
                || has(clientId(packet.clientId()), lower)
                || packet.reasons().stream().anyMatch(r -> has(Sentences.of(r), lower));
    }

    private static boolean has(@Nullable Object value, String lower) {
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(lower);
    }
}
