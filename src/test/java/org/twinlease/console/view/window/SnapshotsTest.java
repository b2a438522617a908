package org.twinlease.console.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.draft.MemoryDocuments;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.model.window.Desk;
import org.twinlease.console.view.HeadlessMouse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

@Tag("fx")
@ExtendWith({HeadlessMouse.class, ApplicationExtension.class})
final class SnapshotsTest {

    private static int brightness(byte[] png) {
        try {
            var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
            assertThat(image.getWidth()).isEqualTo(1_280);
            assertThat(image.getHeight()).isEqualTo(720);
            int ground = image.getRGB(image.getWidth() - 9, 9);
            return (ground >> 16 & 255) + (ground >> 8 & 255) + (ground & 255);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ByteArrayOutputStream> taken(FxRobot robot, Theme theme)
            throws Exception {
        var stage = FxToolkit.registerStage(Stage::new);
        var channel = Samples.office();
        var desk = new Desk(channel);
        desk.documents = MemoryDocuments.pair();
        var session = desk.session(ConsoleSession.Mode.DEMO);
        var pictures = new LinkedHashMap<String, ByteArrayOutputStream>();
        var done = new CompletableFuture<Boolean>();
        var settle = Duration.ofMillis(100);
        var wish = new Snapshots.Wish(1_280, 720, theme, Duration.ofSeconds(1), settle);
        robot.interact(
                () ->
                        Snapshots.take(
                                stage,
                                session,
                                wish,
                                name ->
                                        pictures.computeIfAbsent(
                                                name, _ -> new ByteArrayOutputStream()),
                                () -> done.complete(true)));
        assertThat(done.get(240, TimeUnit.SECONDS)).isTrue();
        assertThat(channel.watchers()).as("the console is closed again").isZero();
        return pictures;
    }

    /// Whether the frame of a rehearsal is around the picture: violet at all four edges.
    private static boolean framed(byte[] png) throws IOException {
        var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        int right = image.getWidth() - 2;
        int low = image.getHeight() - 2;
        int[] edges = {
            image.getRGB(600, 1),
            image.getRGB(600, low),
            image.getRGB(1, 500),
            image.getRGB(right, 500)
        };
        return Arrays.stream(edges).allMatch(edge -> (edge & 255) > 240 && (edge >> 8 & 255) < 150);
    }

    @Test
    void everyPageIsTakenInTheWishedSizeAndThemeEvenBeyondTheScreen(FxRobot robot)
            throws Exception {
        var dark = taken(robot, Theme.DARK);
        assertThat(dark.keySet())
                .containsExactly(
                        "overview",
                        "pair",
                        "pair-path",
                        "pair-doctor",
                        "pair-orders",
                        "pools",
                        "leases",
                        "leases-voice",
                        "leases-limit",
                        "leases-story",
                        "leases-groups",
                        "live",
                        "live-packet",
                        "timeline",
                        "peers",
                        "peers-changed",
                        "config",
                        "config-pool",
                        "review",
                        "review-drift",
                        "review-trial",
                        "drill",
                        "drill-over",
                        "livedrill",
                        "calculator",
                        "health",
                        "health-item",
                        "changes",
                        "settings",
                        "palette",
                        "keys",
                        "help",
                        "newpair",
                        "newpair-networks",
                        "newpair-numbers",
                        "newpair-preview",
                        "newpair-files");
        assertThat(dark.values())
                .allSatisfy(p -> assertThat(brightness(p.toByteArray())).isLessThan(90));
        var light = taken(robot, Theme.LIGHT);
        for (var themed : List.of(dark, light)) {
            for (String name : themed.keySet()) {
                var png = Objects.requireNonNull(themed.get(name)).toByteArray();
                assertThat(framed(png)).as(name).isEqualTo(name.startsWith("drill"));
            }
        }
        assertThat(light.values())
                .allSatisfy(p -> assertThat(brightness(p.toByteArray())).isGreaterThan(690));
    }
}
