package org.twinlease.console.view.live;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import org.twinlease.console.model.live.LiveDetail;
import org.twinlease.console.model.live.LiveModel;
import org.twinlease.console.model.live.LiveRow;

import java.util.List;
import java.util.function.Consumer;

/// Keeps the table at its end while it runs, and the open row selected and in sight while it does
/// not.
final class LiveSelection {

    private LiveSelection() {}

    /// Says that a person goes back to look, by the wheel or the scroll bar.
    static void whenScrolledBack(TableView<LiveRow> table, Runnable back) {
        table.addEventFilter(
                ScrollEvent.SCROLL,
                scroll -> {
                    if (scroll.getDeltaY() > 0) back.run();
                });
        table.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                press -> {
                    if (press.getTarget() instanceof Region part && isInBar(part)) back.run();
                });
    }

    private static boolean isInBar(Region part) {
        return part instanceof ScrollBar || part.getParent() instanceof ScrollBar;
    }

    /// Walks on (Right) or back (Left), and follows the client of what is open (F).
    static void whenStepped(TableView<LiveRow> table, LiveModel model, Consumer<String> follow) {
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    LiveDetail open = model.shown().state().detail();
                    switch (key.getCode()) {
                        case LEFT -> model.step(false);
                        case RIGHT -> model.step(true);
                        case F -> {
                            if (key.isShortcutDown() || open == null) return;
                            follow.accept(open.client());
                        }
                        default -> {
                            return;
                        }
                    }
                    key.consume();
                });
    }

    static void follow(TableView<LiveRow> table, LiveModel.State state) {
        List<LiveRow> rows = state.rows();
        if (!state.frozen()) {
            table.getSelectionModel().clearSelection();
            if (!rows.isEmpty()) table.scrollTo(rows.size() - 1);
            return;
        }
        LiveDetail open = state.detail();
        LiveRow selected = table.getSelectionModel().getSelectedItem();
        if (open == null) {
            if (selected != null) table.getSelectionModel().clearSelection();
            return;
        }
        if (selected != null && selected.id() == open.id()) return;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() != open.id()) continue;
            table.getSelectionModel().clearAndSelect(i);
            if (!isSeen(table, i)) table.scrollTo(Math.max(0, i - 4));
            return;
        }
        table.getSelectionModel().clearSelection();
    }

    private static boolean isSeen(TableView<LiveRow> table, int row) {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return false;
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first != null && last != null && row >= first.getIndex() && row <= last.getIndex();
    }
}
