package org.twinlease.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sets copies of damaged files aside, under names that no journal touches again: the originals are
/// deleted as soon as a snapshot has taken their place. A copy also says that its damage has been
/// dealt with.
final class Evidence {

    static final String PREFIX = "damaged-";

    private Evidence() {}

    /// Those of damaged or missing files of which there is no copy as they are.
    static List<String> news(Disk disk, List<String> damaged) throws IOException {
        if (damaged.isEmpty()) return List.of();
        List<String> present = disk.list();
        List<String> news = new ArrayList<>();
        for (String name : damaged) {
            boolean known =
                    present.contains(PREFIX + name)
                            && Arrays.equals(
                                    disk.read(PREFIX + name), content(disk, present, name));
            if (!known) news.add(name);
        }
        return news;
    }

    /// Of a file that is missing an empty copy is kept.
    private static byte[] content(Disk disk, List<String> present, String name) throws IOException {
        return present.contains(name) ? disk.read(name) : new byte[0];
    }

    static void keep(Disk disk, List<String> names) {
        for (String name : names) {
            try {
                copy(disk, name, content(disk, disk.list(), name));
            } catch (IOException e) {
                // No room for it. The damage is still reported, and serving is worth more than the
                // copy.
                var litter = new Litter(disk);
                litter.add(PREFIX + name);
                litter.sweepAll();
            }
        }
    }

    private static void copy(Disk disk, String name, byte[] bytes) throws IOException {
        try (Disk.File copy = disk.create(PREFIX + name)) {
            copy.write(0, bytes, 0, bytes.length);
            copy.sync();
        }
    }
}
