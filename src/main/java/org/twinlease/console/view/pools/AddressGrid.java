package org.twinlease.console.view.pools;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.leases.LeaseWords;
import org.twinlease.console.model.pools.PoolGrid.Cell;
import org.twinlease.console.view.CanvasRegion;
import org.twinlease.value.Ip4;

import java.util.List;
import java.util.function.Consumer;

/// A cell for each address of a pool, 32 a row. State is a shape and a colour: full for a client's,
/// an open square for the primary's to give, an open circle for the secondary's, a bar for what
/// waits to be free, a cross for what is set aside.
final class AddressGrid extends CanvasRegion {

    private static final int COLUMNS = 32;
    private static final double PITCH = 10;
    private static final double SIDE = 7;
    private static final double EDGE = 0.5;

    private final Tooltip tip = new Tooltip();
    private List<Cell> cells = List.of();

    AddressGrid(Consumer<Ip4> open) {
        getStyleClass().add("address-grid");
        setMinWidth(COLUMNS * PITCH);
        setMaxWidth(COLUMNS * PITCH);
        setOnMouseMoved(mouse -> hint(at(mouse)));
        setOnMouseClicked(
                mouse -> {
                    Cell cell = at(mouse);
                    if (cell != null) open.accept(cell.address());
                });
        Tooltip.install(this, tip);
    }

    void show(List<Cell> next) {
        if (next.equals(cells)) return;
        cells = next;
        double height = Math.ceilDiv(cells.size(), COLUMNS) * PITCH;
        setMinHeight(height);
        setMaxHeight(height);
        setAccessibleText(Text.of("pools.grid.name", cells.size()));
        repaint();
    }

    private void hint(@Nullable Cell cell) {
        tip.setText(
                cell == null
                        ? Text.of("pools.grid.hint")
                        : Text.of(
                                "pools.grid.cell", cell.address(), LeaseWords.state(cell.state())));
    }

    private @Nullable Cell at(MouseEvent mouse) {
        int column = (int) (mouse.getX() / PITCH);
        int line = (int) (mouse.getY() / PITCH);
        int place = line * COLUMNS + column;
        return column < 0 || column >= COLUMNS || place < 0 || place >= cells.size()
                ? null
                : cells.get(place);
    }

    @Override
    protected void paint(GraphicsContext on, double width, double height) {
        on.setLineWidth(1);
        for (int i = 0; i < cells.size(); i++) {
            int line = i / COLUMNS;
            paint(on, cells.get(i), i % COLUMNS * PITCH, line * PITCH);
        }
    }

    private void paint(GraphicsContext on, Cell cell, double x, double y) {
        switch (cell.state()) {
            case ACTIVE -> {
                on.setFill(third());
                on.fillRect(x, y, SIDE, SIDE);
            }
            case FREE -> {
                on.setStroke(first());
                on.strokeRect(x + EDGE, y + EDGE, SIDE - 1, SIDE - 1);
            }
            case BACKUP -> {
                on.setStroke(second());
                on.strokeOval(x + EDGE, y + EDGE, SIDE - 1, SIDE - 1);
            }
            case EXPIRED, RELEASED, RESET -> {
                on.setFill(ink());
                on.fillRect(x, y + SIDE / 2 - 1, SIDE, 2);
            }
            case ABANDONED -> {
                on.setStroke(fourth());
                on.strokeLine(x, y, x + SIDE, y + SIDE);
                on.strokeLine(x, y + SIDE, x + SIDE, y);
            }
        }
    }
}
