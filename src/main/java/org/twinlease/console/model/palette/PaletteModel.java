package org.twinlease.console.model.palette;

import org.twinlease.console.model.Shown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// Finds what can be done or opened by the words that a person types: all of them have to occur, in
/// any order; what begins with the first of them comes first.
public final class PaletteModel {

    private static final int MOST = 60;

    /// One thing to do: what it is, where it belongs, its keys (empty for none), and how it is
    /// done.
    public record Command(String title, String group, String keys, Runnable run) {}

    /// What is typed, and what fits; `chosen` is the one that Enter does, -1 for none.
    public record State(String typed, List<Command> fitting, int chosen) {}

    private final Supplier<List<Command>> all;
    private final Function<String, List<Command>> also;
    private final Shown<State> shown = new Shown<>(new State("", List.of(), -1));
    private List<Command> commands = List.of();

    /// `all` is asked each time the palette opens; `also` makes commands out of what is typed,
    /// which stand at the end.
    public PaletteModel(Supplier<List<Command>> all, Function<String, List<Command>> also) {
        this.all = all;
        this.also = also;
    }

    /// Where the palette's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Begins anew.
    public void open() {
        commands = all.get();
        type("");
    }

    /// Takes in what was typed.
    public void type(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        List<Command> fitting = new ArrayList<>();
        for (Command command : commands) if (fits(command, words)) fitting.add(command);
        fitting.sort(Comparator.comparing(command -> !begins(command, words[0])));
        List<Command> most = new ArrayList<>(fitting.subList(0, Math.min(MOST, fitting.size())));
        if (!text.isBlank()) most.addAll(also.apply(text.strip()));
        shown.put(new State(text, List.copyOf(most), most.isEmpty() ? -1 : 0));
    }

    private static boolean fits(Command command, String[] words) {
        String in = (command.group() + " " + command.title()).toLowerCase(Locale.ROOT);
        for (String word : words) if (!in.contains(word)) return false;
        return true;
    }

    private static boolean begins(Command command, String word) {
        return command.title().toLowerCase(Locale.ROOT).startsWith(word);
    }

    /// Goes down or up in the list.
    public void move(int by) {
        State state = shown.state();
        if (state.fitting().isEmpty()) return;
        int next = Math.clamp(state.chosen() + by, 0, state.fitting().size() - 1);
        shown.put(new State(state.typed(), state.fitting(), next));
    }

    /// Does the chosen one; whether there was one.
    public boolean run() {
        State state = shown.state();
        if (state.chosen() < 0) return false;
        state.fitting().get(state.chosen()).run().run();
        return true;
    }
}
