package org.twinlease.console.view.window;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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

    /// Draws the first alarms into a box, unless they stand there; whether there are any. The
    /// second takes a line only: a page needs its room.
    static boolean draw(VBox box, List<Banner> alarms) {
        var said = alarms.stream().limit(SHOWN).toList();
        if (!said.equals(box.getUserData())) {
            box.setUserData(said);
            box.getChildren().clear();
            for (Banner banner : said) {
                box.getChildren().add(box.getChildren().isEmpty() ? of(banner) : line(banner));
            }
        }
        Widgets.seen(box, !said.isEmpty());
        return !said.isEmpty();
    }

    /// An alarm in one line; all of it is under the mouse and under the bell.
    private static HBox line(Banner banner) {
        var title = Widgets.label(banner.title(), "text-heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var words = Widgets.label(banner.happened(), "banner-words");
        words.setMinWidth(0);
        words.setTooltip(
                new Tooltip(
                        String.join(
                                "\n",
                                banner.happened(),
                                banner.meaning(),
                                Text.of("banner.advice", banner.advice()))));
        var box = framed(banner, title, words);
        box.getStyleClass().add("banner-line");
        return box;
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
        return framed(banner, words);
    }

    private static HBox framed(Banner banner, Node... words) {
        var icon = Widgets.icon(Widgets.toneIcon(banner.tone()), "tone-icon");
        Widgets.tone(icon, banner.tone());
        var box = new HBox(icon);
        box.getChildren().addAll(words);
        box.getStyleClass().add("banner");
        Widgets.tone(box, banner.tone());
        return box;
    }
}
