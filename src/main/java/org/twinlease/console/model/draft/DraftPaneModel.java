package org.twinlease.console.model.draft;

import org.twinlease.config.Problem;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;

import java.util.ArrayList;
import java.util.List;

/// What stands beside the forms: the texts with their changed lines, the problems with what a
/// machine can do about them, undo and redo.
public final class DraftPaneModel {

    /// The texts of both halves together, in place of one file.
    public static final int BOTH = 0;

    /// One text: its name, and its lines beside what is stored.
    public record Sheet(String name, List<MarkedLine> lines) {}

    /// One problem in words, and whether a machine can mend it now.
    public record Trouble(
            Problem problem,
            String code,
            String place,
            String message,
            String remedy,
            Tone tone,
            boolean fixable) {}

    /// A line that is to be looked at; `serial` grows, so that the same place can be asked for
    /// again.
    public record Spot(String file, int line, int serial) {}

    /// Everything the pane shows. `files` are what can be chosen, "Both" first where there are two
    /// halves; `chosen` is one of them.
    public record State(
            Fact standing,
            boolean undo,
            boolean redo,
            List<String> files,
            int chosen,
            List<Sheet> sheets,
            List<Trouble> problems,
            int fixes,
            Spot spot) {}

    private final DraftModel draft;
    private final Documents documents;
    private final Shown<State> shown;
    private Spot spot = new Spot("", 0, 0);
    private int chosen;

    public DraftPaneModel(DraftModel draft, Documents documents) {
        this.draft = draft;
        this.documents = documents;
        shown = new Shown<>(state());
        draft.listen(this::show);
    }

    /// Where the pane's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// The document behind the pane.
    public DraftModel draft() {
        return draft;
    }

    /// Shows another file, by its number in [State#files].
    public void choose(int file) {
        chosen = file;
        show();
    }

    /// Shows a line of a file.
    public void show(String file, int line) {
        boolean main = draft.now().halves().stream().anyMatch(half -> half.main().equals(file));
        List<Paper> papers = draft.now().papers();
        if (!main || chosen != BOTH) {
            for (int i = 0; i < papers.size(); i++) {
                if (papers.get(i).name().equals(file)) chosen = i + offset();
            }
        }
        spot = new Spot(file, line, spot.serial() + 1);
        show();
    }

    /// Carries out what a machine can do about a problem.
    public void fix(Trouble trouble) {
        draft.fix(trouble.problem());
    }

    private int offset() {
        return draft.now().halves().size() > 1 ? 1 : 0;
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        Document now = draft.now();
        List<String> files = new ArrayList<>();
        if (offset() == 1) files.add(Text.of("draft.both"));
        for (Paper paper : now.papers()) files.add(shortName(paper.name()));
        int at = Math.clamp(chosen, 0, Math.max(0, files.size() - 1));
        List<Sheet> sheets = new ArrayList<>();
        if (offset() == 1 && at == BOTH) {
            for (Half half : now.halves()) sheets.add(sheet(half.main()));
        } else if (!now.papers().isEmpty()) {
            sheets.add(sheet(now.papers().get(at - offset()).name()));
        }
        List<Trouble> problems = draft.survey().problems().stream().map(this::trouble).toList();
        int fixes = (int) problems.stream().filter(Trouble::fixable).count();
        return new State(
                standing(),
                draft.canUndo(),
                draft.canRedo(),
                files,
                at,
                sheets,
                problems,
                fixes,
                spot);
    }

    private Fact standing() {
        if (!draft.isAltered()) return new Fact(Text.of("draft.clean"), Tone.GOOD);
        int deeds = draft.unwritten();
        return new Fact(
                deeds == 1 ? Text.of("draft.altered.one") : Text.of("draft.altered", deeds),
                Tone.WATCH);
    }

    private Sheet sheet(String file) {
        List<MarkedLine> lines =
                documents.compare(draft.stored().text(file), draft.now().text(file)).stream()
                        .map(l -> new MarkedLine(l.mark(), l.number(), FileText.shown(l.text())))
                        .toList();
        return new Sheet(file, lines);
    }

    private Trouble trouble(Problem problem) {
        Tone tone =
                switch (problem.severity()) {
                    case ERROR -> Tone.BAD;
                    case WARNING -> Tone.WATCH;
                    case INFO -> Tone.CALM;
                };
        String file = shortName(problem.file());
        String place = problem.line() == 0 ? file : Text.of("draft.line", file, problem.line());
        boolean fixable = draft.isFresh() && !problem.fix().isEmpty();
        return new Trouble(
                problem,
                problem.code(),
                place,
                FileText.shown(problem.message()),
                FileText.shown(problem.remedy()),
                tone,
                fixable);
    }

    /// A file's name without its folders.
    static String shortName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
