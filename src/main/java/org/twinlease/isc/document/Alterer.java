package org.twinlease.isc.document;

import org.twinlease.config.Edit;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Part;
import org.twinlease.isc.edit.Assignment;
import org.twinlease.isc.edit.ConfPath;
import org.twinlease.isc.edit.Editor;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfTree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Gathers the edits of several alterations of one document. Each sees the document as it was; what
/// two of them put in at one place stands there in their order.
final class Alterer {
    private final IntFunction<List<ConfTree>> files;
    private final List<Edit> edits = new ArrayList<>();

    /// `files` are the trees of a half.
    Alterer(IntFunction<List<ConfTree>> files) {
        this.files = files;
    }

    /// Takes an alteration in; why it cannot be, or nothing.
    String add(Alteration alteration) {
        try {
            for (Edit edit : edits(alteration)) {
                if (!add(edit)) return "Two of the changes are about the same place.";
            }
            return "";
        } catch (ConfPath.Lost lost) {
            String why = String.valueOf(lost.getMessage());
            return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
        }
    }

    List<Edit> edits() {
        return edits;
    }

    private List<Edit> edits(Alteration alteration) throws ConfPath.Lost {
        return switch (alteration) {
            case Alteration.Set(int half, String path, String value) ->
                    Assignment.set(files.apply(half), path, value);
            case Alteration.Remove(int half, String path) ->
                    Assignment.remove(files.apply(half), path);
            case Alteration.Rewrite(int half, String path, String statement) ->
                    Assignment.rewrite(files.apply(half), path, statement);
            case Alteration.Insert(int half, String block, String lines) ->
                    Assignment.insert(files.apply(half), block, lines);
            case Alteration.SetAt(int half, Part.Place place, String value) ->
                    Assignment.set(entry(half, place), value);
            case Alteration.RemoveAt(int half, Part.Place place) -> {
                Entry entry = entry(half, place);
                yield List.of(new Editor(entry.tree()).remove(entry));
            }
            case Alteration.RewriteAt(int half, Part.Place place, String statement) ->
                    Assignment.rewrite(entry(half, place), statement);
            case Alteration.InsertAt(int half, Part.Place place, String lines) ->
                    inserted(half, place, lines);
            case Alteration.Replace(String file, int from, int to, String text) ->
                    List.of(new Edit(file, from, to, text));
        };
    }

    private List<Edit> inserted(int half, Part.Place place, String lines) throws ConfPath.Lost {
        if (place.head().isEmpty()) return Assignment.insert(files.apply(half), "", lines);
        Entry block = entry(half, place);
        return List.of(new Editor(block.tree()).insert(block, block.children(), lines));
    }

    /// What stands at a place, if it is still the same.
    private Entry entry(int half, Part.Place place) throws ConfPath.Lost {
        for (Entry entry : Outline.of(files.apply(half)).all()) {
            boolean here =
                    entry.tree().name().equals(place.file())
                            && entry.tree().offset(entry.from()) == place.from();
            if (here && Parts.head(entry).equals(place.head())) return entry;
        }
        throw new ConfPath.Lost("what stood there is elsewhere by now");
    }

    private boolean add(Edit edit) {
        for (int i = 0; i < edits.size(); i++) {
            Edit other = edits.get(i);
            if (!edit.overlaps(other)) continue;
            // A file that both halves include is altered once.
            if (edit.equals(other)) return true;
            boolean insertions = edit.from() == edit.to() && other.from() == other.to();
            if (!insertions) return false;
            String text = other.text() + edit.text();
            edits.set(i, new Edit(edit.file(), edit.from(), edit.to(), text));
            return true;
        }
        edits.add(edit);
        return true;
    }
}
