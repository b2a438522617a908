package org.twinlease;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import org.junit.jupiter.api.Test;
import org.twinlease.app.Main;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The rooms of the house and which way they may look. A rule that gets in the way is changed here,
/// on purpose and with its reason, or not at all. Tests themselves may look anywhere.
final class RoomsTest {

    private static final String HOUSE = "org.twinlease.";

    /// Read as: this room may use those rooms, besides itself. A package outside this table is in
    /// no room.
    private static final Map<String, Set<String>> MAY =
            Map.ofEntries(
                    entry("value", Set.of()),
                    entry("wire", Set.of("value")),
                    entry("lease", Set.of("value", "wire")),
                    entry("control", Set.of("value")),
                    entry("config", Set.of("value", "wire")),
                    entry("isc", Set.of("value", "wire", "lease", "config", "control")),
                    entry("journal", Set.of("value", "lease")),
                    entry("dhcp", Set.of("value", "wire", "lease", "config")),
                    entry("failover", Set.of("value", "wire", "lease", "config")),
                    entry(
                            "engine",
                            Set.of(
                                    "value",
                                    "wire",
                                    "lease",
                                    "control",
                                    "config",
                                    "isc",
                                    "journal",
                                    "dhcp",
                                    "failover")),
                    entry("transport", Set.of("value", "wire", "engine")),
                    entry(
                            "sim",
                            Set.of(
                                    "value",
                                    "wire",
                                    "lease",
                                    "journal",
                                    "config",
                                    "control",
                                    // An engine is opened on a plan, which is policy's.
                                    "dhcp",
                                    "engine")),
                    entry("drill", Set.of("value", "config", "control", "sim")),
                    entry("api", Set.of("value", "control")),
                    entry("cli", Set.of("value", "config", "control", "drill", "api", "isc")),
                    entry("console", Set.of("value", "config", "control", "drill")),
                    entry(
                            "app",
                            Set.of(
                                    "value",
                                    "wire",
                                    "lease",
                                    "control",
                                    "config",
                                    "isc",
                                    "journal",
                                    "dhcp",
                                    "failover",
                                    "engine",
                                    "transport",
                                    "sim",
                                    "drill",
                                    "api",
                                    "cli",
                                    "console")));

    private static final Set<String> EDGES = Set.of("app", "transport", "api", "sim");

    private static final JavaClasses ALL = new ClassFileImporter().importUrl(built());

    /// Because a room is understood by reading it and the few rooms it may use, and nothing else.
    @Test
    void everyRoomUsesOnlyTheRoomsItMay() {
        assertThat(
                        uses(
                                use -> {
                                    String from = room(use.getOriginClass());
                                    String to = room(use.getTargetClass());
                                    return !to.isEmpty()
                                            && !to.equals(from)
                                            && !MAY.getOrDefault(from, Set.of()).contains(to);
                                }))
                .isEmpty();
    }

    /// Because each codec is read with its own protocol beside it, and none needs another's.
    @Test
    void everyCodecUsesOnlyWhatAllCodecsShare() {
        assertThat(
                        uses(
                                use -> {
                                    String from = use.getOriginClass().getPackageName();
                                    String to =
                                            use.getTargetClass()
                                                    .getBaseComponentType()
                                                    .getPackageName();
                                    return from.startsWith(HOUSE + "wire.")
                                            && to.startsWith(HOUSE + "wire.")
                                            && !to.equals(from);
                                }))
                .isEmpty();
    }

    /// Because a package that no row of the table describes has no rules.
    @Test
    void everyTypeIsInARoom() {
        assertThat(
                        ALL.stream()
                                .filter(type -> !MAY.containsKey(room(type)))
                                .map(JavaClass::getName))
                .isEmpty();
    }

    /// Because two packages that need each other are one package, or a third is missing.
    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("org.twinlease.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ALL);
    }

    /// Because the console's models are tested as text, and a server runs where there is no
    /// toolkit.
    @Test
    void javafxStaysInTheViewAndTheApp() {
        assertThat(
                        uses(
                                use ->
                                        target(use).matches("(javafx|com\\.sun\\.javafx)\\..*")
                                                && !inView(use.getOriginClass())
                                                && !room(use.getOriginClass()).equals("app")))
                .isEmpty();
    }

    /// Because bytes come in at one edge: everything inside runs the same under the simulated
    /// network.
    @Test
    void nettyStaysInTransport() {
        assertThat(
                        uses(
                                use ->
                                        target(use).startsWith("io.netty.")
                                                && !room(use.getOriginClass()).equals("transport")))
                .isEmpty();
    }

