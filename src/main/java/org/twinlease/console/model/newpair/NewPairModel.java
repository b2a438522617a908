package org.twinlease.console.model.newpair;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.config.document.NewPairs;
import org.twinlease.config.document.NewPairs.Made;
import org.twinlease.config.document.PairWish;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Stored;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.peers.PeerConsequences;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// The wizard for a new pair. What was typed stays when a person goes back or leaves. Both
/// configurations are made anew in the background with everything that is typed, for the newest
/// state only; nothing is written before [#write].
public final class NewPairModel {

    static final int SERVERS = 0;
    static final int NETWORKS = 1;
    static final int NUMBERS = 2;
    static final int PREVIEW = 3;
    static final int FILES = 4;

    /// How many pages there are.
    public static final int PAGES = 5;

    /// Everything that is shown. `thens` is what a field leads to; `wrongs` what is wrong with it
    /// (of those that were touched); `obstacle` is why a person could not go on; `done` is what
    /// came of writing, empty before.
    public record State(
            int page,
            Map<NewPairField, String> typed,
            Map<NewPairField, String> wrongs,
            Map<NewPairField, Fact> thens,
            boolean fromFile,
            List<NetworkLine> networks,
            String mclt,
            int buckets,
            List<Sheet> sheets,
            List<Fact> problems,
            String obstacle,
            boolean busy,
            String done) {}

    private final NewPairs pairs;
    private final Executor background;
    private final Executor ui;
    private final NewPairInput input = new NewPairInput();
    private final Map<NewPairField, Boolean> touched = new EnumMap<>(NewPairField.class);
    private final Shown<State> shown;
    private Made made = Made.refused("");
    private volatile @Nullable PairWish newest;
    private int page;
    private boolean making;
    private boolean tried;
    private boolean waiting;
    private boolean busy;
    private String refusal = "";
    private String done = "";

