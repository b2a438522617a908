package org.twinlease.drill;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.Sentences;
import org.twinlease.drill.Findings.Capacity;
import org.twinlease.drill.Findings.Doubled;
import org.twinlease.drill.Findings.Loss;
import org.twinlease.drill.Findings.Wait;
import org.twinlease.drill.Verdict.Judgement;
import org.twinlease.drill.Verdict.Worst;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A drill that is over, told as text: its story and its verdict.
public final class Telling {

    /// How many of a kind are told one by one.
    private static final int MOST = 5;

    private Telling() {}

    /// The story, line by line, and under it the verdict. Equal drills and seeds give equal texts.
    public static String whole(Twin twin) {
        List<String> text = new ArrayList<>();
        for (Line line : twin.lines()) text.add(line.text());
        text.add("");
        text.addAll(verdict(twin.verdict()));
        return String.join("\n", text) + "\n";
    }

    /// The lines of a verdict.
    public static List<String> verdict(Verdict verdict) {
        List<String> text = new ArrayList<>();
        text.add("verdict: " + (verdict.holds() ? "holds" : "does not hold"));
        for (Judgement each : verdict.judgements()) {
            String holds = each.holds() ? "yes" : "NO ";
            text.add("  %s  %s (%s)".formatted(holds, each.expectation().text(), each.found()));
        }
        text.addAll(numbers(verdict.findings()));
        text.addAll(worst(verdict.worst()));
        return text;
    }

    /// The figures of a verdict, a line each.
    static List<String> numbers(Findings findings) {
        List<String> text = new ArrayList<>();
        text.add("longest wait of a new client: " + Judge.words(findings.longest(false)));
        text.add("longest wait of a renewing client: " + Judge.words(findings.longest(true)));
        text.add("renewals refused: " + losses(findings.refused()));
        text.add("addresses lost for want of an answer: " + losses(findings.ended()));
        text.add("addresses doubled: " + findings.doubled().size());
        for (Doubled twice : findings.doubled().stream().limit(MOST).toList()) {
            text.add("  " + Judge.words(twice));
        }
        text.add("leases lost: " + losses(findings.lost()));
        text.add("clients that waited for MCLT: " + findings.forMclt().size());
        for (Wait wait : findings.forMclt().stream().limit(MOST).toList()) {
            text.add("  " + Judge.words(wait));
        }
        text.add("time to NORMAL after the last act: " + toNormal(findings));
        text.add(
                "fewest addresses left: "
                        + findings.capacity().stream()
                                .map(Judge::words)
                                .collect(Collectors.joining(", ")));
        return text;
    }

    /// How long it took until both were in NORMAL, in words.
    public static String toNormal(Findings findings) {
        long took = findings.secondsToNormal();
        return took < 0 ? "not before the end" : Sentences.duration(took);
    }

    /// A client's wait in words: how long, from when on, who.
    public static String of(@Nullable Wait wait) {
        return Judge.words(wait);
    }

    /// An address with two clients in words: both of them, and who gave it to each.
    public static String of(Doubled doubled) {
        return Judge.words(doubled);
    }

    /// A client's loss in words: who, of what, and when.
    public static String of(Loss loss) {
        Ip4 address = loss.address();
        String what = address == null ? "" : ", " + address;
        return loss.who() + what + " at " + Line.clock(loss.second());
    }

    /// The fewest addresses of a server in words.
    public static String of(Capacity capacity) {
        return Judge.words(capacity);
    }

    private static String losses(List<Loss> losses) {
        if (losses.isEmpty()) return "0";
        Loss first = losses.getFirst();
        return losses.size() + ", first " + first.who() + " at " + Line.clock(first.second());
    }

    private static List<String> worst(Worst worst) {
        List<String> text = new ArrayList<>();
        String when = worst.second() < 0 ? "" : Line.clock(worst.second()) + " ";
        text.add("worst moment: " + when + worst.what());
        for (String cause : worst.causes()) text.add("  because " + cause);
        return text;
    }
}
