package org.twinlease.console.view;

import javafx.scene.layout.Region;

/// A bar cut into shares of its width, each a region with a style of its own.
public final class ShareBar extends Region {

    private final double[] shares;

    /// One share for each style class.
    public ShareBar(String... styles) {
        getStyleClass().add("share-bar");
        shares = new double[styles.length];
        for (String style : styles) {
            var part = new Region();
            part.getStyleClass().addAll("share", style);
            getChildren().add(part);
        }
    }

    /// Shares between 0 and 1, together at most 1.
    public void show(double... next) {
        System.arraycopy(next, 0, shares, 0, shares.length);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < shares.length; i++) {
            double wide = shares[i] * getWidth();
            // What is there must be seen, be it one of thousands.
            if (shares[i] > 0) wide = Math.max(2, wide);
            getChildren().get(i).resizeRelocate(x, 0, Math.min(wide, getWidth() - x), getHeight());
            x = Math.min(getWidth(), x + wide);
        }
    }
}
