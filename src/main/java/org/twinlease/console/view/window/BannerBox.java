package org.twinlease.console.view.window;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Banner;
import org.twinlease.console.model.Text;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.Consumer;

/// An alarm in three sentences: what happened, what it means, what to do.
final class BannerBox {

    /// How many alarms stand above a page; the bell has them all.
    private static final int SHOWN = 2;

    private BannerBox() {}

    /// What stands in the box.
    private record Drawn(List<Banner> banners, boolean brief) {}

    /// Draws the first alarms into a box, unless they stand there; whether there are any. The
    /// second takes a line only, and `brief` the first as well: a page needs its room.
    static boolean draw(VBox box, List<Banner> alarms, boolean brief, Consumer<Banner.Way> go) {
        var said = alarms.stream().limit(SHOWN).toList();
        var wanted = new Drawn(said, brief);
        if (!wanted.equals(box.getUserData())) {
            box.setUserData(wanted);
            box.getChildren().clear();
            for (Banner banner : said) {
                boolean whole = box.getChildren().isEmpty() && !brief;
                HBox drawn = whole ? of(banner) : line(banner);
                if (banner.way() != null && !brief) drawn.getChildren().add(way(banner.way(), go));
                box.getChildren().add(drawn);
            }
        }
        Widgets.seen(box, !said.isEmpty());
        return !said.isEmpty();
    }

    /// The way to what helps.
    private static Button way(Banner.Way way, Consumer<Banner.Way> go) {
        var button = new Button(way.wizard().label());
        button.getStyleClass().add("banner-way");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> go.accept(way));
        return button;
    }

    /// An alarm in one line; all of it is under the mouse and under the bell.
    private static HBox line(Banner banner) {
        var title = Widgets.label(banner.title(), "text-heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var words = Widgets.label(banner.happened(), "banner-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
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
