package org.twinlease.console.view.leases;

import javafx.scene.control.skin.TableCellSkin;

/// The skin of a cell that lays out its parts itself; keys and the mouse are the toolkit's.
final class LeaseCellSkin extends TableCellSkin<Integer, Integer> {

    private final LeaseCell cell;

    LeaseCellSkin(LeaseCell cell) {
        super(cell);
        this.cell = cell;
    }

    /// The text and graphic of a label, which the cell has not.
    @Override
    protected void updateChildren() {}

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        cell.place();
    }

    @Override
    protected double computePrefWidth(double h, double top, double right, double low, double left) {
        return cell.natural();
    }
}
