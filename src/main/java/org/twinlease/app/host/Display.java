package org.twinlease.app.host;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;

/// Whether a window can be opened or a picture drawn here, and what is missing if not. JavaFX needs
/// a display and GTK for a window on Linux, and Pango with FreeType and Fontconfig for every
/// letter; a fresh system without a desktop has none of them.
public final class Display {

    /// The system property that chooses what JavaFX draws on.
    public static final String PLATFORM = "glass.platform";

    /// The choice of memory only, without a screen.
    public static final String HEADLESS = "Headless";

    private static final String GTK = "libgtk-3.so.0";

    private static final List<String> LETTERS =
            List.of(
                    "libfreetype.so.6",
                    "libfontconfig.so.1",
                    "libpango-1.0.so.0",
                    "libpangoft2-1.0.so.0");

    private static final String INSTALL_GTK =
            "(install GTK 3; on Debian and Ubuntu: apt install libgtk-3-0)";

    private static final String INSTALL_LETTERS =
            "(install Pango; on Debian and Ubuntu: apt install libpangoft2-1.0-0"
                    + " fonts-dejavu-core)";

    private Display() {}

    /// Why no window can be opened, as a sentence's beginning; null when one can, as far as can be
    /// seen without trying.
    public static @Nullable String obstacleToWindows() {
        if (!isLinux()) return null;
        // Who chose JavaFX's own platform without a screen needs neither a display nor GTK.
        if (HEADLESS.equals(System.getProperty(PLATFORM))) return obstacleToPictures();
        if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY")) return "There is no display here";
        for (String library : LETTERS) {
            if (isMissing(library)) {
                return "This system lacks "
                        + library
                        + ", without which no window can be drawn "
                        + INSTALL_GTK;
            }
        }
        return isMissing(GTK)
                ? "This system lacks "
                        + GTK
                        + ", without which no window can be opened "
                        + INSTALL_GTK
                : null;
    }

    /// Why the display that is set is no use, once a window was refused.
    public static String deaf() {
        String name =
                isSet("DISPLAY") ? System.getenv("DISPLAY") : System.getenv("WAYLAND_DISPLAY");
        return "The display " + name + " does not answer";
    }

    /// Why no picture can be drawn, with the remedy; null when one can.
    public static @Nullable String obstacleToPictures() {
        if (!isLinux()) return null;
        for (String library : LETTERS) {
            if (isMissing(library)) return library + " is missing " + INSTALL_LETTERS;
        }
        return null;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    private static boolean isSet(String name) {
        String value = System.getenv(name);
        return value != null && !value.isBlank();
    }

    // Restricted because a library runs code when it is loaded; JavaFX loads the same ones.
    @SuppressWarnings("restricted")
    private static boolean isMissing(String library) {
        try {
            var _ = SymbolLookup.libraryLookup(library, Arena.global());
            return false;
        } catch (IllegalArgumentException missing) {
            return true;
        }
    }
}
