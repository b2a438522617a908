package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

/// The options of a client's packet, those inside other options too.
final class Received {
    private static final int FQDN_HEAD = 3;

    private Received() {}

    static @Nullable Octets option(Circumstances c, OptionKey key) {
        Packet packet = c.packet();
        if (packet == null) return null;
        if (key.space().equals("dhcp")) {
            boolean agent = key.code() == OptionType.RELAY_AGENT_INFORMATION.code();
            if (agent) return c.agent();
            return key.code() < 1 || key.code() > 254 ? null : packet.option(key.code());
        }
        OptionSpace space = c.space(key.space());
        if (space == null || space.carrier() == 0) return null;
        Octets carrier = option(c, OptionKey.dhcp(space.carrier()));
        if (carrier == null) return null;
        return key.space().equals("fqdn")
                ? fqdn(carrier, key.code())
                : inside(carrier, space, key.code());
    }

    /// A sub-option: code and length in as many octets as the space has for them.
    static @Nullable Octets inside(Octets carrier, OptionSpace space, int code) {
        byte[] in = carrier.toArray();
        int at = 0;
        int head = space.codeWidth() + space.lengthWidth();
        while (at + head <= in.length) {
            int found = number(in, at, space.codeWidth());
            int length = number(in, at + space.codeWidth(), space.lengthWidth());
            at += head;
            if (length < 0 || length > in.length - at) return null;
            if (found == code) return Octets.of(in, at, length);
            at += length;
        }
        return null;
    }

    private static int number(byte[] in, int at, int width) {
        int number = 0;
        for (int i = 0; i < width; i++) number = number << 8 | (in[at + i] & 255);
        return number;
    }

    /// The parts that dhcpd makes of the client's FQDN option (RFC 4702): flags, return codes and
    /// the name in its pieces.
    private static @Nullable Octets fqdn(Octets option, int code) {
        if (option.length() < FQDN_HEAD) return null;
        int flags = option.at(0);
        String name = name(option, (flags & 4) != 0);
        int dot = name.indexOf('.');
        return switch (code) {
            case 1 -> Octets.of((byte) ((flags & 8) != 0 ? 1 : 0));
            case 2 -> Octets.of((byte) (flags & 1));
            case 3 -> Octets.of((byte) ((flags & 4) != 0 ? 1 : 0));
            case 4 -> Octets.of((byte) option.at(1));
            case 5 -> Octets.of((byte) option.at(2));
            case 6 ->
                    name.isEmpty() ? null : Octets.ofText(dot < 0 ? name : name.substring(0, dot));
            case 7 -> dot < 0 ? null : Octets.ofText(name.substring(dot + 1));
            case 8 -> name.isEmpty() ? null : Octets.ofText(name);
            default -> null;
        };
    }

    private static String name(Octets option, boolean wireForm) {
        String text = option.text().substring(FQDN_HEAD);
        if (!wireForm) return text;
        var name = new StringBuilder();
        int at = 0;
        while (at < text.length() && text.charAt(at) != 0) {
            int end = at + 1 + text.charAt(at);
            if (end > text.length()) break;
            if (!name.isEmpty()) name.append('.');
            name.append(text, at + 1, end);
            at = end;
        }
        return name.toString();
    }
}
