package org.twinlease.console.view.window;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// Tells the stylesheets how broad a console is: `:roomy` from 1,400 px on, `:broad` from 1,560 px
/// on. The root's width decides and not a media query's, which is that of the scene: a picture is
/// taken of a root that is larger than its scene.
final class Breadth {

    private static final double ROOMY = 1_400;
    private static final double BROAD = 1_560;

    private Breadth() {}

    static void bind(Region root) {
        root.widthProperty().subscribe(width -> say(root, width.doubleValue()));
    }

    private static void say(Region root, double width) {
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("roomy"), width >= ROOMY);
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("broad"), width >= BROAD);
    }
}
