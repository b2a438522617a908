package org.twinlease.console.view.calculator;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.calculator.CalculatorModel;
import org.twinlease.console.model.calculator.CalculatorModel.Entry;
import org.twinlease.console.model.calculator.CalculatorModel.Input;
import org.twinlease.console.model.calculator.CalculatorModel.State;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws the Calculator page.
public final class CalculatorController implements PageController {

    private final CalculatorModel model;
    private final Map<Input, TextField> fields = new EnumMap<>(Input.class);
    private final Map<Input, Label> words = new EnumMap<>(Input.class);
    private final List<ChartCard> cards = new ArrayList<>();
    @FXML private VBox inputs;
    @FXML private VBox sentences;
    @FXML private HBox upper;
    @FXML private HBox lower;
    @FXML private Button stage;

    public CalculatorController(CalculatorModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        for (Input input : Input.values()) inputs.getChildren().add(line(input));
        for (int i = 0; i < 4; i++) {
            cards.add(new ChartCard());
            (i < 2 ? upper : lower).getChildren().add(cards.get(i));
        }
    }

    private VBox line(Input input) {
        var field = new TextField();
        field.getStyleClass().addAll("mono", "form-input");
        field.setId("calc-" + input.name().toLowerCase(Locale.ROOT));
        field.setAccessibleText(Text.of(input.label));
        field.textProperty()
                .subscribe(
                        text -> {
                            if (field.isFocused()) model.type(input, text);
                        });
        fields.put(input, field);
        Label said = Widgets.paragraph("", "text-faint");
        words.put(input, said);
        var row = new HBox(Widgets.paragraph(Text.of(input.label), "calc-name"), field);
        row.getStyleClass().add("pair-line");
        HBox.setHgrow(field, Priority.ALWAYS);
        return new VBox(row, said);
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
    }

    @Override
    public void leave() {
        model.shown().toNobody();
    }

    @FXML
    void reset() {
        model.reset();
    }

    @FXML
    void stage() {
        model.stage();
    }

    private void draw(State state) {
        for (Entry entry : state.entries()) {
            TextField field = fields.get(entry.input());
            Label said = words.get(entry.input());
            if (field == null || said == null) continue;
            if (!field.getText().equals(entry.typed())) field.setText(entry.typed());
            Widgets.wrong(field, !entry.wrong().isEmpty());
            said.setText(entry.wrong().isEmpty() ? entry.words() : entry.wrong());
            Widgets.seen(said, !said.getText().isEmpty());
        }
        for (int i = 0; i < cards.size(); i++) cards.get(i).show(state.charts().get(i));
        stage.setDisable(!state.stage());
        sentences.getChildren().setAll(state.sentences().stream().map(this::sentence).toList());
    }

    private HBox sentence(Fact fact) {
        var icon = Widgets.icon(Widgets.toneIcon(fact.tone()), "tone-icon");
        Widgets.tone(icon, fact.tone());
        var said = Widgets.paragraph(fact.words());
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        var line = new HBox(icon, said);
        line.getStyleClass().add("fact-line");
        return line;
    }
}
