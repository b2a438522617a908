package org.twinlease.console.view.pair;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairModel.Flow;
import org.twinlease.console.model.pair.PairModel.Link;
import org.twinlease.console.model.pair.PairModel.Passed;
import org.twinlease.console.view.ShareBar;
import org.twinlease.console.view.Widgets;

import java.util.Comparator;
import java.util.List;

/// The connection between the two: whether it is there, what passes over it, and how long the
/// silence may still last.
final class LinkCard extends VBox {

    private static final int ROWS = 4;
    private static final int NEWEST = 8;

    private final Label title = Widgets.label("", "chip");
    private final Label heard = Widgets.label("", "text-muted");
    private final Label lag = Widgets.label("", "text-muted");
    private final ShareBar patience = new ShareBar("share-patience");
    private final Label patienceWords = Widgets.label("", "text-faint");
    private final GridPane flows = new GridPane();
    private final VBox newest = new VBox();

    LinkCard() {
        getStyleClass().addAll("card", "link-card");
        setId("pair-link");
        flows.getStyleClass().add("flows");
        for (int share : new int[] {30, 40, 30}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setHalignment(HPos.CENTER);
            flows.getColumnConstraints().add(column);
        }
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(heard, Widgets.space(), title, Widgets.space(), lag);
        head.getStyleClass().add("pair-line");
        var foot = new VBox(patience, patienceWords);
        foot.getStyleClass().add("patience");
        newest.getStyleClass().add("newest");
        newest.setMinHeight(0);
        VBox.setVgrow(newest, Priority.ALWAYS);
        getChildren().addAll(head, flows, newest, foot);
    }

    void show(Link link) {
        title.setText(link.title());
        Widgets.tone(title, link.tone());
        heard.setText(link.heard());
        lag.setText(link.lag());
        patience.show(link.patience());
        patience.setAccessibleText(link.patienceWords());
        patienceWords.setText(link.patienceWords());
        boolean up = link.tone() == Tone.GOOD;
        Widgets.seen(patience, up);
        flows.getChildren().clear();
        List<Flow> most =
                link.flows().stream().sorted(Comparator.comparingInt(LinkCard::rank)).toList();
        for (int i = 0; i < Math.min(ROWS, most.size()); i++) row(i, most.get(i));
        newest.getChildren()
                .setAll(
                        link.newest().stream()
                                .limit(room(most.size()))
                                .map(LinkCard::line)
                                .toList());
        if (most.isEmpty()) {
            flows.add(Widgets.paragraph(Text.of("pair.flow.none"), "text-muted"), 0, 0, 3, 1);
        }
    }

    /// How many of the newest messages there is room for below the counts.
    private static int room(int types) {
        return Math.max(0, NEWEST - 3 - Math.min(ROWS, types));
    }

    private static HBox line(Passed passed) {
        String arrow = passed.right() ? "\u2192" : "\u2190";
        var line =
                new HBox(
                        Widgets.label(passed.clock(), "mono", "text-faint"),
                        Widgets.label(arrow, "mono", "text-faint"),
                        Widgets.label(passed.type(), "mono", "text-faint"),
                        Widgets.space(),
                        Widgets.label(passed.address(), "mono", "text-faint"));
        line.getStyleClass().add("pair-line");
        return line;
    }

    /// What passes all the time stays at its place, the rest below it.
    private static int rank(Flow flow) {
        int place = List.of("BNDUPD", "BNDACK", "CONTACT", "STATE").indexOf(flow.type());
        return place < 0 ? ROWS : place;
    }

    private void row(int row, Flow flow) {
        flows.add(way(Text.of("pair.flow.left", flow.left()), flow.leftNow()), 0, row);
        flows.add(Widgets.label(flow.type(), "mono"), 1, row);
        flows.add(way(Text.of("pair.flow.right", flow.right()), flow.rightNow()), 2, row);
    }

    private static Label way(String words, boolean now) {
        Label way = Widgets.label(words, "mono", "flow");
        Widgets.tone(way, now ? Tone.CALM : Tone.PLAIN);
        return way;
    }
}
