package org.twinlease.console.model.doors;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The page that a console begins with when nobody said what it is to look at: demo, files or
/// servers. What was typed last time is there again.
public final class DoorsModel {

    /// What can be typed, each kept under its name.
    public enum Entry {
        CONFIG,
        PARTNER_CONFIG,
        LEASES,
        PARTNER_LEASES,
        SERVER,
        PARTNER_SERVER,
        TOKEN,
        PARTNER_TOKEN
    }

    /// Everything the page shows: what is typed, whether something is being opened, and why the
    /// last attempt failed (empty when it did not).
    public record State(Map<Entry, String> typed, boolean busy, String refusal) {

        /// Takes a copy of the map.
        public State {
            typed = Map.copyOf(typed);
        }
    }

    private final Doors doors;
    private final ConsoleSettings settings;
    private final Executor ui;
    private final Consumer<ConsoleSession> open;
    private final Map<Entry, String> typed = new EnumMap<>(Entry.class);
    private final Shown<State> shown;
    private boolean busy;
    private int attempt;

    /// `open` gets what was opened, on the thread that `ui` stands for.
    public DoorsModel(
            Doors doors, ConsoleSettings settings, Executor ui, Consumer<ConsoleSession> open) {
        this.doors = doors;
        this.settings = settings;
        this.ui = ui;
        this.open = open;
        for (Entry entry : Entry.values()) typed.put(entry, settings.read(key(entry), ""));
        shown = new Shown<>(new State(typed, false, ""));
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Takes in what a person typed.
    public void type(Entry entry, String text) {
        typed.put(entry, text.strip());
        put("");
    }

    /// Opens the demo.
    public void demo() {
        await(doors::demo);
    }

    /// Opens the files that are typed.
    public void files() {
        if (typed(Entry.CONFIG).isEmpty()) {
            put(Text.of("doors.files.missing"));
            return;
        }
        keep(Entry.CONFIG, Entry.PARTNER_CONFIG, Entry.LEASES, Entry.PARTNER_LEASES);
        await(
                () ->
                        doors.files(
                                given(Entry.CONFIG, Entry.PARTNER_CONFIG),
                                given(Entry.LEASES, Entry.PARTNER_LEASES)));
    }

    /// Connects to the servers that are typed.
    public void servers() {
        if (typed(Entry.SERVER).isEmpty()) {
            put(Text.of("doors.servers.missing"));
            return;
        }
        keep(Entry.SERVER, Entry.PARTNER_SERVER, Entry.TOKEN, Entry.PARTNER_TOKEN);
        await(
                () ->
                        doors.servers(
                                given(Entry.SERVER, Entry.PARTNER_SERVER),
                                given(Entry.TOKEN, Entry.PARTNER_TOKEN)));
    }

    /// Waits no longer for what is being opened.
    public void cancel() {
        attempt++;
        busy = false;
        put("");
    }

    private String typed(Entry entry) {
        return typed.getOrDefault(entry, "");
    }

    private List<String> given(Entry... entries) {
        List<String> given = new ArrayList<>();
        for (Entry entry : entries) if (!typed(entry).isEmpty()) given.add(typed(entry));
        return given;
    }

    private void keep(Entry... entries) {
        for (Entry entry : entries) settings.write(key(entry), typed(entry));
    }

    private static String key(Entry entry) {
        return "doors-" + entry.name().toLowerCase(Locale.ROOT);
    }

    private void await(Supplier<CompletableFuture<Doors.Answer>> door) {
        if (busy) return;
        busy = true;
        int mine = ++attempt;
        put("");
        var _ =
                door.get()
                        .whenComplete(
                                (opened, failure) ->
                                        ui.execute(() -> take(mine, opened, failure != null)));
    }

    private void take(int mine, Doors.Answer answer, boolean failed) {
        if (mine != attempt) return;
        busy = false;
        if (failed) {
            put(Text.of("doors.failed"));
            return;
        }
        ConsoleSession session = answer.session();
        put(answer.refusal());
        if (session != null) open.accept(session);
    }

    private void put(String refusal) {
        shown.put(new State(typed, busy, refusal));
    }
}