    /// Because a decision that takes `now` as an argument can be replayed from a seed.
    @Test
    void clocksAreReadAtTheEdges() {
        assertThat(
                        calls(
                                EDGES,
                                "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)",
                                "java\\.time\\.(Instant|Local\\w+|OffsetDateTime|ZonedDateTime|Year\\w*)\\.now",
                                "java\\.time\\.Clock\\.(system|tick)\\w*",
                                "java\\.util\\.(Date|GregorianCalendar)\\.<init>"))
                .isEmpty();
    }

    /// Because one thread owns all state; the rooms that start another one can be counted on one
    /// hand.
    @Test
    void threadsStartAtTheEdges() {
        assertThat(
                        calls(
                                EDGES,
                                "java\\.lang\\.Thread\\.(<init>|start|sleep|of\\w+|startVirtualThread)",
                                "java\\.util\\.concurrent\\.(Executors|ForkJoinPool)\\..*",
                                "java\\.util\\.concurrent\\.\\w*(Executor|ExecutorService)\\.<init>",
                                "java\\.util\\.concurrent\\.CompletableFuture\\.\\w+Async",
                                "java\\.util\\.Timer\\.<init>",
                                "java\\.util\\.(stream\\.\\w+\\.parallel|Collection\\.parallelStream)"))
                .isEmpty();
    }

    /// Because chance that isn't an argument can't be replayed.
    @Test
    void chanceComesFromTheEdges() {
        assertThat(
                        calls(
                                EDGES,
                                "java\\.lang\\.Math\\.random",
                                "java\\.util\\.(Random|SplittableRandom)\\.<init>",
                                "java\\.security\\.SecureRandom\\..*",
                                "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current",
                                "java\\.util\\.random\\.RandomGenerator\\w*\\.(of|getDefault)",
                                "java\\.util\\.UUID\\.randomUUID",
                                "java\\.util\\.Collections\\.shuffle"))
                .isEmpty();
    }

    /// JavaFX's dialogs hand over a file that was chosen; its name may be read anywhere.
    private static final Pattern NAMED =
            Pattern.compile(".* calls method <java\\.io\\.File\\.get(Path|Name)\\(\\)> .*");

    /// Because a file that only a few rooms touch can be swapped for a simulated disk that fails.
    @Test
    void filesAreOpenedByFewRooms() {
        Pattern files =
                Pattern.compile(
                        "java\\.(io\\.(File|File(Reader|Writer|InputStream|OutputStream)|RandomAccessFile)"
                            + "|nio\\.file\\.Files|nio\\.channels\\.(Asynchronous)?FileChannel)");
        Set<String> may = Set.of("app", "config", "journal", "drill");
        assertThat(
                        uses(
                                use ->
                                        files.matcher(target(use)).matches()
                                                && !may.contains(room(use.getOriginClass()))
                                                && !NAMED.matcher(use.getDescription()).matches()))
                .isEmpty();
    }

    /// Because programs read what the command line prints; a stray line breaks them.
    @Test
    void standardStreamsAreForTheCommandLine() {
        assertThat(
                        calls(
                                Set.of("cli"),
                                "java\\.lang\\.System\\.(in|out|err|console|set(In|Out|Err))"))
                .isEmpty();
    }

    /// Where the classes under test lie, whoever compiled them.
    private static URL built() {
        return Main.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static String room(JavaClass type) {
        JavaClass plain = type.getBaseComponentType();
        if (!plain.getPackageName().startsWith(HOUSE)) {
            return "";
        }
        String path = plain.getPackageName().substring(HOUSE.length());
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static boolean inView(JavaClass type) {
        return type.getPackageName().matches("org\\.twinlease\\.console\\.view(\\..*)?");
    }

    private static String target(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getName();
    }

    private static List<String> uses(Predicate<Dependency> forbidden) {
        return ALL.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(forbidden)
                .map(Dependency::getDescription)
                .distinct()
                .sorted()
                .toList();
    }

    /// Calls, method references and field reads of what a pattern names (`package.Type.member`),
    /// outside `rooms`.
    private static List<String> calls(Set<String> rooms, String... patterns) {
        Pattern forbidden = Pattern.compile(String.join("|", patterns));
        return ALL.stream()
                .filter(type -> !rooms.contains(room(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> forbidden.matcher(member(access)).matches())
                .map(JavaAccess::getDescription)
                .distinct()
                .sorted()
                .toList();
    }

    private static String member(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
