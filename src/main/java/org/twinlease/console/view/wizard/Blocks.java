package org.twinlease.console.view.wizard;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Tone;
import org.twinlease.console.model.wizard.Block;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.console.view.HelpSheet;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.List;

/// The blocks of a step, one below the other. A block that has not changed is left alone, and a
/// field stays the same control while its person types.
final class Blocks extends VBox {

    private static final int COLUMNS = 2;

    private final WizardModel model;
    private List<Block> shown = List.of();

    Blocks(WizardModel model) {
        this.model = model;
        getStyleClass().add("wizard-blocks");
    }

    void show(List<Block> blocks) {
        var nodes = getChildren();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i >= shown.size()) {
                nodes.add(node(block));
            } else if (!block.equals(shown.get(i)) && !refresh(shown.get(i), block, nodes.get(i))) {
                nodes.set(i, node(block));
            }
        }
        nodes.remove(blocks.size(), nodes.size());
        shown = List.copyOf(blocks);
    }

    /// Gives the controls of a block their new state; whether it is the same control at all.
    private static boolean refresh(Block before, Block block, Node node) {
        if (before instanceof Block.Entry old
                && block instanceof Block.Entry entry
                && old.id().equals(entry.id())
                && node instanceof EntryLine line) {
            line.show(entry);
            return true;
        }
        if (before instanceof Block.Tick old
                && block instanceof Block.Tick tick
                && old.id().equals(tick.id())
                && node instanceof CheckBox box) {
            box.setText(tick.label());
            box.setSelected(tick.on());
            return true;
        }
        return false;
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Words(var words, var tone) -> words(words, tone);
            case Block.Findings(var list) -> findings(list);
            case Block.Steps(var list) -> steps(list);
            case Block.Listing listing -> listing(listing);
            case Block.Clashes clashes -> new ClashTable(clashes);
            case Block.Entry entry -> new EntryLine(model, entry);
            case Block.Tick tick -> tick(tick);
            case Block.Choice choice -> choice(choice);
            case Block.Press(var id, var label) -> press(id, label);
        };
    }

    private static Node words(String words, Tone tone) {
        if (tone == Tone.PLAIN) return Widgets.paragraph(words, "text-heading");
        var icon = Widgets.icon(Widgets.toneIcon(tone), "tone-icon");
        Widgets.tone(icon, tone);
        var said = Widgets.paragraph(words, "text-strong");
        HBox.setHgrow(said, Priority.ALWAYS);
        var box = new HBox(icon, said);
        box.getStyleClass().add("wizard-words");
        Widgets.tone(box, tone);
        return box;
    }

    private static Node findings(List<Block.Finding> list) {
        var grid = new GridPane();
        grid.getStyleClass().add("wizard-findings");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < list.size(); i++) {
            grid.add(finding(list.get(i)), i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }

    private static Node finding(Block.Finding finding) {
        var icon = Widgets.icon(Widgets.toneIcon(finding.tone()), "tone-icon");
        Widgets.tone(icon, finding.tone());
        var text =
                new VBox(
                        Widgets.paragraph(finding.title(), "text-strong"),
                        Widgets.paragraph(finding.words()));
        if (!finding.worth().isEmpty()) {
            text.getChildren().add(Widgets.paragraph(finding.worth(), "text-muted"));
        }
        text.getStyleClass().add("chapter-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(icon, text);
        line.getStyleClass().addAll("chapter", "wizard-finding");
        return line;
    }

    private static Node steps(List<String> list) {
        var box = new VBox();
        box.getStyleClass().add("wizard-steps");
        for (int i = 0; i < list.size(); i++) {
            var number =
                    Widgets.label(
                            String.valueOf(i + 1), "chip", Tone.CALM.style(), "wizard-number");
            var words = Widgets.paragraph(list.get(i));
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(number, words);
            line.getStyleClass().add("fact-line");
            box.getChildren().add(line);
        }
        return box;
    }

    private static Node listing(Block.Listing listing) {
        var flow = new FlowPane();
        flow.getStyleClass().add("wizard-listing");
        List<Label> labels = new ArrayList<>();
        for (String line : listing.lines()) labels.add(Widgets.label(line, "mono"));
        flow.getChildren().setAll(labels);
        return new VBox(Widgets.label(listing.title(), "text-strong"), flow);
    }

    private Node tick(Block.Tick tick) {
        var box = new CheckBox(tick.label());
        box.setWrapText(true);
        box.setId("wizard-" + tick.id());
        box.setSelected(tick.on());
        box.setOnAction(_ -> model.tick(tick.id(), box.isSelected()));
        HelpSheet.about(box, tick.help());
        return box;
    }

    private Node choice(Block.Choice choice) {
        var row = new HBox();
        row.getStyleClass().add("segments");
        row.setMaxWidth(USE_PREF_SIZE);
        new ServerSwitch(row, "wizard-" + choice.id() + "-", to -> model.choose(choice.id(), to))
                .show(choice.options(), choice.chosen());
        var line = new HBox(Widgets.label(choice.label(), "text-muted"), row);
        line.getStyleClass().add("pair-line");
        return line;
    }

    private Node press(String id, String label) {
        var button = new Button(label);
        button.setId("wizard-" + id);
        button.getStyleClass().add("demo-power");
        button.setOnAction(_ -> model.press(id));
        return button;
    }

    /// Every field and box that a person can fill in, in their order.
    List<Node> inputs() {
        List<Node> inputs = new ArrayList<>();
        for (Node node : getChildren()) {
            if (node instanceof EntryLine line) inputs.add(line.field());
            else if (node instanceof CheckBox) inputs.add(node);
        }
        return inputs;
    }

    /// A field with its name before it and a note below.
    private static final class EntryLine extends VBox {
        private final TextField field = new TextField();
        private final Label note = Widgets.paragraph("", "field-below");
        private String suggested = "";
        private boolean drawing;

        EntryLine(WizardModel model, Block.Entry entry) {
            getStyleClass().add("form-line");
            var name = Widgets.paragraph(entry.label(), "text-strong", "form-name");
            field.setId("wizard-" + entry.id());
            field.getStyleClass().addAll("form-input", "wizard-input");
            field.setAccessibleText(entry.label());
            HBox.setHgrow(field, Priority.ALWAYS);
            var line = new HBox(name, field);
            line.getStyleClass().add("pair-line");
            getChildren().setAll(line, note);
            show(entry);
            field.textProperty()
                    .subscribe(
                            text -> {
                                if (field.isFocused() && !drawing) model.type(entry.id(), text);
                            });
        }

        /// What a person has typed is theirs while the field has the keyboard.
        void show(Block.Entry entry) {
            boolean untouched = field.getText().equals(suggested);
            if (untouched || !field.isFocused()) {
                drawing = true;
                field.setText(entry.value());
                drawing = false;
            }
            suggested = entry.value();
            HelpSheet.about(this, entry.help());
            note.setText(entry.note());
            Widgets.tone(note, entry.tone());
            Widgets.seen(note, !entry.note().isEmpty());
            Widgets.wrong(field, entry.tone() == Tone.BAD);
        }

        TextField field() {
            return field;
        }
    }
}
