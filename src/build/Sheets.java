import javafx.css.Stylesheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The build's style sheet step: beside each `.css` of a folder, the same as `.bss`. That is
/// JavaFX's own form, which it takes where it finds one: to parse the text takes a good part of the
/// time until the first window.
public final class Sheets {

    private Sheets() {}

    public static void main(String[] args) throws IOException {
        for (Path sheet : sheets(Path.of(args[0]))) {
            String name = sheet.getFileName().toString().replaceAll("css$", "bss");
            Stylesheet.convertToBinary(sheet.toFile(), sheet.resolveSibling(name).toFile());
        }
    }

    private static List<Path> sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }
}
