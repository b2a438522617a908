package org.twinlease.console.model.drift;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Difference;
import org.twinlease.config.Difference.Danger;
import org.twinlease.config.document.Document.Half;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.pair.PairDrift;

import java.util.ArrayList;
import java.util.List;

/// The differences between the halves as they are edited: grouped by what they lead to, walked
/// through one by one, and settled by taking what one of the two says. What belongs to each server
/// by itself does not count.
public final class DriftModel {

    /// One difference: what it leads to (`first` of its group or not), what it is about, what each
    /// half says for itself and what both say.
    public record Row(
            String group,
            String meaning,
            Tone tone,
            boolean first,
            String about,
            String one,
            String common,
            String two) {}

    /// Everything that is shown. `chosen` is a row, -1 for none; `message` is why the last order
    /// was not obeyed, or what it did; `live` is what the running servers say themselves.
    public record State(
            @Nullable Empty empty,
            List<String> servers,
            String summary,
            List<Row> rows,
            int chosen,
            Fact message,
            Fact live) {

        /// Takes copies of the lists.
        public State {
            servers = List.copyOf(servers);
            rows = List.copyOf(rows);
        }
    }

    private static final Fact SILENT = new Fact("", Tone.PLAIN);

    private final ConsoleSession session;
    private final DraftModel draft;
    private final PairDrift running;
    private final Shown<State> shown;
    private int chosen;
    private Fact message = SILENT;

    /// Of a draft; `running` tells of the servers themselves.
    public DriftModel(ConsoleSession session, DraftModel draft, PairDrift running) {
        this.session = session;
        this.draft = draft;
        this.running = running;
        shown = new Shown<>(state());
        draft.listen(this::show);
    }

    /// Where the state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Looks at a row.
    public void choose(int row) {
        if (row == at()) return;
        chosen = row;
        message = SILENT;
        show();
    }

    /// Looks at the next row, or the one before (-1); there is none beyond the last.
    public void move(int by) {
        int last = draft.survey().drift().size() - 1;
        choose(Math.clamp(at() + by, 0, Math.max(0, last)));
    }

    /// Has the other half say what a half says of the chosen row.
    public void take(int half) {
        List<Difference> all = draft.survey().drift();
        if (all.isEmpty() || !draft.isFresh()) return;
        Difference difference = all.get(at());
        String refusal = draft.take(difference.about(), half);
        message =
                refusal.isEmpty()
                        ? new Fact(Text.of("drift.taken"), Tone.GOOD)
                        : new Fact(refusal, Tone.WATCH);
        show();
    }

    /// To be called once a second: ages grow.
    public void tick() {
        show();
    }

    private int at() {
        return Math.clamp(chosen, 0, Math.max(0, draft.survey().drift().size() - 1));
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        List<String> servers = draft.now().halves().stream().map(Half::server).toList();
        if (servers.size() < 2) {
            var empty = new Empty(Text.of("review.single"), Text.of("review.single.more"));
            return new State(empty, servers, "", List.of(), -1, SILENT, live());
        }
        List<Difference> drift = draft.survey().drift();
        String alike = Words.count(draft.survey().alike());
        String ago = Words.ago(draft.surveyedMillis(), session.clock().millis());
        if (drift.isEmpty()) {
            var empty = new Empty(Text.of("drift.agree"), Text.of("drift.agree.more", ago, alike));
            return new State(empty, servers, "", List.of(), -1, message, live());
        }
        String key = drift.size() == 1 ? "drift.summary.one" : "drift.summary";
        String summary = Text.of(key, Words.count(drift.size()), alike, ago);
        return new State(null, servers, summary, rows(drift), at(), message, live());
    }

    private static List<Row> rows(List<Difference> drift) {
        List<Row> rows = new ArrayList<>();
        Danger before = null;
        for (Difference each : drift) {
            String one = FileText.shown(each.one());
            String two = FileText.shown(each.two());
            Shares shares = Shares.of(one, two);
            String[] words = Text.of(key(each.danger())).split(" \\| ", 2);
            rows.add(
                    new Row(
                            words[0],
                            words[1],
                            tone(each.danger()),
                            each.danger() != before,
                            FileText.shown(each.about()),
                            one.isEmpty() ? Text.of("review.silent") : shares.one(),
                            shares.common(),
                            two.isEmpty() ? Text.of("review.silent") : shares.two()));
            before = each.danger();
        }
        return rows;
    }

    private static String key(Danger danger) {
        return switch (danger) {
            case ADDRESSES -> "drift.addresses";
            case PARTNER -> "drift.partner";
            case CLIENTS -> "drift.clients";
            case SETTINGS -> "drift.settings";
            case SERVER -> "drift.server";
        };
    }

    private static Tone tone(Danger danger) {
        return switch (danger) {
            case ADDRESSES, PARTNER -> Tone.BAD;
            case CLIENTS -> Tone.WATCH;
            case SETTINGS -> Tone.CALM;
            case SERVER -> Tone.PLAIN;
        };
    }

    private Fact live() {
        if (!session.mode().isLive() || session.channels().size() < 2) return SILENT;
        List<String> differences = running.differences();
        if (differences.isEmpty()) return new Fact(Text.of("drift.live.alike"), Tone.GOOD);
        return new Fact(Text.of("drift.live.differ", differences.getFirst()), Tone.BAD);
    }
}
