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
