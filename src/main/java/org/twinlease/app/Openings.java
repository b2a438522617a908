package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.app.files.CaptureContent;
import org.twinlease.app.files.ChangeFile;
import org.twinlease.app.files.ChangeMemory;
import org.twinlease.app.files.FileChannel;
import org.twinlease.app.files.FileKeeper;
import org.twinlease.app.files.KeptDocuments;
import org.twinlease.app.files.LeaseContent;
import org.twinlease.app.files.PairFiles;
import org.twinlease.app.files.Sayings;
import org.twinlease.app.omapi.OmapiPlace;
import org.twinlease.app.sim.FilePairs;
import org.twinlease.app.window.FileDialogs;
import org.twinlease.cli.ConsoleOptions;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.config.Config;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Documents;
import org.twinlease.console.model.ChangeBook;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSession.Mode;
import org.twinlease.console.model.PairSource;
import org.twinlease.console.model.Power;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.Query;
import org.twinlease.isc.LeasesFile;
import org.twinlease.lease.Lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/// What a console is opened on: the demo, files, or running servers. Closing it ends the demo.
final class Openings implements AutoCloseable {

    /// No pair of its own to rehearse on; a drill may still name files.
    private static final FilePairs NO_FILES = FilePairs.of(List.of(), List.of(), List.of());

    private final StoredSettings settings;
    private final Consumer<Throwable> onFault;
    private final List<Demo> demos = new ArrayList<>();
    private boolean closed;

    /// Something to look at, and what its servers are called.
    record Opened(ConsoleSession session, List<String> names) {}

    Openings(StoredSettings settings, Consumer<Throwable> onFault) {
        this.settings = settings;
        this.onFault = onFault;
    }

    synchronized Opened demo(long seed) throws IOException {
        if (closed) throw new IOException("the console is being closed");
        Demo demo = Demo.start(Versions.read().number(), seed, onFault);
        demos.add(demo);
        Power power = new DemoPower(demo.servers(), onFault);
        Documents documents = new KeptDocuments(new DemoKeeper(demo.servers()));
        PairSource pairs = NO_FILES.with(demo.channels());
        return opened(demo.channels(), demo.names(), power, documents, pairs, Mode.DEMO);
    }

    /// Every server is asked once before anything opens: a wrong address or token is said where it
    /// was typed.
    Opened servers(List<String> urls, List<Path> tokens, ConsoleOptions.Files files)
            throws Refused {
        List<ControlChannel> channels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            Path token = i < tokens.size() ? tokens.get(i) : null;
            if (OmapiPlace.isMeant(urls.get(i))) {
                throw Refused.input(
                        urls.get(i)
                                + ": the console connects to Twinlease only; a dhcpd is seen by"
                                + " twinlease status and ordered by twinlease partner-down");
            }
            Connection server = Connections.open(urls.get(i), token);
            names.add(Remote.ask(server, new Query.Status()).name());
            channels.add(server);
        }
        if (files.configs().isEmpty()) {
            PairSource pairs = NO_FILES.with(channels);
            return opened(channels, names, null, null, pairs, Mode.SERVER);
        }
        List<String> mains = mains(files.configs());
        List<String> readers = FileOwners.of(mains, channels, names);
        Documents documents = new KeptDocuments(new FileKeeper(mains, readers));
        List<Config> configs = documents.survey(documents.open()).configs();
        PairSource pairs = pairs(files, configs).with(channels);
        return opened(channels, names, null, documents, pairs, Mode.SERVER);
    }

    Opened files(ConsoleOptions.Files files) throws Refused {
        Documents documents = documents(files.configs());
        Document document = documents.open();
        List<Config> configs = documents.survey(document).configs();
        long now = InstantSource.system().millis();
        List<ControlChannel> channels = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            Path file = i < files.leases().size() ? files.leases().get(i) : null;
            String name = document.halves().get(i).server();
            names.add(name);
            List<Lease> known = file == null ? List.of() : leases(file, now / 1_000);
            String leaseFile = file == null ? "" : file.toString();
            channels.add(new FileChannel(name, configs.get(i), leaseFile, known, now));
        }
        Mode mode = files.leases().isEmpty() ? Mode.FILES : Mode.LEASES;
        return opened(channels, names, null, documents, pairs(files, configs), mode);
    }

    private static FilePairs pairs(ConsoleOptions.Files files, List<Config> configs) {
        return FilePairs.of(files.configs(), files.leases(), configs);
    }

    private static Documents documents(List<Path> files) throws Refused {
        return new KeptDocuments(new FileKeeper(mains(files)));
    }

    private static List<String> mains(List<Path> files) throws Refused {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw Refused.input(file + " cannot be read; check its name and permissions");
            }
        }
        return files.stream().map(Path::toString).toList();
    }

    private static List<Lease> leases(Path file, long now) throws Refused {
        try {
            return LeasesFile.read(file.toString(), Files.readAllBytes(file), now).leases();
        } catch (IOException unreadable) {
            throw Refused.input("the leases: " + Sayings.of(unreadable));
        }
    }

    private Opened opened(
            List<ControlChannel> channels,
            List<String> names,
            @Nullable Power power,
            @Nullable Documents documents,
            PairSource pairs,
            Mode mode) {
        var session =
                new ConsoleSession(
                        channels,
                        power,
                        documents,
                        settings,
                        files(mode),
                        pairs,
                        mode,
                        Openings::work,
                        InstantSource.system(),
                        ZoneId.systemDefault());
        return new Opened(session, names);
    }

    /// A thread for each piece of work: one that takes long, such as a large twin, must not keep
    /// the others waiting.
    private static void work(Runnable task) {
        Thread.ofPlatform().daemon().name("console-work").start(task);
    }

    private ConsoleFiles files(Mode mode) {
        String program = "Twinlease " + Versions.read().number();
        return new FileDialogs(
                ForkJoinPool.commonPool(),
                servers -> new CaptureContent(servers, program),
                LeaseContent::new,
                Sayings::of,
                new PairFiles(),
                changes(mode));
    }

    /// What is done in the demo is not to be found among what was done to real servers.
    private ChangeBook changes(Mode mode) {
        String person = System.getProperty("user.name", "");
        if (mode == Mode.DEMO) return new ChangeMemory(person);
        return new ChangeFile(settings.beside("changes.jsonl"), person);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Demo demo : demos) demo.close();
        demos.clear();
    }
}
