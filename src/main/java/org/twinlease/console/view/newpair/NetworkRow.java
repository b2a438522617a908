package org.twinlease.console.view.newpair;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.newpair.NetworkLine;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.view.Widgets;

/// A network as a row of four fields, with a button that takes it away.
final class NetworkRow extends HBox {

    private final TextField subnet;
    private final TextField low;
    private final TextField high;
    private final TextField router;
    private final Button remove = new Button(Text.of("newpair.net.remove"));
    private final NewPairModel model;
    private final int number;
    private boolean drawing;

    NetworkRow(NewPairModel model, int number) {
        this.model = model;
        this.number = number;
        getStyleClass().add("newpair-net");
        subnet = field("subnet", "newpair.net.subnet", "10.0.0.0/24");
        low = field("low", "newpair.net.low", "10.0.0.10");
        high = field("high", "newpair.net.high", "10.0.0.200");
        router = field("router", "newpair.net.router", "10.0.0.1");
        remove.getStyleClass().add("small-button");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(_ -> model.removeNetwork(number));
        getChildren().add(remove);
    }

    private TextField field(String name, String key, String example) {
        var field = new TextField();
        field.setId("newpair-net-" + name + "-" + number);
        field.getStyleClass().addAll("mono", "form-input");
        field.setPromptText(example);
        field.setAccessibleText(Text.of(key));
        field.textProperty().subscribe((_, _) -> typed());
        var box = new VBox(Widgets.label(Text.of(key), "text-faint"), field);
        box.getStyleClass().add("form-cell");
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().add(box);
        return field;
    }

    private void typed() {
        if (drawing) return;
        model.network(
                number,
                new NetworkLine(subnet.getText(), low.getText(), high.getText(), router.getText()));
    }

    void show(NetworkLine line, boolean alone) {
        drawing = true;
        put(subnet, line.subnet());
        put(low, line.low());
        put(high, line.high());
        put(router, line.router());
        remove.setDisable(alone);
        drawing = false;
    }

    private static void put(TextField field, String text) {
        if (!field.getText().equals(text)) field.setText(text);
    }
}
