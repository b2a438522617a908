package org.twinlease.console.model.peers;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Relationship;
import org.twinlease.config.document.Relationship.Side;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.peers.PeerField.Whose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The Failover peers page. What is typed is in both configurations at once as soon as it is a
/// value; until then it stays in its field, with what is wrong with it.
public final class PeersModel {

    /// The half of a cell that is about all of them.
    public static final int BOTH = -1;

    /// One value to type: whose (a half, or [#BOTH]), the server's name, what is in the field, what
    /// counts when it is empty, and what is wrong with what was typed (empty when nothing is).
    public record Cell(int half, String server, String typed, String otherwise, String wrong) {}

    /// One item of the form: its cells, whether they are of each server by itself, whether that can
    /// be chosen, and what the value leads to.
    public record Row(
            PeerField field, List<Cell> cells, boolean apart, boolean choice, Fact consequence) {}

    /// Everything the page shows. `buckets` is the primary's split, -1 while hba says it.
    public record State(
            @Nullable Empty empty,
            List<String> names,
            int chosen,
            String primary,
            String secondary,
            boolean both,
            int buckets,
            List<Row> rows) {}

    private static final State NOTHING = new State(null, List.of(), 0, "", "", false, 0, List.of());

    private record Place(String relationship, PeerField field, int half) {}

    private record Typed(String text, String wrong) {}

    private final DraftModel draft;
    private final Shown<State> shown = new Shown<>(NOTHING);
    private final Map<Place, Typed> typed = new HashMap<>();
    private final Set<PeerField> apart = EnumSet.noneOf(PeerField.class);
    private int chosen;

