package org.twinlease.cli.conf;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Job;
import org.twinlease.cli.Refused;
import org.twinlease.config.Edit;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.edit.UnifiedDiff;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairMaker;
import org.twinlease.isc.pair.PairPlan;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.value.Ip4;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/// `twinlease conf pair`.
@Command(
        name = "pair",
        description = {
            "Write both halves of a failover pair.",
            "With --network: two new files, FILE for the primary and PARTNER for the secondary.",
            "Without: what makes an existing FILE the primary's half, in place and with a copy of"
                    + " what was there, and PARTNER for its new secondary."
        })
final class PairCommand extends Job {

    @Parameters(paramLabel = "FILE", index = "0", description = "The primary's configuration.")
    String file = "";

    @Parameters(
            paramLabel = "PARTNER",
            index = "1",
            description = "The secondary's, to be written.")
    String partner = "";

    @Option(names = "--name", required = true, description = "The relation's name on both servers.")
    String name = "";

    @Option(names = "--primary", required = true, description = "The primary's address.")
    String primary = "";

    @Option(names = "--secondary", required = true, description = "The secondary's address.")
    String secondary = "";

    @Option(names = "--port", description = "The TCP port of both; ${DEFAULT-VALUE} by default.")
    int port = 647;

    @Option(
            names = "--mclt",
            description =
                    "How far a lease may run ahead of the partner's knowledge, in seconds; by"
                            + " default half the shortest default lease time, at most 1800.")
    @Nullable Long mclt;

    @Option(names = "--split", description = "The primary's buckets of 256; ${DEFAULT-VALUE}.")
    int split = 128;

    @Option(
            names = "--network",
            paramLabel = "NUMBER/MASK,LOW,HIGH[,ROUTER]",
            description = "A network with its dynamic addresses; may be given several times.")
    List<String> networks = new ArrayList<>();

    @Option(names = "--diff", description = "Only show what would be written.")
    boolean diff;

    PairCommand(Tools tools) {
        super(tools);
    }

    @Override
    protected Exit run() throws Refused {
        List<ConfTree> files = files();
        Site site = Site.of(files);
        if (site.peers().containsKey(name)) {
            throw Refused.input(file + " has a failover peer \"" + name + "\" already");
        }
        if (site.nets().stream().allMatch(net -> net.pools().isEmpty())) {
            throw Refused.input(file + " has no dynamic addresses to share");
        }
        long lead = mclt != null ? mclt : PairMaker.mclt(site);
        if (lead < 1 || split < 0 || split > 256 || port < 1 || port > 65_535) {
            throw Refused.input("--mclt is at least 1, --split 0 to 256, --port 1 to 65535");
        }
        var plan =
                new PairPlan(
                        name,
                        address(primary),
                        address(secondary),
                        port,
                        lead,
                        split,
                        PairPlan.Timers.USUAL);
        List<Edit> edits = PairMaker.half(files, plan, true);
        ConfTree main = files.getFirst();
        byte[] second = Edit.apply(main.name(), main.bytes(), PairMaker.half(files, plan, false));
        for (ConfTree tree : files) {
            if (edits.stream().anyMatch(e -> e.file().equals(tree.name()))) {
                write(tree.name(), tree.bytes(), Edit.apply(tree.name(), tree.bytes(), edits));
            }
        }
        write(partner, new byte[0], second);
        return Exit.CLEAN;
    }

    private List<ConfTree> files() throws Refused {
        if (networks.isEmpty()) {
            DhcpdConf.Reading reading = programs.configuration(file);
            if (!reading.isUsable()) {
                throw new Refused(Exit.FINDINGS, file + " has errors; see twinlease check " + file);
            }
            return reading.files();
        }
        List<PairMaker.Plain> plain = new ArrayList<>();
        for (String network : networks) plain.add(network(network));
        return List.of(ConfTree.of(file, PairMaker.plain(plain)));
    }

    private static PairMaker.Plain network(String words) throws Refused {
        String[] parts = words.split("[/,]", -1);
        if (parts.length < 4 || parts.length > 5) {
            throw Refused.input(
                    "--network "
                            + words
                            + " is not NUMBER/MASK,LOW,HIGH[,ROUTER], as in"
                            + " 10.0.0.0/24,10.0.0.10,10.0.0.200,10.0.0.1");
        }
        boolean length = parts[1].matches("[0-9]|[12][0-9]|3[0-2]");
        int bits = length ? Integer.parseInt(parts[1]) : 0;
        Ip4 mask = length ? new Ip4(bits == 0 ? 0 : -1 << (32 - bits)) : address(parts[1]);
        String router = parts.length == 5 ? address(parts[4]).toString() : "";
        String range = address(parts[2]) + " " + address(parts[3]);
        return new PairMaker.Plain(address(parts[0]).toString(), mask.toString(), router, range);
    }

    private static Ip4 address(String text) throws Refused {
        Ip4 address = Ip4.parse(text);
        if (address == null) throw Refused.input(text + " is no IPv4 address");
        return address;
    }

    private void write(String to, byte[] before, byte[] after) throws Refused {
        if (diff) {
            byte[] old = networks.isEmpty() ? before : new byte[0];
            terminal.pass(UnifiedDiff.octets(to, old, after));
        } else {
            programs.replace(to, after);
            terminal.complain(to + " was written");
        }
    }
}
