package org.twinlease.drill.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The pair of a drill: the demo pair with settings, or that of two dhcpd.conf files (primary first
/// or last) with lease files. File names are as the drill has them; empty: none.
public record PairOf(
        Map<Setting, Long> settings, List<String> configs, String leasesOfA, String leasesOfB) {

    /// The demo pair with what is usual.
    public static final PairOf DEMO = new PairOf(Map.of(), List.of(), "", "");

    /// Takes copies in the order of settings.
    public PairOf {
        Map<Setting, Long> sorted = new EnumMap<>(Setting.class);
        sorted.putAll(settings);
        settings = Map.copyOf(sorted);
        configs = List.copyOf(configs);
    }

    /// Whether it is the demo pair.
    public boolean isDemo() {
        return configs.isEmpty();
    }

    /// Whether there are lease files.
    public boolean hasLeases() {
        return !leasesOfA.isEmpty() || !leasesOfB.isEmpty();
    }

    /// A setting of the demo pair.
    public long value(Setting setting) {
        return settings.getOrDefault(setting, setting.usual());
    }

    /// The lines, as in a drill.
    String text() {
        if (!isDemo()) {
            String files = "pair of " + configs.getFirst() + " and " + configs.getLast() + "\n";
            if (!leasesOfA.isEmpty()) files += "leases of A in " + leasesOfA + "\n";
            if (!leasesOfB.isEmpty()) files += "leases of B in " + leasesOfB + "\n";
            return files;
        }
        StringBuilder text = new StringBuilder("pair demo");
        String before = " with ";
        for (Setting setting : Setting.values()) {
            Long value = settings.get(setting);
            if (value == null) continue;
            text.append(before).append(setting.word()).append(' ').append(setting.write(value));
            before = ", ";
        }
        return text.append('\n').toString();
    }
}
