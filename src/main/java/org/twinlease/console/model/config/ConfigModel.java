package org.twinlease.console.model.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Documents;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Form;
import org.twinlease.config.document.Part.Setting;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.config.ConfigTree.Node;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.draft.FileText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The Config page: the tree of both configurations, and a form for the block that is chosen. What
/// is typed is in the files as soon as it is a value; what no form knows is edited as text.
public final class ConfigModel {

    /// The half of a cell that is about all of them.
    public static final int BOTH = -1;

    /// One block in the tree: its name among all, what it is called and what it is, how deep it
    /// stands, and the only server that has it (empty when all do).
    public record Branch(String id, String title, String kind, int depth, String only) {}

    /// One value to type.
    public record Cell(int half, String server, String typed, String wrong) {}

    /// One statement: its name among those of the block, what it sets (empty where it is edited as
    /// it stands), its values, whether the halves' are apart, and what is wrong with it.
    public record Row(String id, String key, Form form, List<Cell> cells, Fact note) {}

    /// What counts here without being set here: the key, the value, and where it is set.
    public record Inherited(String key, String value, String from) {}

    /// Everything the page shows. `text` is the chosen block as it stands in the file of the half
    /// `textHalf`; empty for the whole configuration.
    public record State(
            @Nullable Empty empty,
            List<Branch> tree,
            String chosen,
            String title,
            String where,
            List<Row> rows,
            List<Inherited> inherited,
            String text,
            String refusal) {}

    private record Typed(String text, String wrong) {}

    private final DraftModel draft;
    private final Map<String, Part.Key> keys = new LinkedHashMap<>();
    private final Map<String, Typed> typed = new HashMap<>();
    private final Shown<State> shown;
    private ConfigTree tree = new ConfigTree(List.of());
    private String chosen = "";
    private String chosenParent = "";
    private int chosenPlace;
    private String refusal = "";

