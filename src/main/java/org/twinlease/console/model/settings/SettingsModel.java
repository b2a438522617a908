package org.twinlease.console.model.settings;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.control.ServerView;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The Settings page: how the console looks, kept for the next time, and what there is to know
/// about the server.
public final class SettingsModel {

    /// Light, dark, or as the desktop is.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// How much room rows take.
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /// Everything the page shows.
    public record State(Theme theme, Density density, List<Field> server) {}

    private final ConsoleSettings settings;
    private final Shown<State> shown;
    private Theme theme;
    private Density density;
    private List<Field> server = List.of();

    public SettingsModel(ConsoleSettings settings) {
        this.settings = settings;
        theme = chosen(Theme.class, settings.read("theme", ""), Theme.SYSTEM);
        density = chosen(Density.class, settings.read("density", ""), Density.COMFORTABLE);
        shown = new Shown<>(state());
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Chooses a theme and keeps the choice.
    public void theme(Theme wanted) {
        theme = wanted;
        settings.write("theme", wanted.name().toLowerCase(Locale.ROOT));
        shown.put(state());
    }

    /// Chooses a density and keeps the choice.
    public void density(Density wanted) {
        density = wanted;
        settings.write("density", wanted.name().toLowerCase(Locale.ROOT));
        shown.put(state());
    }

    public void server(@Nullable ServerView view) {
        if (view == null) return;
        var fields = new ArrayList<Field>();
        fields.add(field("about.name", view.name()));
        fields.add(field("about.version", view.version()));
        fields.add(field("about.listening", String.join(", ", view.listening())));
        fields.add(field("about.reply", view.replyMode()));
        fields.add(field("about.ping", view.pingMode()));
        fields.add(field("about.folder", view.dataFolder()));
        fields.add(field("about.leases", Words.count(view.leases())));
        fields.add(field("about.memory", Words.bytes(view.memoryBytes())));
        if (fields.equals(server)) return;
        server = List.copyOf(fields);
        shown.put(state());
    }

    private State state() {
        return new State(theme, density, server);
    }

    private static Field field(String key, String value) {
        return new Field(Text.of(key), value);
    }

    private static <E extends Enum<E>> E chosen(Class<E> of, String name, E otherwise) {
        for (E value : of.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(name)) return value;
        }
        return otherwise;
    }
}
