package org.twinlease.console.view.newpair;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.MarkedLine;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.draft.DraftPaneModel.Sheet;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.model.newpair.NewPairModel.State;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The wizard for a new pair, in a window of its own or above a page: where a person is, the page,
/// what is in the way, and the way on and back. Alt+N and Alt+B go on and back.
public final class NewPairView extends VBox {

    private static final List<String> TITLES =
            List.of(
                    "newpair.servers",
                    "newpair.networks",
                    "newpair.numbers",
                    "newpair.preview",
                    "newpair.files");

    private final NewPairModel model;
    private final NewPairPages pages;
    private final HBox steps = new HBox();
    private final ScrollPane body = new ScrollPane();
    private final Label obstacle = Widgets.paragraph("", "deed-message");
    private final Label done = Widgets.paragraph("", "deed-message");
    private final Button back = button("newpair-back", "newpair.back");
    private final Button next = button("newpair-next", "newpair.next");
    private final Button write = button("newpair-write", "newpair.write");
    private final Button copyFirst = button("newpair-copy-first", "newpair.copy");
    private final Button copySecond = button("newpair-copy-second", "newpair.copy");
    private final Button open = button("newpair-open", "newpair.open");
    private final boolean canOpen;
    private int drawn = -1;

    /// Shows `model`; `leave` goes back to where the person came from, `opened` gets both files
    /// when the person wants to see them (null where that is not to be had).
    public NewPairView(
            NewPairModel model, Runnable leave, @Nullable Consumer<List<String>> opened) {
        this.model = model;
        pages = new NewPairPages(model);
        setId("newpair");
        getStyleClass().add("newpair");
        steps.getStyleClass().add("newpair-steps");
        body.setFitToWidth(true);
        body.setFitToHeight(true);
        body.getStyleClass().add("bare");
        VBox.setVgrow(body, Priority.ALWAYS);
        var close = button("newpair-close", "newpair.close");
        close.setOnAction(_ -> leave.run());
        back.setOnAction(_ -> model.back());
        next.setOnAction(_ -> model.next());
        next.getStyleClass().add("accent");
        write.setOnAction(_ -> model.write());
        write.getStyleClass().add("accent");
        copyFirst.setOnAction(_ -> copy(0));
        copySecond.setOnAction(_ -> copy(1));
        open.setOnAction(
                _ -> {
                    if (opened != null) opened.accept(model.written());
                });
        canOpen = opened != null;
        done.setId("newpair-done");
        obstacle.setId("newpair-obstacle");
        Widgets.tone(done, Tone.GOOD);
        Widgets.tone(obstacle, Tone.WATCH);
        var foot = new HBox(close, Widgets.space(), copyFirst, copySecond, back, next, write, open);
        foot.getStyleClass().add("pair-line");
        getChildren()
                .setAll(
                        Widgets.label(Text.of("newpair.title"), "text-heading"),
                        steps,
                        body,
                        obstacle,
                        done,
                        foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.shown().to(this::draw);
    }

    private static Button button(String id, String key) {
        var button = new Button(Text.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void key(KeyEvent key) {
        if (!key.isAltDown()) return;
        if (key.getCode() == KeyCode.N) model.next();
        else if (key.getCode() == KeyCode.B) model.back();
        else return;
        key.consume();
    }

    private void copy(int sheet) {
        List<Sheet> sheets = model.shown().state().sheets();
        if (sheet >= sheets.size()) return;
        var content = new ClipboardContent();
        content.putString(
                sheets.get(sheet).lines().stream()
                        .filter(line -> line.mark() != MarkedLine.Mark.REMOVED)
                        .map(line -> line.text() + "\n")
                        .collect(Collectors.joining()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Puts the keyboard where a person types first, or on the way on.
    public void focus() {
        Node field = pages.first(model.shown().state());
        if (field == null) field = next;
        field.requestFocus();
    }

    private void draw(State state) {
        Node page = pages.show(state);
        if (!page.equals(body.getContent())) body.setContent(page);
        if (drawn != state.page()) {
            drawn = state.page();
            focus();
            steps.getChildren().clear();
            for (int i = 0; i < TITLES.size(); i++) steps.getChildren().add(step(i));
        }
        boolean last = state.page() == NewPairModel.PAGES - 1;
        boolean written = !state.done().isEmpty();
        obstacle.setText(state.obstacle());
        Widgets.seen(obstacle, !state.obstacle().isEmpty() && !written);
        done.setText(state.done());
        Widgets.seen(done, written);
        back.setDisable(state.page() == 0 || state.busy());
        Widgets.seen(next, !last);
        Widgets.seen(write, last && !written);
        write.setDisable(state.busy() || !state.obstacle().isEmpty());
        Widgets.seen(open, written && canOpen);
        boolean texts = state.sheets().size() > 1;
        Widgets.seen(copyFirst, texts);
        Widgets.seen(copySecond, texts);
        if (!texts) return;
        copyFirst.setText(Text.of("newpair.copy", state.sheets().get(0).name()));
        copySecond.setText(Text.of("newpair.copy", state.sheets().get(1).name()));
    }

    private Label step(int number) {
        String words = number + 1 + "  " + Text.of(TITLES.get(number));
        Tone tone = number == drawn ? Tone.CALM : number < drawn ? Tone.GOOD : Tone.PLAIN;
        return Widgets.chip(words, tone);
    }
}
