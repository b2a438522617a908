package org.twinlease.console.view.leases;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.leases.LeaseRows;
import org.twinlease.console.model.leases.LeasesModel;

/// A row of the lease table. A heading looks like one, and closes or opens its group.
///
/// A row that gets another lease while a person scrolls is not laid out again: its cells lie where
/// they lay, and its size is the same. The toolkit would lay it out, and before that look up the
/// style of everything in it.
final class LeaseRow extends TableRow<Integer> {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private boolean turning;
    private boolean wanted;

    LeaseRow(LeasesModel model) {
        setOnMouseClicked(
                _ -> {
                    Integer row = getItem();
                    if (row != null && LeaseRows.isHeading(row)) model.toggle(row);
                });
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        boolean heading = !empty && row != null && LeaseRows.isHeading(row);
        pseudoClassStateChanged(GROUP, heading);
    }

    @Override
    public void updateIndex(int index) {
        turning = isFull() && !isNeedsLayout();
        wanted = false;
        super.updateIndex(index);
        boolean same = turning && isFull() && !wanted;
        if (turning && !same) super.requestLayout();
        turning = false;
    }

    private boolean isFull() {
        return getSkin() != null && !isEmpty();
    }

    /// One of its cells has a part that it had not before.
    void lay() {
        wanted = true;
        requestLayout();
    }

    @Override
    public void requestLayout() {
        if (!turning) super.requestLayout();
    }
}
