package org.twinlease.console.view;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;

import java.util.ArrayList;
import java.util.List;

/// What F1 shows of a field.
public final class HelpSheet {

    private HelpSheet() {}

    /// Says what there is to know about a control.
    public static void about(Node control, Help help) {
        control.getProperties().put(Help.class, help);
    }

    /// What was said of a control or of what it stands in; null for nothing.
    public static @Nullable Help of(@Nullable Node control) {
        for (Node at = control; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(Help.class) instanceof Help help) {
                return help;
            }
        }
        return null;
    }

    /// The sheet itself.
    public static VBox sheet(Help help) {
        List<Field> fields = new ArrayList<>();
        if (!help.word().isEmpty()) fields.add(new Field(Text.of("help.word"), help.word()));
        String otherwise = help.otherwise().isEmpty() ? Text.of("help.none") : help.otherwise();
        fields.add(new Field(Text.of("help.otherwise"), otherwise));
        var box = new VBox(Widgets.label(help.title(), "text-heading"));
        if (!help.meaning().isEmpty()) box.getChildren().add(Widgets.paragraph(help.meaning()));
        box.getChildren().add(Widgets.fields(fields, "mono"));
        if (!help.mistake().isEmpty()) {
            String mistake = Text.of("help.mistake", help.mistake());
            box.getChildren().add(Widgets.paragraph(mistake, "text-muted"));
        }
        return box;
    }
}
