package org.twinlease.console.view.timeline;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.timeline.TimelineModel;
import org.twinlease.console.model.timeline.TimelineModel.Entry;
import org.twinlease.console.model.timeline.TimelineModel.Then;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Placeholder;
import org.twinlease.console.view.Widgets;

import java.time.ZoneId;
import java.util.Objects;

/// Draws the Timeline page: the bands of the past, its events, what led to one of them, and the
/// leases as they were then.
public final class TimelineController implements PageController {

    private final TimelineModel model;
    private final BandChart chart;
    private @Nullable EventList list;
    private @Nullable ThenTable then;
    private @Nullable Placeholder nothing;
    @FXML private Label span;
    @FXML private Label saved;
    @FXML private Button now;
    @FXML private HBox tools;
    @FXML private VBox noted;
    @FXML private VBox compared;
    @FXML private StackPane bands;
    @FXML private StackPane placeholder;
    @FXML private VBox card;
    @FXML private HBox below;
    @FXML private ListView<Entry> events;
    @FXML private ScrollPane openedPane;
    @FXML private VBox opened;
    @FXML private Label moment;
    @FXML private TableView<Then> table;
    private @Nullable NotesView notes;
    private @Nullable ComparisonView comparison;

    public TimelineController(TimelineModel model, ZoneId zone) {
        this.model = model;
        chart = new BandChart(zone, model::choose);
    }

    @FXML
    void initialize() {
        bands.getChildren().add(chart);
        list = new EventList(events, model::open);
        then = new ThenTable(table, model::lease);
        nothing = new Placeholder(placeholder, "fth-clock");
        events.setPlaceholder(Widgets.label(Text.of("timeline.events.none"), "text-muted"));
        table.setPlaceholder(Widgets.label(Text.of("timeline.then.none"), "text-muted"));
        notes = new NotesView(model, tools, noted);
        comparison = new ComparisonView(compared);
        TimelineKeys.bind(model, notes::bookmark, events, table, bands, compared);
    }

    @Override
    public void enter() {
        model.seen(true);
        model.shown().to(this::draw);
        events.requestFocus();
    }

    @Override
    public void leave() {
        model.seen(false);
        model.shown().toNobody();
    }

    @Override
    public void back() {
        model.close();
    }

    @FXML
    void zoomIn() {
        model.zoom(true);
    }

    @FXML
    void zoomOut() {
        model.zoom(false);
    }

    @FXML
    void earlier() {
        model.move(false);
    }

    @FXML
    void later() {
        model.move(true);
    }

    @FXML
    void toNow() {
        model.toNow();
    }

    @FXML
    @Override
    public void export() {
        model.export();
    }

    private void draw(TimelineModel.State state) {
        Widgets.seen(placeholder, state.empty() != null);
        Widgets.seen(below, state.empty() == null);
        Widgets.seen(card, state.empty() == null);
        Objects.requireNonNull(nothing).show(state.empty());
        span.setText(state.spanWords());
        now.setDisable(state.following());
        Widgets.fact(saved, state.saved());
        chart.show(state);
        var open = state.opened();
        Objects.requireNonNull(list).show(state.entries(), open == null ? null : open.event());
        Objects.requireNonNull(then).show(state.then());
        moment.setText(state.thenOf());
        var different = state.notes().compared();
        Objects.requireNonNull(notes).show(state.notes());
        Objects.requireNonNull(comparison).show(different);
        Widgets.seen(moment, !state.thenOf().isEmpty() && different == null);
        Widgets.seen(table, different == null);
        Widgets.seen(openedPane, open != null && different == null);
        if (open != null) OpenedView.draw(opened, open, model::open);
    }
}
