package org.twinlease.isc;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// Guesses what a mistyped word was meant to be.
final class Spelling {
    /// Names that other servers and habits have for dhcpd's words.
    private static final Map<String, String> HABITS =
            Map.of(
                    "dns-servers", "domain-name-servers",
                    "dns-server", "domain-name-servers",
                    "nameservers", "domain-name-servers",
                    "gateway", "routers",
                    "default-gateway", "routers",
                    "ntp", "ntp-servers",
                    "wins-servers", "netbios-name-servers",
                    "lease-time", "default-lease-time",
                    "next-server-name", "server-name",
                    "mtu", "interface-mtu");

    private Spelling() {}

    /// "Did you mean ...?" with the nearest of the known words; the given sentence if none is near.
    static String guess(String word, Collection<String> known, String otherwise) {
        String lower = word.toLowerCase(Locale.ROOT);
        String habit = HABITS.get(lower);
        if (habit != null && known.contains(habit)) return "Did you mean '" + habit + "'?";
        int nearest = 1 + Math.max(1, lower.length() / 4);
        String best = "";
        for (String candidate : known) {
            if (Math.abs(candidate.length() - lower.length()) >= nearest) continue;
            int distance = distance(lower, candidate);
            boolean tied = distance == nearest && !best.isEmpty() && candidate.compareTo(best) < 0;
            if (distance < nearest || tied) {
                nearest = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? otherwise : "Did you mean '" + best + "'?";
    }

    /// How many letters have to be put in, left out, replaced or swapped with their neighbour.
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best =
                        Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
