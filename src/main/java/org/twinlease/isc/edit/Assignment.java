package org.twinlease.isc.edit;

import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Outline;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Gives one statement another value.
public final class Assignment {
    private Assignment() {}

    /// The edits that give the statement of a path a value, in the file that it stands in; none
    /// when it means that already. A statement that is not there yet is put in.
    ///
    /// @param value as it would stand in the file, one character an octet
    /// @throws ConfPath.Lost when the path leads nowhere, or the value is more than one
    public static List<Edit> set(List<ConfTree> files, String path, String value)
            throws ConfPath.Lost {
        ConfPath way = ConfPath.of(path);
        single(value);
        Outline outline = Outline.of(files);
        ConfPath.Found found = way.find(outline);
        Entry statement = found.statement();
        Entry block = found.block();
        if (statement == null) {
            String text = way.name() + (value.isEmpty() ? "" : " " + value) + ";";
            ConfTree file = block == null ? files.getFirst() : block.tree();
            List<Entry> siblings = block == null ? outline.top() : block.children();
            return List.of(new Editor(file).insert(block, siblings, text));
        }
        if (meaning(statement.head(found.value())).equals(meaning(value))) return List.of();
        return List.of(new Editor(statement.tree()).value(statement, found.value(), value));
    }

    /// The edits that give a statement a value; none when it means that already.
    ///
    /// @throws ConfPath.Lost when the value is more than one
    public static List<Edit> set(Entry statement, String value) throws ConfPath.Lost {
        single(value);
        int at = statement.value();
        if (meaning(statement.head(at)).equals(meaning(value))) return List.of();
        return List.of(new Editor(statement.tree()).value(statement, at, value));
    }

    /// The edits that take the statement of a path out; none when it is not there.
    ///
    /// @throws ConfPath.Lost when the blocks around it are not there
    public static List<Edit> remove(List<ConfTree> files, String path) throws ConfPath.Lost {
        Entry statement = ConfPath.of(path).find(Outline.of(files)).statement();
        if (statement == null) return List.of();
        return List.of(new Editor(statement.tree()).remove(statement));
    }

    /// The edits that put another statement in the place of that of a path.
    ///
    /// @throws ConfPath.Lost when there is none, or the text is more than one statement
    public static List<Edit> rewrite(List<ConfTree> files, String path, String statement)
            throws ConfPath.Lost {
        ConfPath way = ConfPath.of(path);
        Entry entry = way.find(Outline.of(files)).statement();
        if (entry == null) throw new ConfPath.Lost("there is no statement '" + way.name() + "'");
        return rewrite(entry, statement);
    }

    /// The edits that put another statement in the place of one.
    ///
    /// @throws ConfPath.Lost when the text is more than one statement
    public static List<Edit> rewrite(Entry entry, String statement) throws ConfPath.Lost {
        single(statement);
        return List.of(new Editor(entry.tree()).replace(entry, 0, entry.length(), statement));
    }

    /// The edits that put statements into the block of a path, or at the outermost level of the
    /// first file where the path is empty.
    ///
    /// @param lines as [Editor] takes them, with one tab for each level of depth
    /// @throws ConfPath.Lost when there is no such block, or several
    public static List<Edit> insert(List<ConfTree> files, String path, String lines)
            throws ConfPath.Lost {
        Outline outline = Outline.of(files);
        if (path.isEmpty()) {
            return List.of(new Editor(files.getFirst()).insert(null, outline.top(), lines));
        }
        Entry block = ConfPath.of(path).block(outline);
        return List.of(new Editor(block.tree()).insert(block, block.children(), lines));
    }

    /// A value that would end its statement is refused: it would change more than one thing.
    private static void single(String value) throws ConfPath.Lost {
        ConfTree tree = tree(value);
        List<ConfNode> items = tree.items();
        boolean one =
                items.isEmpty()
                        || (items.size() == 1
                                && items.getFirst() instanceof ConfNode.Simple simple
                                && simple.end() == simple.to());
        boolean comment = tree.token(tree.size() - 1).trivia().contains("#");
        boolean faulty = false;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.token(i).fault() != null || tree.token(i).is("}")) faulty = true;
        }
        if (one && !comment && !faulty) return;
        throw new ConfPath.Lost("'" + value + "' is not one value");
    }

    private static String meaning(String value) {
        ConfTree tree = tree(value);
        var text = new StringBuilder();
        for (int i = 0; i < tree.size(); i++) text.append(tree.token(i).raw()).append(' ');
        return text.toString();
    }

    private static ConfTree tree(String value) {
        return ConfTree.of("value", value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
