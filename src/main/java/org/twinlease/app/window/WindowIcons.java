package org.twinlease.app.window;

import javafx.scene.image.Image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The mark in the sizes that window managers choose from.
public final class WindowIcons {

    private static final int[] PIXELS = {16, 24, 32, 48, 64, 128, 256};

    private WindowIcons() {}

    /// All sizes, the smallest first.
    public static List<Image> all() {
        return IntStream.of(PIXELS).mapToObj(WindowIcons::icon).toList();
    }

    private static Image icon(int pixels) {
        String name = "/org/twinlease/app/icons/twinlease-" + pixels + ".png";
        try (InputStream in = WindowIcons.class.getResourceAsStream(name)) {
            return new Image(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
