package org.twinlease.console.model.drill;

import org.twinlease.console.model.Text;

/// How fast a twin's time passes: so many of its seconds in a second, or as fast as it goes.
public enum Speed {
    X1(1),
    X10(10),
    X60(60),
    X600(600),
    X3600(3600),
    MOST(0);

    /// Seconds of the twin in a second; 0 for as many as the machine can do.
    public final int factor;

    Speed(int factor) {
        this.factor = factor;
    }

    /// As it stands on its button.
    public String words() {
        return factor == 0 ? Text.of("drill.speed.most") : "\u00d7" + factor;
    }

    /// The next faster one, or the next slower.
    public Speed next(boolean faster) {
        int at = Math.clamp(ordinal() + (faster ? 1 : -1), 0, values().length - 1);
        return values()[at];
    }
}
