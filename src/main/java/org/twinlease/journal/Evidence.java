package org.twinlease.journal;

import java.io.IOException;
import java.util.List;

/// Sets copies of damaged files aside, under names that no journal touches again: the originals are
/// deleted as soon as a snapshot has taken their place.
final class Evidence {

    static final String PREFIX = "damaged-";

    private Evidence() {}

    static void keep(Disk disk, List<String> names) throws IOException {
        if (names.isEmpty()) return;
        List<String> present = disk.list();
        for (String name : names) {
            if (!present.contains(PREFIX + name)) copy(disk, name);
        }
    }

    private static void copy(Disk disk, String name) throws IOException {
        byte[] bytes = disk.read(name);
        try (Disk.File copy = disk.create(PREFIX + name)) {
            copy.write(0, bytes, 0, bytes.length);
            copy.sync();
        } catch (IOException e) {
            // No room for it. The damage is still reported, and serving is worth more than the
            // copy.
            var litter = new Litter(disk);
            litter.add(PREFIX + name);
            litter.sweepAll();
        }
    }
}
