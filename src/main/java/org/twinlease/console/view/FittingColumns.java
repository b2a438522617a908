package org.twinlease.console.view;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Keeps a table free of sideways scrolling: shows as many columns as fit, the most important ones
/// first, and gives the room that is left to one of them. Columns stay in the order of the table.
public final class FittingColumns<R> {

    private static final double SCROLL_BAR = 12;

    /// A column, the least room it needs, and how early it goes when room is short: 0 never goes.
    public record Fit<R>(TableColumn<R, ?> column, double width, int dispensable) {}

    private final List<Fit<R>> fits = new ArrayList<>();
    private final TableColumn<R, ?> growing;
    private @Nullable Set<TableColumn<R, ?>> wanted;
    private double room;

    /// `growing` takes what room is left; while it is not shown, the last column does.
    public FittingColumns(TableView<R> table, List<Fit<R>> fits, TableColumn<R, ?> growing) {
        this.fits.addAll(fits);
        this.growing = growing;
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /// Shows only columns that are wanted, as far as there is room.
    public void only(Predicate<TableColumn<R, ?>> which) {
        Set<TableColumn<R, ?>> next = new HashSet<>();
        for (Fit<R> fit : fits) if (which.test(fit.column)) next.add(fit.column);
        if (next.equals(wanted)) return;
        wanted = next;
        fit(room);
    }

    private void fit(double width) {
        room = width;
        if (width <= 0) return;
        double left = width - SCROLL_BAR;
        var byImportance = new ArrayList<>(fits);
        byImportance.sort((a, b) -> Integer.compare(a.dispensable, b.dispensable));
        var shown = new ArrayList<Fit<R>>();
        for (Fit<R> fit : byImportance) {
            if (!isWanted(fit) || (fit.dispensable > 0 && fit.width > left)) continue;
            left -= fit.width;
            shown.add(fit);
        }
        boolean grows = shown.stream().anyMatch(fit -> fit.column.equals(growing));
        TableColumn<R, ?> wide = growing;
        for (Fit<R> fit : fits) {
            fit.column.setVisible(shown.contains(fit));
            fit.column.setPrefWidth(fit.width);
            if (!grows && fit.column.isVisible()) wide = fit.column;
        }
        wide.setPrefWidth(wide.getPrefWidth() + Math.max(0, left));
    }

    private boolean isWanted(Fit<R> fit) {
        return wanted == null || wanted.contains(fit.column);
    }
}
