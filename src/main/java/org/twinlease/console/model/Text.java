package org.twinlease.console.model;

import java.util.ResourceBundle;

/// The console's words, from the one bundle `console/text.properties`. `{0}`, `{1}` stand for the
/// arguments; a key that is missing is a programming error and throws.
public final class Text {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.twinlease.console.text");

    private Text() {}

    /// The bundle itself, for FXML.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The words of a key with its arguments filled in.
    public static String of(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
