package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.isc.DhcpdConf;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// Configurations from the file system, with names as the system knows them.
class ConfFilesTest {
    @TempDir Path folder;

    private DhcpdConf.Reading read(String text) throws IOException {
        Path file = folder.resolve("dhcpd.conf");
        Files.writeString(file, text);
        return ConfFiles.read(file.toString());
    }

    private static Expression.HostLookup lookup(DhcpdConf.Reading reading) {
        Action.Assign set = (Action.Assign) reading.config().global().actions().getFirst();
        return (Expression.HostLookup) set.value();
    }

    @Test
    void thisMachinesNameIsTheWholeOne() throws IOException {
        String name = InetAddress.getLocalHost().getHostName();
        Expression.HostLookup own = lookup(read("set v = gethostname();\n"));
        assertThat(own.found().text()).isEqualTo(name);
    }

    @Test
    void aNameIsLookedUp() throws IOException {
        Expression.HostLookup found = lookup(read("set v = gethostbyname(\"localhost\");\n"));
        assertThat(found.found().hex()).startsWith("7f:00:00:01");
    }

    @Test
    void aFileThatIsNotThereIsAProblemAndNoException() {
        DhcpdConf.Reading reading = ConfFiles.read(folder.resolve("none").toString());
        assertThat(reading.isUsable()).isFalse();
        assertThat(ConfFiles.read("a\0b").isUsable()).isFalse();
    }
}
