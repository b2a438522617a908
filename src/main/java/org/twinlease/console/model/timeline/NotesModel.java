package org.twinlease.console.model.timeline;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.timeline.TimelineModel.Band;

import java.util.List;
import java.util.Optional;

/// What a person makes of moments on the Timeline page: bookmarks with names, the comparison of two
/// moments, and the story of what is seen, to hand on.
public final class NotesModel {

    /// A moment with a name; `here` when it is the chosen one.
    public record Bookmark(long atMillis, String when, String name, boolean here) {}

    /// The bookmarks, oldest first, and that of the chosen moment; null without one. `fromMillis`
    /// is the moment that others are compared with, 0 for none; `asked` says what to do next for a
    /// comparison, empty for nothing.
    public record State(
            List<Bookmark> bookmarks,
            @Nullable Bookmark here,
            long fromMillis,
            String asked,
            @Nullable Comparison compared) {}

    private final ConsoleSession session;
    private final List<PastSide> sides;
    private final Runnable changed;
    private final Bookmarks bookmarks;
    private final Comparing comparing;
    private String relationship = "";
    private long atMillis;
    private long fromMillis;
    private boolean early;
    private Fact outcome = new Fact("", Tone.PLAIN);

    NotesModel(ConsoleSession session, List<PastSide> sides, Runnable changed) {
        this.session = session;
        this.sides = sides;
        this.changed = changed;
        boolean lasting = session.mode() != ConsoleSession.Mode.DEMO;
        bookmarks = new Bookmarks(session.settings(), lasting);
        comparing = new Comparing(session, sides, changed);
    }

    void follow(String name) {
        relationship = name;
    }

    /// What the bookmarks belong to: the relationship, or a server that has none.
    private String pair() {
        return relationship.isEmpty() ? sides.getFirst().name() : relationship;
    }

    /// Another moment is chosen, or none for 0.
    void at(long millis) {
        atMillis = millis;
        early = false;
        if (millis == 0) fromMillis = 0;
        else if (isComparing()) comparing.ask(fromMillis, millis, relationship);
    }

    private boolean isComparing() {
        return fromMillis > 0 && atMillis > 0 && fromMillis != atMillis;
    }

    /// Gives the chosen moment a name to begin with; one that it has stays.
    void bookmark(String name) {
        if (atMillis == 0 || here() != null) return;
        String at = Words.full(atMillis / 1_000, session.zone());
        String first = name.isEmpty() ? Text.of("timeline.bookmark.first", at) : name;
        bookmarks.name(pair(), atMillis, first);
        changed.run();
    }

    /// Gives the chosen moment another name.
    public void rename(String name) {
        if (here() == null) return;
        bookmarks.name(pair(), atMillis, name);
        changed.run();
    }

    /// Takes the name of the chosen moment away.
    public void remove() {
        bookmarks.remove(pair(), atMillis);
        changed.run();
    }

    /// Compares the chosen moment with the next that is chosen; a second time ends that.
    public void compare() {
        early = atMillis == 0;
        fromMillis = fromMillis > 0 ? 0 : atMillis;
        changed.run();
    }

    /// Writes what is seen as a story; what came of it is said.
    void story(TimelineModel.State seen, List<Located> events) {
        var story = new StoryPaper(session, pair(), seen, events);
        var ui = sides.getFirst().side().replies().ui();
        session.files().saveAll(story.files(), saved -> ui.execute(() -> saved(saved)));
    }

    private void saved(ConsoleFiles.Saved saved) {
        outcome =
                saved.done()
                        ? new Fact(Text.of("timeline.story.done", saved.place()), Tone.GOOD)
                        : new Fact(Text.of("export.failed", saved.place(), saved.why()), Tone.BAD);
        changed.run();
    }

    /// What came of the last story; what is given before there was one.
    Fact outcome(Fact otherwise) {
        return outcome.words().isEmpty() ? otherwise : outcome;
    }

    /// Something else was written since.
    void forget() {
        outcome = new Fact("", Tone.PLAIN);
    }

    private @Nullable Bookmark here() {
        return all().stream().filter(Bookmark::here).findFirst().orElse(null);
    }

    private List<Bookmark> all() {
        return bookmarks.of(pair()).stream()
                .map(
                        kept ->
                                new Bookmark(
                                        kept.atMillis(),
                                        Words.full(kept.atMillis() / 1_000, session.zone()),
                                        kept.name(),
                                        kept.atMillis() == atMillis))
                .toList();
    }

    /// The bookmarks of a span as a band; none where there are none.
    Optional<Band> band(Span span) {
        var marks =
                all().stream()
                        .filter(mark -> span.holds(mark.atMillis()))
                        .map(m -> new TimelineModel.Mark(m.atMillis(), Tone.DEMO, m.name()))
                        .toList();
        if (marks.isEmpty()) return Optional.empty();
        String name = Text.of("timeline.band.bookmarks");
        return Optional.of(new Band(name, List.of(), List.of(), marks));
    }

    State state() {
        String asked = "";
        if (early) asked = Text.of("timeline.compare.first");
        else if (fromMillis > 0 && !isComparing()) {
            String at = Words.full(fromMillis / 1_000, session.zone());
            asked = Text.of("timeline.compare.next", at);
        }
        Comparison compared = isComparing() ? comparing.result() : null;
        return new State(all(), here(), fromMillis, asked, compared);
    }
}
