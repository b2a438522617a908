package org.twinlease.app.window;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.twinlease.config.document.NewPairs;
import org.twinlease.console.model.ChangeBook;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.control.LeaseView;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// Files that a person chooses in the system's own dialog. Writing goes on in the background, and
/// takes the place of an older file only when all is written.
public final class FileDialogs implements ConsoleFiles {

    private final Executor background;
    private final Function<List<Heard>, Content> captures;
    private final BiFunction<List<LeaseView>, Leases, Content> tables;
    private final Function<IOException, String> words;
    private final NewPairs newPairs;
    private final ChangeBook changes;

    /// `words` says what an I/O fault means to a person.
    public FileDialogs(
            Executor background,
            Function<List<Heard>, Content> captures,
            BiFunction<List<LeaseView>, Leases, Content> tables,
            Function<IOException, String> words,
            NewPairs newPairs,
            ChangeBook changes) {
        this.background = background;
        this.captures = captures;
        this.tables = tables;
        this.words = words;
        this.newPairs = newPairs;
        this.changes = changes;
    }

    @Override
    public void save(String name, Content content, Consumer<Saved> done) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        String ending = "*" + name.substring(Math.max(0, name.lastIndexOf('.')));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending, ending));
        File chosen = chooser.showSaveDialog(null);
        if (chosen != null) background.execute(() -> done.accept(write(chosen.toPath(), content)));
    }

    @Override
    public void saveAll(Map<String, byte[]> files, Consumer<Saved> done) {
        File chosen = new DirectoryChooser().showDialog(null);
        if (chosen != null) {
            background.execute(() -> done.accept(writeAll(chosen.toPath(), files)));
        }
    }

    /// Writes files into a folder; the first that cannot be written ends it.
    Saved writeAll(Path folder, Map<String, byte[]> files) {
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Saved saved = write(folder.resolve(each.getKey()), out -> out.write(each.getValue()));
            if (!saved.done()) return saved;
        }
        return new Saved(folder.toString(), true, "");
    }

    @Override
    public void open(String ending, Consumer<Opened> done) {
        var chooser = new FileChooser();
        String files = "*" + ending;
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(files, files));
        File chosen = chooser.showOpenDialog(null);
        if (chosen != null) background.execute(() -> done.accept(read(chosen.toPath())));
    }

    /// Reads a text, or says why not.
    Opened read(Path place) {
        Path folder = place.toAbsolutePath().getParent();
        String name = String.valueOf(place.getFileName());
        try {
            String text = Files.readString(place);
            return new Opened(String.valueOf(folder), name, text, true, "");
        } catch (IOException refused) {
            return new Opened(String.valueOf(folder), name, "", false, words.apply(refused));
        }
    }

    /// Writes a file, or says why not.
    Saved write(Path place, Content content) {
        Path folder = place.toAbsolutePath().getParent();
        try {
            Path half = Files.createTempFile(folder, ".twinlease", ".part");
            try {
                try (OutputStream out = Files.newOutputStream(half)) {
                    content.writeTo(out);
                }
                Files.move(half, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            return new Saved(place.toString(), true, "");
        } catch (IOException refused) {
            return new Saved(place.toString(), false, words.apply(refused));
        }
    }

    @Override
    public ChangeBook changes() {
        return changes;
    }

    @Override
    public NewPairs newPairs() {
        return newPairs;
    }

    @Override
    public Content leases(List<LeaseView> leases, Leases format) {
        return tables.apply(leases, format);
    }

    @Override
    public Content capture(List<Heard> servers) {
        return captures.apply(servers);
    }
}