    public PeersModel(DraftModel draft) {
        this.draft = draft;
        draft.listen(this::show);
        show();
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// Chooses a relationship by its number.
    public void choose(int relationship) {
        chosen = relationship;
        show();
    }

    /// Has a field be of each server by itself, or one of both: then the first half's value counts.
    public void apart(PeerField field, boolean each) {
        Relationship relationship = relationship();
        if (relationship == null) return;
        if (each) apart.add(field);
        else {
            apart.remove(field);
            String value = relationship.sides().getFirst().item(field.word);
            if (differs(relationship, field)) type(field, BOTH, value);
        }
        show();
    }

    /// Takes in what a person typed into a field.
    public void type(PeerField field, int half, String text) {
        Relationship relationship = relationship();
        if (relationship == null) return;
        var place = new Place(relationship.name(), field, half);
        if (text.isBlank()) {
            boolean needed = field.otherwise.isEmpty();
            if (needed)
                typed.put(place, new Typed(text, Text.of("peers.wrong.needed", field.word)));
            else put(place, relationship, text, "");
        } else {
            PeerValues.Read read = PeerValues.read(field, text);
            if (read.wrong().isEmpty()) put(place, relationship, text, read.value());
            else typed.put(place, new Typed(text, read.wrong()));
        }
        show();
    }

    private void put(Place place, Relationship relationship, String text, String value) {
        var wishes = PeerWishes.of(relationship, place.field(), place.half(), value);
        String refusal =
                draft.alter(
                        place.toString(),
                        Text.of(
                                "peers.did",
                                Text.of(place.field().label),
                                text.isBlank() ? Text.of("peers.default") : text),
                        wishes);
        typed.put(place, new Typed(text, refusal));
    }

    /// A person left a field: what is in the file is shown in its own spelling again.
    public void leave(PeerField field, int half) {
        Relationship relationship = relationship();
        if (relationship == null) return;
        var place = new Place(relationship.name(), field, half);
        Typed was = typed.get(place);
        if (was != null && was.wrong().isEmpty()) typed.remove(place);
        show();
    }

    /// Makes the primary secondary and the other way round; what only a primary has goes along.
    public void swap() {
        Relationship relationship = relationship();
        if (relationship == null || relationship.sides().size() < 2) return;
        var _ = draft.alter("", Text.of("peers.swapped"), PeerWishes.swap(relationship));
        show();
    }

    private @Nullable Relationship relationship() {
        List<Relationship> all = draft.survey().relationships();
        return all.isEmpty() ? null : all.get(Math.min(chosen, all.size() - 1));
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        Relationship relationship = relationship();
        if (relationship == null) {
            return new State(empty(), List.of(), 0, "", "", false, 0, List.of());
        }
        List<Relationship> all = draft.survey().relationships();
        List<String> servers = draft.now().halves().stream().map(Half::server).toList();
        var consequences = new PeerConsequences(relationship, servers);
        List<Row> rows = new ArrayList<>();
        for (PeerField field : PeerField.values()) {
            boolean given =
                    relationship.sides().stream().anyMatch(s -> !s.item(field.word).isEmpty());
            if (field == PeerField.HBA && !given) continue;
            rows.add(row(relationship, servers, field, consequences.of(field)));
        }
        Side primary = relationship.primary();
        String second = Text.of("peers.partner");
        for (Side side : relationship.sides()) {
            if (!side.equals(primary)) second = servers.get(side.half());
        }
        return new State(
                null,
                all.stream().map(Relationship::name).toList(),
                all.indexOf(relationship),
                servers.get(primary.half()),
                second,
                relationship.sides().size() > 1,
                buckets(primary),
                rows);
    }

    private Empty empty() {
        if (!draft.isThere()) {
            return new Empty(Text.of("draft.none"), Text.of("draft.none.advice"));
        }
        return draft.isKnown()
                ? new Empty(Text.of("peers.none"), Text.of("peers.none.advice"))
                : new Empty(Text.of("draft.reading"), "");
    }

    private static int buckets(Side primary) {
        String split = primary.item("split");
        if (split.isEmpty() && !primary.item("hba").isEmpty()) return -1;
        return split.matches("[0-9]{1,3}") ? Math.min(256, Integer.parseInt(split)) : 0;
    }

    private Row row(
            Relationship relationship, List<String> servers, PeerField field, Fact consequence) {
        List<Cell> cells = new ArrayList<>();
        boolean two = relationship.sides().size() > 1;
        boolean differs = two && field.whose == Whose.BOTH && differs(relationship, field);
        boolean each = differs || (two && apart.contains(field));
        switch (field.whose) {
            case PRIMARY -> {
                Side primary = relationship.primary();
                String value = primary.item(field.word);
                cells.add(cell(relationship, field, primary.half(), servers, value));
            }
            case SERVER -> {
                for (int half = 0; half < 2; half++) {
                    String value = PeerWishes.own(relationship, field, half);
                    cells.add(cell(relationship, field, half, servers, value));
                }
                each = true;
            }
            case BOTH -> {
                if (each) {
                    for (Side side : relationship.sides()) {
                        String value = side.item(field.word);
                        cells.add(cell(relationship, field, side.half(), servers, value));
                    }
                } else {
                    String value = relationship.sides().getFirst().item(field.word);
                    cells.add(cell(relationship, field, BOTH, servers, value));
                }
            }
        }
        boolean choice = two && field.whose == Whose.BOTH;
        return new Row(field, List.copyOf(cells), each, choice, consequence);
    }

    private static boolean differs(Relationship relationship, PeerField field) {
        return relationship.sides().stream()
                        .map(s -> s.item(field.word))
                        .map(v -> v.isEmpty() ? field.otherwise : v)
                        .distinct()
                        .count()
                > 1;
    }

    private Cell cell(
            Relationship relationship,
            PeerField field,
            int half,
            List<String> servers,
            String value) {
        Typed being = typed.get(new Place(relationship.name(), field, half));
        String server =
                half == BOTH
                        ? ""
                        : half < servers.size() ? servers.get(half) : Text.of("peers.partner");
        return new Cell(
                half,
                server,
                being == null ? value : being.text(),
                field.otherwise,
                being == null ? "" : Objects.requireNonNull(being).wrong());
    }
}
