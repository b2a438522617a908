package org.twinlease.app.files;

import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Stored;
import org.twinlease.isc.tree.ConfTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A document in the file system: the files that were named, and those that they include.
public final class FileKeeper implements KeptDocuments.Keeper {
    private final List<String> mains;
    private final List<String> servers;

    /// One file, or those of a pair. Each half is called after its file.
    public FileKeeper(List<String> mains) {
        this(mains, mains.stream().map(main -> server(main, mains)).toList());
    }

    /// The same, where it is known which `servers` read these files.
    public FileKeeper(List<String> mains, List<String> servers) {
        this.mains = List.copyOf(mains);
        this.servers = List.copyOf(servers);
    }

    @Override
    public Document open() {
        List<Half> halves = new ArrayList<>();
        List<ConfTree> trees = new ArrayList<>();
        Map<String, Paper> papers = new LinkedHashMap<>();
        for (int i = 0; i < mains.size(); i++) {
            String main = mains.get(i);
            halves.add(new Half(servers.get(i), main));
            trees.addAll(ConfFiles.read(main).files());
        }
        // What both include stands behind what each has for itself.
        trees.sort(Comparator.comparing(tree -> !mains.contains(tree.name())));
        for (ConfTree tree : trees) {
            papers.putIfAbsent(tree.name(), Paper.of(tree.name(), tree.bytes()));
        }
        return new Document(halves, List.copyOf(papers.values()));
    }

    /// A file's own name, unless both have the same one.
    private static String server(String main, List<String> mains) {
        String name = name(main);
        boolean alone = mains.stream().filter(other -> name(other).equals(name)).count() == 1;
        return alone ? name : main;
    }

    private static String name(String main) {
        Path name = Path.of(main).getFileName();
        return name == null ? main : name.toString();
    }

    @Override
    public Stored store(Document before, Document after) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try {
            for (String name : after.changed(before)) {
                Path file = Path.of(name);
                Paper known = new Paper(name, before.text(name));
                byte[] found = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
                if (!Arrays.equals(found, known.octets())) {
                    return Stored.refused(
                            name
                                    + " is not as it was read: somebody else changed it. Read it"
                                    + " again (F5) before you change it.");
                }
                files.put(file, new Paper(name, after.text(name)).octets());
            }
            List<Path> kept = ConfFiles.replace(files);
            // A file that is new has no former one.
            List<String> copies = kept.stream().filter(Files::exists).map(Path::toString).toList();
            return new Stored(copies, "");
        } catch (IOException refused) {
            return Stored.refused(
                    "Nothing was written, every file is as it was: " + Sayings.of(refused) + ".");
        }
    }
}
