package org.twinlease.console.view.newpair;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.newpair.NetworkLine;
import org.twinlease.console.model.newpair.NewPairField;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.model.newpair.NewPairModel.State;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.draft.SheetView;
import org.twinlease.console.view.peers.SplitPicture;

import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The five pages of the wizard.
final class NewPairPages {

    private static final int BUCKETS = 256;

    private final NewPairModel model;
    private final Map<NewPairField, NewPairLine> lines = new EnumMap<>(NewPairField.class);
    private final List<Node> pages = new ArrayList<>();
    private final ToggleGroup from = new ToggleGroup();
    private final ToggleButton typed = choice("newpair-new", "newpair.net.new", false);
    private final ToggleButton file = choice("newpair-existing", "newpair.net.file", true);
    private final VBox networks = new VBox();
    private final VBox ofTyped;
    private final VBox ofFile;
    private final SplitPicture picture = new SplitPicture();
    private final Slider split = new Slider(0, BUCKETS, BUCKETS / 2.0);
    private final VBox problems = new VBox();
    private final HBox sheets = new HBox();

    NewPairPages(NewPairModel model) {
        this.model = model;
        for (NewPairField field : NewPairField.values()) {
            lines.put(field, new NewPairLine(model, field));
        }
        line(NewPairField.BASE).with(browse(line(NewPairField.BASE), false));
        line(NewPairField.FIRST_FILE).with(browse(line(NewPairField.FIRST_FILE), true));
        line(NewPairField.SECOND_FILE).with(browse(line(NewPairField.SECOND_FILE), true));
        var add = new Button(Text.of("newpair.net.add"));
        add.setId("newpair-net-add");
        add.getStyleClass().add("small-button");
        add.setOnAction(_ -> model.addNetwork());
        networks.getStyleClass().add("config-rows");
        ofTyped = column(networks, add, line(NewPairField.LEASE));
        ofFile = column(line(NewPairField.BASE), words("newpair.base.more"));
        pages.add(servers());
        pages.add(networks());
        pages.add(numbers());
        pages.add(preview());
        pages.add(files());
    }

    private NewPairLine line(NewPairField field) {
        return Objects.requireNonNull(lines.get(field));
    }

    private static VBox column(Node... nodes) {
        var column = new VBox(nodes);
        column.getStyleClass().add("form-card");
        return column;
    }

    private static Label words(String key) {
        return Widgets.paragraph(Text.of(key), "text-muted");
    }

    private ToggleButton choice(String id, String key, boolean existing) {
        var button = new ToggleButton(Text.of(key));
        button.setId(id);
        button.getStyleClass().add("segment");
        button.setToggleGroup(from);
        button.setOnAction(_ -> model.fromFile(existing));
        return button;
    }

    private VBox servers() {
        return column(
                words("newpair.servers.more"),
                line(NewPairField.NAME),
                line(NewPairField.FIRST),
                line(NewPairField.FIRST_ADDRESS),
                line(NewPairField.SECOND),
                line(NewPairField.SECOND_ADDRESS),
                line(NewPairField.PORT));
    }

    private VBox networks() {
        var segments = new HBox(typed, file);
        segments.getStyleClass().add("segments");
        segments.setMaxWidth(HBox.USE_PREF_SIZE);
        return column(words("newpair.networks.more"), segments, ofTyped, ofFile);
    }

    private VBox numbers() {
        split.setId("newpair-slider");
        split.setAccessibleText(Text.of("peers.split"));
        split.setBlockIncrement(1);
        split.valueProperty()
                .subscribe(
                        value -> {
                            if (!split.isFocused() && !split.isValueChanging()) return;
                            String buckets = String.valueOf(Math.round(value.doubleValue()));
                            model.type(NewPairField.SPLIT, buckets);
                        });
        return column(
                picture,
                split,
                line(NewPairField.SPLIT),
                line(NewPairField.BALANCE),
                line(NewPairField.MCLT),
                line(NewPairField.DELAY),
                line(NewPairField.UNACKED));
    }

    private VBox preview() {
        problems.getStyleClass().add("config-rows");
        sheets.getStyleClass().add("newpair-sheets");
        VBox.setVgrow(sheets, Priority.ALWAYS);
        return column(words("newpair.preview.more"), problems, sheets);
    }

    private VBox files() {
        return column(
                words("newpair.files.more"),
                line(NewPairField.FIRST_FILE),
                line(NewPairField.SECOND_FILE),
                words("newpair.files.copy"));
    }

    private static Button browse(NewPairLine line, boolean write) {
        var button = new Button(Text.of("doors.browse"));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(
                _ -> {
                    var chooser = new FileChooser();
                    chooser.setTitle(Text.of("doors.choose"));
                    var window = button.getScene().getWindow();
                    File chosen =
                            write ? chooser.showSaveDialog(window) : chooser.showOpenDialog(window);
                    if (chosen != null) line.input().setText(chosen.getPath());
                });
        return button;
    }

    /// Where a person types first on a page; null where there is nothing to type.
    @Nullable Node first(State state) {
        if (state.page() == 1 && !state.fromFile()) return networks.lookup(".text-field");
        for (NewPairField field : NewPairField.values()) {
            if (field.page == state.page()) return line(field).input();
        }
        return null;
    }

    Node show(State state) {
        lines.values().forEach(line -> line.show(state));
        typed.setSelected(!state.fromFile());
        file.setSelected(state.fromFile());
        Widgets.seen(ofTyped, !state.fromFile());
        Widgets.seen(ofFile, state.fromFile());
        picture.show(state.buckets());
        picture.setAccessibleText(Text.of("peers.picture", state.buckets()));
        split.setValue(state.buckets());
        draw(state.networks());
        draw(state.problems(), state.sheets());
        return pages.get(state.page());
    }

    private void draw(List<NetworkLine> wanted) {
        List<Node> rows = networks.getChildren();
        while (rows.size() > wanted.size()) rows.removeLast();
        while (rows.size() < wanted.size()) rows.add(new NetworkRow(model, rows.size()));
        for (int i = 0; i < wanted.size(); i++) {
            if (rows.get(i) instanceof NetworkRow row) row.show(wanted.get(i), wanted.size() == 1);
        }
    }

    private void draw(List<Fact> found, List<Sheet> texts) {
        problems.getChildren().setAll(found.stream().map(NewPairPages::fact).toList());
        List<Node> views = sheets.getChildren();
        while (views.size() > texts.size()) views.removeLast();
        while (views.size() < texts.size()) {
            var view = new SheetView();
            HBox.setHgrow(view, Priority.ALWAYS);
            views.add(view);
        }
        for (int i = 0; i < texts.size(); i++) {
            if (views.get(i) instanceof SheetView view) view.show(texts.get(i));
        }
    }

    private static HBox fact(Fact fact) {
        var icon = Widgets.icon(Widgets.toneIcon(fact.tone()), "tone-icon");
        Widgets.tone(icon, fact.tone());
        var line = new HBox(icon, Widgets.paragraph(fact.words()));
        line.getStyleClass().add("pair-line");
        return line;
    }
}
