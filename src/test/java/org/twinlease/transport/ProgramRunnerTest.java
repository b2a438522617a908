package org.twinlease.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.twinlease.engine.Input;
import org.twinlease.value.Ip4;
import org.twinlease.value.ProgramCall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Programs of a configuration: run by their argument vector, bounded, and heard of when they end.
@EnabledOnOs(OS.LINUX)
class ProgramRunnerTest {
    private static final Ip4 ABOUT = Ip4.of("10.0.0.9");

    @TempDir Path folder;
    private final BlockingQueue<Input> heard = new LinkedBlockingQueue<>();
    private final List<ProgramRunner> open = new ArrayList<>();

    private ProgramRunner runner(Duration longest) {
        var runner = new ProgramRunner(heard::add, longest);
        open.add(runner);
        return runner;
    }

    @AfterEach
    void close() {
        open.forEach(ProgramRunner::close);
    }

    private Input.ProgramEnded next() throws InterruptedException {
        Input input = heard.poll(20, TimeUnit.SECONDS);
        assertThat(input).isInstanceOf(Input.ProgramEnded.class);
        return (Input.ProgramEnded) input;
    }

    /// A program that writes its arguments, its environment and its input to files.
    private String witness() throws IOException {
        Path script = folder.resolve("witness");
        String text =
                """
                #!/bin/sh
                for a in "$@"; do echo "[$a]"; done > %1$s/arguments
                env > %1$s/environment
                cat > %1$s/input
                exit 7
                """
                        .formatted(folder);
        Files.writeString(script, text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    @Test
    void argumentsArriveAsTheyAreAndNoShellReadsThem() throws Exception {
        List<String> arguments = List.of("a b", "$(touch x)", ";", "'", "\"", "*", "", "cut\0off");
        runner(Duration.ofSeconds(10)).run(ABOUT, new ProgramCall(witness(), arguments));
        Input.ProgramEnded ended = next();
        assertThat(ended.about()).isEqualTo(ABOUT);
        assertThat(ended.how()).isEqualTo("status 7");
        assertThat(Files.readAllLines(folder.resolve("arguments")))
                .containsExactly(
                        "[a b]", "[$(touch x)]", "[;]", "[']", "[\"]", "[*]", "[]", "[cut]");
        assertThat(Files.readString(folder.resolve("input"))).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("environment")))
                .filteredOn(line -> !line.matches("(PWD|SHLVL|_|OLDPWD)=.*"))
                .allMatch(line -> line.startsWith("PATH="));
    }

    @Test
    void aProgramThatIsNotThereIsSaid() throws Exception {
        runner(Duration.ofSeconds(10)).run(ABOUT, new ProgramCall("/no/such/program", List.of()));
        assertThat(next().how()).isEqualTo("it cannot be started");
    }

    @Test
    void oneThatTakesTooLongIsEnded() throws Exception {
        runner(Duration.ofMillis(100)).run(ABOUT, new ProgramCall("sleep", List.of("1000")));
        assertThat(next().how()).startsWith("it was ended after");
    }

    @Test
    void noMoreRunOrWaitThanMay() throws Exception {
        ProgramRunner runner = runner(Duration.ofSeconds(60));
        int most = ProgramRunner.MOST + ProgramRunner.WAITING;
        for (int i = 0; i < most; i++) runner.run(ABOUT, new ProgramCall("sleep", List.of("1000")));
        assertThat(heard).isEmpty();
        runner.run(ABOUT, new ProgramCall("sleep", List.of("1000")));
        assertThat(next().how()).isEqualTo("8 programs run and 64 wait already");
    }

    @Test
    void nothingRunsOnWhenTheServerEnds() throws Exception {
        ProgramRunner runner = runner(Duration.ofSeconds(60));
        runner.run(ABOUT, new ProgramCall("sleep", List.of("1000")));
        runner.close();
        assertThat(next().how()).isIn("the server ended first", "it cannot be started");
        runner.run(ABOUT, new ProgramCall("sleep", List.of("1")));
        assertThat(next().how()).contains("wait already");
    }
}
