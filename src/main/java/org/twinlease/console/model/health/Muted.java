package org.twinlease.console.model.health;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSettings;

import java.util.LinkedHashMap;
import java.util.Map;

/// The items that a person has muted, each with the reason and when (seconds since 1970); kept with
/// the console's other choices.
final class Muted {

    private static final String KEY = "health.muted";
    private static final int MOST = 500;

    /// Why an item is muted, and since when.
    record Mute(String reason, long second) {}

    private final ConsoleSettings settings;
    private final Map<String, Mute> muted = new LinkedHashMap<>();

    Muted(ConsoleSettings settings) {
        this.settings = settings;
        for (String line : settings.read(KEY, "").split("\n", -1)) {
            String[] parts = line.split("\t", 3);
            if (parts.length < 3 || !parts[1].matches("[0-9]{1,12}")) continue;
            muted.put(parts[0], new Mute(parts[2], Long.parseLong(parts[1])));
        }
    }

    @Nullable Mute of(String item) {
        return muted.get(plain(item));
    }

    void mute(String item, String reason, long second) {
        muted.put(plain(item), new Mute(plain(reason), second));
        while (muted.size() > MOST) muted.remove(muted.keySet().iterator().next());
        keep();
    }

    void unmute(String item) {
        muted.remove(plain(item));
        keep();
    }

    private void keep() {
        var text = new StringBuilder();
        muted.forEach(
                (item, mute) ->
                        text.append(item)
                                .append('\t')
                                .append(mute.second())
                                .append('\t')
                                .append(mute.reason())
                                .append('\n'));
        settings.write(KEY, text.toString());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
