package org.twinlease.console.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Tone;

import java.util.List;

/// The small pieces that every page is made of.
public final class Widgets {

    private static final List<String> TONES =
            List.of(Tone.values()).stream().map(Tone::style).toList();

    private Widgets() {}

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that takes as many lines as it needs.
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static FontIcon icon(String code, String... styles) {
        var icon = new FontIcon(code);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    /// A word in a coloured pill.
    public static Label chip(String text, Tone tone) {
        return label(text, "chip", tone.style());
    }

    /// A dot in a tone's colour; always beside a word.
    public static Region dot(Tone tone) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", tone.style());
        return dot;
    }

    /// The icon that says a tone without its colour.
    public static String toneIcon(Tone tone) {
        return switch (tone) {
            case GOOD -> "fth-check-circle";
            case CALM, PLAIN -> "fth-info";
            case WATCH -> "fth-alert-triangle";
            case BAD -> "fth-alert-octagon";
            case DEMO -> "fth-play-circle";
        };
    }

    public static void tone(Node node, Tone tone) {
        if (node.getStyleClass().contains(tone.style())) return;
        node.getStyleClass().removeAll(TONES);
        node.getStyleClass().add(tone.style());
    }

    /// Marks a control whose content cannot be used.
    public static void wrong(Node node, boolean wrong) {
        node.getStyleClass().remove("wrong");
        if (wrong) node.getStyleClass().add("wrong");
    }

    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    /// Shows a fact in its tone, nothing where there are no words.
    public static void fact(Label label, Fact fact) {
        seen(label, !fact.words().isEmpty());
        label.setText(fact.words());
        tone(label, fact.tone());
    }

    public static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    /// Why there is nothing to see, and what helps.
    public static VBox empty(Empty empty, String icon) {
        Label title = label(empty.title(), "text-heading");
        Label advice = paragraph(empty.advice(), "text-muted", "empty-advice");
        var box = new VBox(icon(icon, "empty-icon"), title, advice);
        box.getStyleClass().add("empty");
        return box;
    }

    /// Shows `place` with why there is nothing to see, or the page; whether there is nothing.
    public static boolean empty(Pane place, Node page, @Nullable Empty empty, String icon) {
        seen(place, empty != null);
        seen(page, empty == null);
        if (empty != null) place.getChildren().setAll(empty(empty, icon));
        return empty != null;
    }

    /// Labelled values one below the other.
    public static VBox fields(List<Field> fields, String style) {
        var box = new VBox();
        box.getStyleClass().add("fields");
        for (Field field : fields) {
            Label value = paragraph(field.value(), style, "field-value");
            HBox.setHgrow(value, Priority.ALWAYS);
            var line = new HBox(paragraph(field.label(), "field-label", "text-muted"), value);
            line.getStyleClass().add("field");
            box.getChildren().add(line);
        }
        return box;
    }
}
