package org.twinlease.console.view.config;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.config.ConfigModel.Inherited;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// What a new block begins with, and what is inherited with its override.
final class Templates {

    private static final String SUBNET =
            "subnet 10.0.0.0 netmask 255.255.255.0 {\n  option routers 10.0.0.1;\n}";
    private static final String POOL =
            "pool {\n  deny dynamic bootp clients;\n  range 10.0.0.10 10.0.0.99;\n}";
    private static final String HOST =
            "host printer {\n  hardware ethernet 02:00:00:00:00:01;\n  fixed-address 10.0.0.5;\n}";
    private static final String CLASS =
            "class \"phones\" {\n  match if substring(option vendor-class-identifier, 0, 5) ="
                    + " \"phone\";\n}";

    private Templates() {}

    static List<Node> buttons(TextArea block) {
        return List.of(
                button(block, "config.block.subnet", SUBNET),
                button(block, "config.block.pool", POOL),
                button(block, "config.block.host", HOST),
                button(block, "config.block.class", CLASS));
    }

    private static Node button(TextArea block, String key, String text) {
        var button = new Button(Text.of(key));
        button.getStyleClass().add("small-button");
        button.setOnAction(_ -> block.setText(text));
        return button;
    }

    static List<HBox> inherited(List<Inherited> values, ConfigModel model) {
        return values.stream().map(value -> line(value, model)).toList();
    }

    private static HBox line(Inherited value, ConfigModel model) {
        var words =
                new VBox(
                        Widgets.paragraph(value.value(), "mono"),
                        Widgets.paragraph(Text.of("config.from", value.from()), "text-faint"));
        words.setMinWidth(0);
        var override = new Button(Text.of("config.override"));
        override.getStyleClass().add("small-button");
        override.setMinWidth(Region.USE_PREF_SIZE);
        override.setOnAction(_ -> model.add(value.key(), value.value()));
        var line =
                new HBox(
                        Widgets.paragraph(value.key(), "text-muted", "config-key"),
                        words,
                        Widgets.space(),
                        override);
        line.getStyleClass().add("pair-line");
        return line;
    }
}