    public ConfigModel(DraftModel draft, @Nullable Documents documents) {
        this.draft = draft;
        if (documents != null) for (Part.Key key : documents.keys()) keys.put(key.key(), key);
        shown = new Shown<>(state());
        draft.listen(this::show);
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// What can be set, by name.
    public List<Part.Key> keys() {
        return List.copyOf(keys.values());
    }

    /// What there is to know about what a statement sets.
    public Help help(String key) {
        Part.Key known = keys.get(key);
        String otherwise = known == null ? "" : known.otherwise();
        return new Help(key, key, "", otherwise, "");
    }

    /// Chooses a block by its name.
    public void choose(String id) {
        chosen = id;
        refusal = "";
        typed.clear();
        show();
    }

    /// Takes in what a person typed for a statement.
    public void type(String row, int half, String text) {
        Node node = tree.node(chosen);
        List<Alteration> wishes = new ArrayList<>();
        String wrong = "";
        for (int each : node.meant(half)) {
            Setting setting = node.settings(each).get(row);
            if (setting == null) continue;
            ConfigValues.Read read = ConfigValues.read(setting.form(), text);
            wrong = read.wrong();
            wishes.add(
                    setting.key().isEmpty()
                            ? new Alteration.RewriteAt(each, setting.place(), read.value())
                            : new Alteration.SetAt(each, setting.place(), read.value()));
        }
        if (wrong.isEmpty() && !wishes.isEmpty()) {
            String words = Text.of("config.did", row(row), text);
            String key = chosenParent + "|" + chosenPlace + "|" + row + "|" + half;
            wrong = draft.alter(key, words, wishes);
        }
        typed.put(row + "|" + half, new Typed(text, wrong));
        show();
    }

    /// A person left a field: what is in the file is shown in its own spelling again.
    public void leave(String row, int half) {
        Typed was = typed.get(row + "|" + half);
        if (was != null && was.wrong().isEmpty()) typed.remove(row + "|" + half);
        show();
    }

    /// Takes a statement out of the block, of both halves.
    public void remove(String row) {
        Node node = tree.node(chosen);
        List<Alteration> wishes = new ArrayList<>();
        for (int half : node.meant(BOTH)) {
            Setting setting = node.settings(half).get(row);
            if (setting != null) wishes.add(new Alteration.RemoveAt(half, setting.place()));
        }
        order(Text.of("config.removed", row(row)), wishes);
    }

    /// Sets something in the block, in both halves.
    public void add(String key, String value) {
        Part.Key known = keys.get(key.strip());
        Form form = known == null ? Form.FREE : known.form();
        ConfigValues.Read read =
                form == Form.NOTHING
                        ? new ConfigValues.Read("", "")
                        : ConfigValues.read(form, value);
        if (!read.wrong().isEmpty()) {
            refusal = read.wrong();
            show();
            return;
        }
        String line = key.strip() + (read.value().isEmpty() ? "" : " " + read.value()) + ";";
        insert(Text.of("config.added", key), line);
    }

    /// Puts statements or blocks into the block as they are typed, in both halves.
    public void insert(String lines) {
        if (lines.isBlank()) return;
        String first = lines.strip().lines().findFirst().orElse("");
        var tabbed = new StringBuilder();
        for (String line : FileText.octets(lines.strip()).lines().toList()) {
            String body = line.stripLeading();
            String indent = line.substring(0, line.length() - body.length());
            int depth = indent.replace("\t", "  ").length() / 2;
            tabbed.append("\t".repeat(depth)).append(body).append('\n');
        }
        insert(Text.of("config.added", first), tabbed.toString().stripTrailing());
    }

    private void insert(String words, String lines) {
        Node node = tree.node(chosen);
        List<Alteration> wishes = new ArrayList<>();
        for (int half : node.meant(BOTH)) {
            Part part = node.parts.get(half);
            if (part != null) wishes.add(new Alteration.InsertAt(half, part.place(), lines));
        }
        order(words, wishes);
    }

    /// Takes the whole block out, of both halves.
    public void removeBlock() {
        Node node = tree.node(chosen);
        if (node.parent == null) return;
        List<Alteration> wishes = new ArrayList<>();
        for (int half : node.meant(BOTH)) {
            Part part = node.parts.get(half);
            if (part != null) wishes.add(new Alteration.RemoveAt(half, part.place()));
        }
        String parent = node.parent.id;
        order(Text.of("config.removed", node.any().title()), wishes);
        if (refusal.isEmpty()) choose(parent);
    }

    /// Puts another text in the place of the chosen block, in the file that shows it.
    public void rewrite(String text) {
        Node node = tree.node(chosen);
        if (node.parent == null || !draft.isFresh()) return;
        Part part = node.any();
        order(
                Text.of("config.rewrote", part.title()),
                List.of(
                        new Alteration.Replace(
                                part.place().file(),
                                part.place().from(),
                                part.to(),
                                FileText.octets(text.strip()))));
    }

    private void order(String words, List<Alteration> wishes) {
        refusal = wishes.isEmpty() ? "" : draft.alter("", words, wishes);
        show();
    }

    private static String row(String id) {
        return id.substring(0, id.lastIndexOf('#'));
    }

    private void show() {
        State next = state();
        if (!next.equals(shown.state())) shown.put(next);
    }

    private State state() {
        if (!draft.isKnown()) {
            Empty empty =
                    draft.isThere()
                            ? new Empty(Text.of("draft.reading"), "")
                            : new Empty(Text.of("draft.none"), Text.of("draft.none.advice"));
            return new State(empty, List.of(), "", "", "", List.of(), List.of(), "", "");
        }
        tree = new ConfigTree(draft.survey().parts());
        Node node = find();
        List<Branch> branches = new ArrayList<>();
        branches(tree.root(), 0, branches);
        Part part = node.any();
        boolean whole = node.parent == null;
        String file = whole ? "" : draft.now().text(part.place().file());
        boolean there = !whole && draft.isFresh() && part.to() <= file.length();
        return new State(
                null,
                List.copyOf(branches),
                chosen,
                whole ? Text.of("config.whole") : kind(part) + " " + FileText.shown(part.title()),
                whole ? "" : Text.of("draft.line", part.place().file(), part.place().line()),
                rows(node),
                InheritedValues.of(node, keys),
                there ? FileText.shown(file.substring(part.place().from(), part.to())) : "",
                refusal);
    }

    /// The chosen block. One that has another title by now, since it is called after what was just
    /// typed, is still the same child of the block around it.
    private Node find() {
        Node node = tree.node(chosen);
        if (node.parent == null && !chosen.isEmpty()) {
            List<Node> siblings = tree.node(chosenParent).children;
            if (chosenPlace < siblings.size()) node = siblings.get(chosenPlace);
        }
        chosen = node.id;
        chosenParent = node.parent == null ? "" : node.parent.id;
        chosenPlace = node.parent == null ? 0 : node.parent.children.indexOf(node);
        return node;
    }

    private void branches(Node node, int depth, List<Branch> all) {
        String only = "";
        if (node.parent != null && node.parts.size() > 1) {
            if (node.parts.getFirst() == null) only = server(1);
            if (node.parts.getLast() == null) only = server(0);
        }
        Part part = node.any();
        String title = node.parent == null ? Text.of("config.whole") : FileText.shown(part.title());
        all.add(new Branch(node.id, title, node.parent == null ? "" : kind(part), depth, only));
        for (Node child : node.children) branches(child, depth + 1, all);
    }

    static String kind(Part part) {
        return switch (part.kind()) {
            case GLOBAL -> Text.of("config.whole");
            case SHARED_NETWORK -> Text.of("config.kind.shared");
            case SUBNET -> Text.of("config.kind.subnet");
            case POOL -> Text.of("config.kind.pool");
            case GROUP -> Text.of("config.kind.group");
            case CLASS -> Text.of("config.kind.class");
            case HOST -> Text.of("config.kind.host");
            case PEER -> Text.of("config.kind.peer");
            case OTHER -> Text.of("config.kind.other");
        };
    }

    private String server(int half) {
        List<Half> halves = draft.now().halves();
        return half < halves.size() ? halves.get(half).server() : "";
    }

    private List<Row> rows(Node node) {
        List<Map<String, Setting>> all = new ArrayList<>();
        Map<String, Setting> union = new LinkedHashMap<>();
        for (int half : node.meant(BOTH)) {
            all.add(node.settings(half));
            all.getLast().forEach(union::putIfAbsent);
        }
        List<Row> rows = new ArrayList<>();
        List<Integer> halves = node.meant(BOTH);
        Set<Problem> said = new HashSet<>();
        union.forEach((id, setting) -> rows.add(row(id, setting, all, halves, said)));
        return List.copyOf(rows);
    }

    private Row row(
            String id,
            Setting any,
            List<Map<String, Setting>> all,
            List<Integer> halves,
            Set<Problem> said) {
        List<Cell> cells = new ArrayList<>();
        boolean alike =
                all.stream()
                                .map(settings -> settings.get(id))
                                .map(setting -> setting == null ? "" : setting.value())
                                .distinct()
                                .count()
                        == 1;
        if (alike) cells.add(cell(id, BOTH, any));
        else {
            for (int i = 0; i < all.size(); i++) {
                Setting setting = all.get(i).get(id);
                if (setting != null) cells.add(cell(id, halves.get(i), setting));
            }
        }
        return new Row(id, any.key(), any.form(), cells, note(id, all, said));
    }

    private Cell cell(String id, int half, Setting setting) {
        Typed being = typed.get(id + "|" + half);
        String server = half == BOTH ? "" : server(half);
        String value = FileText.shown(setting.value());
        return being == null
                ? new Cell(half, server, value, "")
                : new Cell(half, server, being.text(), being.wrong());
    }

    /// What the checks say of the lines that a statement stands on, the worst.
    private Fact note(String id, List<Map<String, Setting>> all, Set<Problem> said) {
        Problem worst = null;
        for (Problem problem : draft.survey().problems()) {
            for (Map<String, Setting> settings : all) {
                Setting setting = settings.get(id);
                boolean here =
                        setting != null
                                && problem.line() == setting.place().line()
                                && problem.file().equals(setting.place().file());
                boolean worse = worst == null || problem.severity().compareTo(worst.severity()) < 0;
                if (here && worse) worst = problem;
            }
        }
        // Of several statements on one line, the first says it.
        if (worst == null || !said.add(worst)) return new Fact("", Tone.PLAIN);
        Tone tone =
                switch (worst.severity()) {
                    case ERROR -> Tone.BAD;
                    case WARNING -> Tone.WATCH;
                    case INFO -> Tone.PLAIN;
                };
        return new Fact(FileText.shown(worst.message() + " " + worst.remedy()), tone);
    }
}
