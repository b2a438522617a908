package org.twinlease.app;

import org.twinlease.app.files.ConfFiles;
import org.twinlease.app.files.ServedConf;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.config.Config;
import org.twinlease.config.FailoverPeer;
import org.twinlease.control.ConfView;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Query;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whose configuration a file is, of running servers that are looked at together with it: a change
/// for one of a pair must not be written into the other's. A server is asked what it serves and who
/// its partner is; roles say nothing, since they are what may just have been changed.
final class FileOwners {

    private final DhcpdConf.Reading reading;
    private final String digest;

    private FileOwners(String main) {
        reading = ConfFiles.read(main);
        digest = ServedConf.view(reading).files().getFirst().digest();
    }

    /// The name of each file's server, of `servers` that are called `names`. Files that no answer
    /// tells apart are in the servers' order.
    static List<String> of(
            List<String> mains, List<? extends ControlChannel> servers, List<String> names)
            throws Refused {
        List<FileOwners> files = mains.stream().map(FileOwners::new).toList();
        int byPartner = 0;
        int byText = -1;
        for (int i = 0; i < servers.size(); i++) {
            ConfView served = Remote.ask(servers.get(i), new Query.Configuration());
            List<FailoverView> pairs = Remote.ask(servers.get(i), new Query.Failover());
            int same = only(files, file -> file.isText(served));
            int meets = only(files, file -> pairs.stream().anyMatch(file::isPartner));
            if (same >= 0) byText = i ^ same;
            if (meets >= 0) byPartner = i ^ meets;
        }
        int crossed = byText >= 0 ? byText : byPartner;
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            int owner = i ^ crossed;
            owners.add(owner < names.size() ? names.get(owner) : mains.get(i));
        }
        return owners;
    }

    /// The number of the only file for which something is so, -1 when there is no such one.
    private static int only(List<FileOwners> files, Predicate<FileOwners> so) {
        List<FileOwners> found = files.stream().filter(so).toList();
        return found.size() == 1 ? files.indexOf(found.getFirst()) : -1;
    }

    private boolean isText(ConfView served) {
        return !served.files().isEmpty() && served.files().getFirst().digest().equals(digest);
    }

    private boolean isPartner(FailoverView view) {
        Ip4 partner = view.link().partner();
        if (partner == null) return false;
        Config named = PartnerNames.resolved(reading.config(), ConfFiles::addresses);
        for (FailoverPeer block : named.peers()) {
            boolean meant = block.name().equals(view.name());
            if (meant && partner.toString().equals(block.peerAddress())) return true;
        }
        return false;
    }
}