    /// Slow work is done in `background`, all answers come on the thread that `ui` stands for.
    public NewPairModel(NewPairs pairs, Executor background, Executor ui) {
        this.pairs = pairs;
        this.background = background;
        this.ui = ui;
        shown = new Shown<>(state());
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Begins with an existing configuration, by the path of its file.
    public void base(String file) {
        input.type(NewPairField.BASE, file);
        input.fromFile = true;
        changed();
    }

    /// Begins with the server that is there, by its name.
    public void server(String name) {
        input.type(NewPairField.FIRST, name);
        changed();
    }

    /// Takes in what is typed.
    public void type(NewPairField field, String text) {
        if (text.equals(input.all().get(field))) return;
        touched.put(field, true);
        input.type(field, text);
        changed();
    }

    /// Takes the networks out of an existing file, or those that are typed.
    public void fromFile(boolean file) {
        if (input.fromFile == file) return;
        input.fromFile = file;
        changed();
    }

    /// Takes in a network as it is typed.
    public void network(int line, NetworkLine typed) {
        if (input.networks().get(line).equals(typed)) return;
        input.networks().set(line, typed);
        changed();
    }

    /// Adds a network.
    public void addNetwork() {
        input.networks().add(NetworkLine.EMPTY);
        changed();
    }

    /// Takes a network away; the last one stays.
    public void removeNetwork(int line) {
        if (input.networks().size() > 1) input.networks().remove(line);
        changed();
    }

    /// Goes on to the next page, unless something is in the way; once both configurations are made.
    public void next() {
        waiting = making && input.wrong(page).isEmpty();
        if (waiting) return;
        tried = true;
        if (!obstacle().isEmpty() || page == FILES) {
            for (NewPairField field : NewPairField.values()) {
                if (field.page == page) touched.put(field, true);
            }
            show();
            return;
        }
        page++;
        tried = false;
        if (page == FILES) {
            for (NewPairField field : List.of(NewPairField.FIRST_FILE, NewPairField.SECOND_FILE)) {
                input.type(field, input.file(field));
            }
        }
        changed();
    }

    /// Goes back a page.
    public void back() {
        if (page > 0 && !busy) page--;
        tried = false;
        waiting = false;
        show();
    }

    /// Writes both files or none.
    public void write() {
        Made ready = made;
        tried = true;
        if (page != FILES || busy || !obstacle().isEmpty()) return;
        busy = true;
        show();
        background.execute(
                () -> {
                    Stored stored = pairs.store(ready.before(), ready.after());
                    ui.execute(() -> written(ready, stored));
                });
    }

    private void written(Made ready, Stored stored) {
        busy = false;
        refusal = stored.refusal();
        if (!stored.isRefused()) {
            String files = String.join(", ", ready.after().changed(ready.before()));
            String kept =
                    stored.kept().isEmpty()
                            ? ""
                            : Text.of("newpair.kept", String.join(", ", stored.kept()));
            done = Text.of("newpair.written", files, kept);
        }
        show();
    }

    /// The files of both halves, once they are written; none before.
    public List<String> written() {
        if (done.isEmpty()) return List.of();
        return made.after().halves().stream().map(Document.Half::main).toList();
    }

    private void changed() {
        refusal = "";
        done = "";
        waiting = false;
        PairWish wish = input.wish();
        newest = wish;
        making = wish != null;
        if (wish == null) made = Made.refused("");
        show();
        if (wish == null) return;
        background.execute(
                () -> {
                    // Typing is faster than the survey of a large file.
                    if (!wish.equals(newest)) return;
                    Made next = pairs.make(wish);
                    ui.execute(() -> take(wish, next));
                });
    }

    private void take(PairWish of, Made next) {
        if (!of.equals(newest)) return;
        making = false;
        made = next;
        if (waiting) next();
        show();
    }

    private String obstacle() {
        String wrong = input.wrong(page);
        if (!wrong.isEmpty()) return wrong;
        // A file that cannot be used is said where it is chosen.
        if (page == NETWORKS && input.wish() == null) return "";
        if (page < NETWORKS) return "";
        if (making) return Text.of("newpair.making");
        if (made.isRefused()) return made.refusal();
        boolean last = page >= PREVIEW;
        return last && !made.survey().isUsable() ? Text.of("review.errors") : "";
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        Map<NewPairField, String> wrongs = new EnumMap<>(NewPairField.class);
        for (NewPairField field : touched.keySet()) {
            String wrong = input.wrong(field);
            if (!wrong.isEmpty()) wrongs.put(field, wrong);
        }
        // Nobody is told what is missing before it could be there.
        boolean early = !tried && !input.wrong(page).isEmpty();
        String obstacle = refusal.isEmpty() ? early ? "" : obstacle() : refusal;
        return new State(
                page,
                input.all(),
                wrongs,
                thens(),
                input.fromFile,
                List.copyOf(input.networks()),
                made.mclt() == 0 ? "" : String.valueOf(made.mclt()),
                buckets(),
                page >= PREVIEW ? sheets() : List.of(),
                page >= PREVIEW ? problems() : List.of(),
                obstacle,
                busy,
                done);
    }

    private int buckets() {
        String typed = input.typed(NewPairField.SPLIT);
        return input.wrong(NewPairField.SPLIT).isEmpty() ? Integer.parseInt(typed) : 0;
    }

    private Map<NewPairField, Fact> thens() {
        List<Relationship> found = made.survey().relationships();
        if (made.isRefused() || found.isEmpty()) return Map.of();
        List<String> servers = made.after().halves().stream().map(Document.Half::server).toList();
        var consequences = new PeerConsequences(found.getFirst(), servers);
        Map<NewPairField, Fact> thens = new EnumMap<>(NewPairField.class);
        for (NewPairField field : NewPairField.values()) {
            var item = field.item;
            if (item != null) thens.put(field, consequences.of(item));
        }
        return thens;
    }

    private List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        for (Document.Paper paper : made.after().papers()) {
            var lines =
                    pairs.compare(made.before().text(paper.name()), paper.text()).stream()
                            .map(
                                    line ->
                                            new MarkedLine(
                                                    line.mark(),
                                                    line.number(),
                                                    FileText.shown(line.text())))
                            .toList();
            sheets.add(new Sheet(paper.name(), lines));
        }
        return sheets;
    }

    /// Errors and warnings; a pair that is made well has none.
    private List<Fact> problems() {
        List<Fact> facts = new ArrayList<>();
        for (Problem problem : made.survey().problems()) {
            if (problem.severity() == Problem.Severity.INFO) continue;
            boolean error = problem.severity() == Problem.Severity.ERROR;
            String words = problem.code() + ": " + FileText.shown(problem.message());
            facts.add(new Fact(words, error ? Tone.BAD : Tone.WATCH));
        }
        if (facts.isEmpty() && !made.isRefused()) {
            facts.add(new Fact(Text.of("newpair.clean"), Tone.GOOD));
        }
        return facts;
    }
}
