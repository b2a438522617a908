package org.twinlease.drill.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.drill.Client;
import org.twinlease.drill.Findings;
import org.twinlease.drill.Line;
import org.twinlease.drill.Original;
import org.twinlease.drill.Sample;
import org.twinlease.drill.Twin;
import org.twinlease.drill.Verdict;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Values;

import java.time.Instant;
import java.util.List;

/// Drills that are over as JSON: times in RFC 3339 (UTC, of the twin's clocks), durations in
/// seconds.
public final class DrillJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DrillJson() {}

    /// One document: whether all verdicts hold, and the drills.
    public static ObjectNode of(List<Twin> twins) {
        ObjectNode document = JSON.createObjectNode();
        document.put("holds", twins.stream().allMatch(twin -> twin.verdict().holds()));
        ArrayNode drills = document.putArray("drills");
        twins.forEach(twin -> drills.add(drill(twin)));
        return document;
    }

    private static ObjectNode drill(Twin twin) {
        Scenario scenario = twin.scenario();
        Verdict verdict = twin.verdict();
        ObjectNode drill = JSON.createObjectNode();
        drill.put("name", scenario.name());
        drill.put("title", scenario.title());
        drill.put("seed", twin.seed());
        drill.put("begin", time(scenario.begin()));
        drill.put("end", time(scenario.end()));
        drill.put("holds", verdict.holds());
        drill.set("pair", pair(twin.original()));
        ArrayNode grounds = drill.putArray("clients");
        twin.grounds().forEach(grounds::add);
        ArrayNode expectations = drill.putArray("expectations");
        for (Verdict.Judgement each : verdict.judgements()) {
            expectations
                    .addObject()
                    .put("line", each.expectation().line())
                    .put("text", each.expectation().text())
                    .put("holds", each.holds())
                    .put("found", each.found());
        }
        drill.set("findings", findings(verdict.findings()));
        ObjectNode worst = drill.putObject("worst");
        if (verdict.worst().second() >= 0) worst.put("at", time(verdict.worst().second()));
        worst.put("what", verdict.worst().what());
        causes(worst, verdict.worst().causes());
        ArrayNode samples = drill.putArray("samples");
        for (Sample sample : twin.samples()) samples.add(sample(sample));
        ArrayNode story = drill.putArray("story");
        for (Line line : twin.lines()) {
            story.addObject()
                    .put("at", time(line.second()))
                    .put("who", line.who())
                    .put("what", line.what());
        }
        return drill;
    }

    static String time(long second) {
        return Instant.ofEpochSecond(Twin.epoch(second)).toString();
    }

    private static ObjectNode pair(Original original) {
        ObjectNode pair = JSON.createObjectNode();
        pair.put("name", original.name());
        pair.put("mclt", original.mclt());
        pair.put("lease", original.leaseSeconds());
        pair.put("leases", original.leases());
        ArrayNode sources = pair.putArray("sources");
        for (Original.Source source : original.sources()) {
            sources.addObject()
                    .put("what", source.what())
                    .put("file", source.file())
                    .put("sha256", source.digest());
        }
        return pair;
    }

    private static ObjectNode findings(Findings findings) {
        ObjectNode node = JSON.createObjectNode();
        node.set("longestNew", wait(findings.longest(false)));
        node.set("longestRenewing", wait(findings.longest(true)));
        losses(node.putArray("refused"), findings.refused());
        losses(node.putArray("ended"), findings.ended());
        losses(node.putArray("lost"), findings.lost());
        ArrayNode doubled = node.putArray("doubled");
        for (Findings.Doubled twice : findings.doubled()) {
            ObjectNode each = doubled.addObject();
            each.put("address", twice.address().toString()).put("at", time(twice.second()));
            client(each.putObject("first"), twice.first()).put("from", twice.firstBy());
            client(each.putObject("second"), twice.other()).put("from", twice.otherBy());
            causes(each, twice.causes());
        }
        ArrayNode mclt = node.putArray("waitedForMclt");
        findings.forMclt().forEach(each -> mclt.add(wait(each)));
        if (findings.secondsToNormal() < 0) node.putNull("secondsToNormal");
        else node.put("secondsToNormal", findings.secondsToNormal());
        ArrayNode capacity = node.putArray("fewestLeft");
        for (Findings.Capacity each : findings.capacity()) {
            capacity.addObject()
                    .put("server", each.server())
                    .put("addresses", each.least())
                    .put("at", time(each.second()));
        }
        return node;
    }

    private static ObjectNode client(ObjectNode node, Client client) {
        return node.put("client", client.name())
                .put("kind", client.kind().word())
                .put("hardware", client.hardware().toString());
    }

    private static @Nullable ObjectNode wait(Findings.@Nullable Wait wait) {
        if (wait == null) return null;
        ObjectNode node = client(JSON.createObjectNode(), wait.who());
        node.put("from", time(wait.from()))
                .put("seconds", wait.seconds())
                .put("renews", wait.renews())
                .put("answered", wait.answered());
        causes(node, wait.causes());
        return node;
    }

    private static void losses(ArrayNode into, List<Findings.Loss> losses) {
        for (Findings.Loss loss : losses) {
            ObjectNode node = client(into.addObject(), loss.who());
            if (loss.address() != null) node.put("address", loss.address().toString());
            node.put("at", time(loss.second()));
            causes(node, loss.causes());
        }
    }

    private static void causes(ObjectNode into, List<String> causes) {
        ArrayNode all = into.putArray("causes");
        causes.forEach(all::add);
    }

    private static ObjectNode sample(Sample sample) {
        ObjectNode node = JSON.createObjectNode();
        node.put("at", time(sample.second()))
                .put("on", sample.clients().on())
                .put("served", sample.clients().served())
                .put("waiting", sample.clients().waiting());
        for (int server = 0; server < 2; server++) {
            Sample.Seat seat = sample.servers().get(server);
            ObjectNode each = node.putObject(Values.name(server));
            each.put("state", seat.state()).put("serves", seat.serves());
            if (seat.isUp()) {
                each.put("left", seat.left())
                        .put("free", seat.free())
                        .put("backup", seat.backup())
                        .put("active", seat.active());
            }
        }
        return node;
    }
}
