package org.twinlease.console.model.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;
import org.twinlease.console.model.drill.Block.Lane;

import java.util.ArrayList;
import java.util.List;

/// The drill as a person writes it: as text, and as blocks on a timeline, which are two views of
/// one document.
public final class ScriptModel {

    /// What is wrong with a line (0: with the whole), and what to write instead.
    public record Fault(int line, String words, String remedy) {}

    /// The drill as it is edited. `chosen` is the line of the chosen block (0 for none) and
    /// `chosenText` what it says; `mark` is the moment at which the next block is put, in seconds
    /// since midnight of the first day, as are `begin` and `end`; `stale`: another text than that
    /// of the run.
    public record Script(
            String name,
            String text,
            List<Fault> faults,
            List<Block> blocks,
            long begin,
            long end,
            int chosen,
            String chosenText,
            long mark,
            boolean stale) {}

    private final DrillDocument document;
    private final Runnable changed;
    private int chosen;
    private long mark = -1;

    ScriptModel(DrillText first, Runnable changed) {
        document = new DrillDocument(first);
        this.changed = changed;
    }

    DrillText now() {
        return document.now();
    }

    /// Another drill takes the place of this one.
    void open(DrillText other) {
        document.open(other);
        chosen = 0;
        mark = -1;
    }

    /// Takes in lines that are not a person's, among those that are.
    void write(DrillText next) {
        if (next.text().equals(now().text())) return;
        chosen = 0;
        document.edit(next);
    }

    private void edit(DrillText next) {
        document.edit(next);
        changed.run();
    }

    /// Takes in what a person typed.
    public void type(String text) {
        document.type(text);
        chosen = 0;
        changed.run();
    }

    /// Chooses the block of a line; 0 for none.
    public void select(int line) {
        chosen = line;
        changed.run();
    }

    /// Sets the moment at which the next block is put, seconds since midnight of the first day.
    public void mark(long second) {
        mark = second;
        changed.run();
    }

    /// Moves a block to another moment.
    public void move(Block block, long second) {
        chosen = block.line();
        edit(now().moved(block, second));
    }

    /// Moves the chosen block by so many seconds.
    public void nudge(long seconds) {
        Block block = block();
        if (block != null) move(block, block.from() + seconds);
    }

    /// Takes the chosen block out.
    public void remove() {
        if (chosen == 0) return;
        DrillText next = now().without(chosen);
        chosen = 0;
        edit(next);
    }

    /// Writes the line of the chosen block anew.
    public void rewrite(String line) {
        if (chosen > 0) edit(now().with(chosen, line));
    }

    /// Puts an act or an expectation into the drill, at the mark where it is of a moment.
    public void add(Acts.Offer offer) {
        DrillText now = now();
        if (offer.lane() == Lane.EXPECT) {
            DrillText next = now.expecting(offer.words());
            chosen = next.text().lines().toList().lastIndexOf("expect " + offer.words()) + 1;
            edit(next);
        } else {
            long moment = moment();
            chosen = now.place(moment);
            edit(now.doing(moment, offer.words()));
        }
    }

    /// What can be put into the drill at the mark.
    public List<Acts.Offer> offers() {
        List<Acts.Offer> all = new ArrayList<>(Acts.deeds(now().begin(), moment()));
        all.addAll(Acts.claims(moment()));
        return all;
    }

    /// Takes the last edit back.
    public void undo() {
        document.undo();
        chosen = 0;
        changed.run();
    }

    /// Does again what was taken back.
    public void redo() {
        document.redo();
        chosen = 0;
        changed.run();
    }

    private long moment() {
        DrillText now = now();
        Block block = block();
        if (mark >= 0) return Math.clamp(mark, now.begin(), now.end());
        return block != null ? block.from() : (now.begin() + now.end()) / 2 / 60 * 60;
    }

    private @Nullable Block block() {
        for (Block each : now().blocks()) if (each.line() == chosen) return each;
        return null;
    }

    Script state(boolean stale) {
        DrillText now = now();
        List<Fault> faults = new ArrayList<>();
        for (Problem each : now.problems()) {
            faults.add(new Fault(each.line(), each.message(), each.remedy()));
        }
        return new Script(
                now.name(),
                now.text(),
                faults,
                now.blocks(),
                now.begin(),
                now.end(),
                chosen,
                chosen == 0 ? "" : now.line(chosen),
                moment(),
                stale);
    }
}
