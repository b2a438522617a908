package org.twinlease.drill;

import org.twinlease.control.PacketView;
import org.twinlease.control.Sentences;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why things came as they did: what was done, what the pair made of it, and what the servers
/// answered the client, in their own words.
final class Causes {

    /// How many links of a chain are told.
    private static final int MOST = 8;

    /// What a client that got nothing that it could use was told, or not told, since it was last
    /// answered, by server and kind.
    private static final class Silence {
        final long second;
        final String words;
        int times = 1;

        Silence(long second, String words) {
            this.second = second;
            this.words = words;
        }
    }

    private record Mark(long second, boolean act, String words) {}

    private final List<Mark> marks = new ArrayList<>();
    private final Map<HardwareAddress, Map<String, Silence>> silences = new HashMap<>();
    private final Map<HardwareAddress, Reason> forMclt = new HashMap<>();

    /// Something was done to the twin.
    void acted(long second, String words) {
        marks.add(new Mark(second, true, words));
    }

    /// A server of the pair changed for this reason.
    void changed(long second, String words) {
        marks.add(new Mark(second, false, words));
    }

    /// A server has decided on a client's packet.
    void decided(long second, String server, PacketView packet) {
        HardwareAddress who = packet.hardware();
        boolean refused = "DHCPNAK".equals(packet.answer());
        boolean useful = packet.answer() != null && !refused;
        if (who == null || useful || packet.reasons().isEmpty()) return;
        Reason reason = packet.reasons().getLast();
        if (!refused && !isSilence(reason.code())) return;
        String key = server + reason.code();
        Map<String, Silence> mine = silences.computeIfAbsent(who, _ -> new LinkedHashMap<>());
        Silence known = mine.get(key);
        if (known != null) known.times++;
        else mine.put(key, new Silence(second, server + ": " + Sentences.of(reason)));
        if (isMclt(reason)) forMclt.put(who, reason);
    }

    /// Whether it keeps a client waiting that the server says nothing.
    private static boolean isSilence(ReasonCode code) {
        return code.name().startsWith("SILENT_")
                && code != ReasonCode.SILENT_OTHER_SERVER
                && code != ReasonCode.SILENT_NOT_HOLDER;
    }

    /// Whether a silence ends when MCLT has passed.
    private static boolean isMclt(Reason reason) {
        if (reason.code() == ReasonCode.SILENT_PARTNER_OPENS) return true;
        return reason.code() == ReasonCode.SILENT_FAILOVER_STATE
                && reason.operands().contains("recover-wait");
    }

    /// Whether a client was told to wait for MCLT since it was last answered.
    boolean waitsForMclt(Client who) {
        return forMclt.containsKey(who.hardware());
    }

    /// A client was answered: what it met before is over.
    void answered(Client who) {
        silences.remove(who.hardware());
        forMclt.remove(who.hardware());
    }

    /// The chain that led to what a client met from one second to another.
    List<String> of(Client who, long from, long until) {
        List<Mark> chain = marks(from, until);
        for (Silence silence : silences.getOrDefault(who.hardware(), Map.of()).values()) {
            String times = silence.times == 1 ? "" : " (" + silence.times + " times)";
            chain.add(new Mark(silence.second, false, silence.words + times));
        }
        chain.sort(Comparator.comparingLong(Mark::second));
        return told(chain);
    }

    /// What was done last before a moment, and how the pair changed from then until another.
    List<String> pairs(long from, long until) {
        return told(marks(from, until));
    }

    private static List<String> told(List<Mark> chain) {
        return chain.stream()
                .limit(MOST)
                .map(mark -> Line.clock(mark.second()) + " " + mark.words())
                .toList();
    }

    private List<Mark> marks(long from, long until) {
        // Of what was done in one moment, all counts.
        int first = 0;
        long moment = -1;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (!mark.act() || mark.second() > from || mark.second() == moment) continue;
            first = i;
            moment = mark.second();
        }
        List<Mark> chain = new ArrayList<>();
        for (Mark mark : marks.subList(first, marks.size())) {
            if (mark.second() > until || chain.size() == MOST - 2) break;
            chain.add(mark);
        }
        return chain;
    }
}
