package org.twinlease.console.view.window;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Banner;
import org.twinlease.console.model.Text;
import org.twinlease.console.view.Widgets;

import java.util.List;

/// An alarm in three sentences: what happened, what it means, what to do.
final class BannerBox {

    /// How many alarms stand above a page; the bell has them all.
    private static final int SHOWN = 2;

    private BannerBox() {}

    /// Draws the first alarms into a box, unless they stand there; whether there are any.
    static boolean draw(VBox box, List<Banner> alarms) {
        var said = alarms.stream().limit(SHOWN).toList();
        if (!said.equals(box.getUserData())) {
            box.setUserData(said);
            box.getChildren().setAll(said.stream().map(BannerBox::of).toList());
        }
        Widgets.seen(box, !said.isEmpty());
        return !said.isEmpty();
    }

    static HBox of(Banner banner) {
        var title = Widgets.label(banner.title(), "text-heading");
        var happened =
                Widgets.paragraph(banner.happened() + " " + banner.meaning(), "banner-words");
        var advice =
                Widgets.paragraph(
                        Text.of("banner.advice", banner.advice()), "banner-words", "text-strong");
        var words = new VBox(title, happened, advice);
        words.getStyleClass().add("banner-text");
        HBox.setHgrow(words, Priority.ALWAYS);
        var icon = Widgets.icon(Widgets.toneIcon(banner.tone()), "tone-icon");
        Widgets.tone(icon, banner.tone());
        var box = new HBox(icon, words);
        box.getStyleClass().add("banner");
        Widgets.tone(box, banner.tone());
        return box;
    }
}
