package org.twinlease.console.view.leases;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

/// Words that are cut, with an ellipsis, where there is no room for all of them.
final class CutText extends Text {

    private static final String MORE = "\u2026";

    private String whole = "";
    private double room = -1;

    CutText() {
        setManaged(false);
        setMouseTransparent(true);
        setTextOrigin(VPos.TOP);
        fontProperty().subscribe(_ -> room = -1);
    }

    /// All of them.
    String whole() {
        return whole;
    }

    /// Shows words in so many pixels; whether anything is different now.
    boolean show(String words, double pixels) {
        if (words.equals(whole) && pixels == room) return false;
        whole = words;
        room = pixels;
        setText(words);
        if (pixels > 0 && wide() > pixels) setText(cut(pixels));
        return true;
    }

    /// How wide all of them are.
    double natural() {
        if (getText().equals(whole)) return wide();
        var all = new Text(whole);
        all.setFont(getFont());
        return all.getLayoutBounds().getWidth();
    }

    private double wide() {
        return getLayoutBounds().getWidth();
    }

    /// The most that fits, found by halving.
    private String cut(double pixels) {
        int fits = 0;
        int over = whole.length();
        while (over - fits > 1) {
            int middle = (fits + over) / 2;
            setText(whole.substring(0, middle) + MORE);
            if (wide() > pixels) over = middle;
            else fits = middle;
        }
        return whole.substring(0, fits) + MORE;
    }
}
