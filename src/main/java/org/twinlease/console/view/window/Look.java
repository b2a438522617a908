package org.twinlease.console.view.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.console.model.settings.SettingsModel.Density;
import org.twinlease.console.model.settings.SettingsModel.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// How a scene looks: the embedded fonts, the style sheets, light or dark, roomy or compact.
final class Look {

    private static final String FOLDER = "/org/twinlease/console/view/";
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular",
                    "Inter-Medium",
                    "Inter-SemiBold",
                    "JetBrainsMono-Regular",
                    "JetBrainsMono-Medium");
    private static final List<String> SHEETS =
            List.of(
                    "tokens",
                    "alias",
                    "frame",
                    "overview",
                    "tables",
                    "settings",
                    "pair",
                    "pools",
                    "live",
                    "timeline",
                    "wizard",
                    "health",
                    "forms",
                    "drill",
                    "livedrill");

    private static boolean fontsAreLoaded;

    private final Scene scene;

    Look(Scene scene) {
        this.scene = scene;
        scene.getStylesheets().setAll(SHEETS.stream().map(Look::sheet).toList());
        scene.getPreferences().colorSchemeProperty().subscribe(Look::base);
    }

    /// Has to come before the first control and the first scene: fonts must be there when style
    /// sheets name them, and a control that finds no theme has JavaFX read one of its own.
    static void begin(SettingsModel.State settings) {
        var chosen = scheme(settings.theme());
        base(chosen == null ? Platform.getPreferences().getColorScheme() : chosen);
        if (fontsAreLoaded) return;
        fontsAreLoaded = true;
        for (String font : FONTS) {
            try (InputStream in = resource("fonts/" + font + ".ttf")) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String sheet(String name) {
        var url = Look.class.getResource(FOLDER + name + ".css");
        return Objects.requireNonNull(url).toExternalForm();
    }

    void wear(SettingsModel.State settings) {
        scene.getPreferences().setColorScheme(scheme(settings.theme()));
        var classes = scene.getRoot().getStyleClass();
        classes.remove("compact");
        if (settings.density() == Density.COMPACT) classes.add("compact");
    }

    /// Whether the scene is dark now, by choice or by the desktop's.
    boolean dark() {
        return scene.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    private static @Nullable ColorScheme scheme(Theme theme) {
        return switch (theme) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    private static void base(ColorScheme scheme) {
        var theme = scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Look.class.getResourceAsStream(FOLDER + name), name);
    }
}
