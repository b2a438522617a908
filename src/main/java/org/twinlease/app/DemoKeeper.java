package org.twinlease.app;

import org.twinlease.app.files.KeptDocuments;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Stored;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The configurations of the demo's servers, in memory: what is stored is what they run on from
/// then on.
final class DemoKeeper implements KeptDocuments.Keeper {
    private final List<DemoServer> servers;

    DemoKeeper(List<DemoServer> servers) {
        this.servers = servers;
    }

    @Override
    public Document open() {
        List<Half> halves = new ArrayList<>();
        Map<String, Paper> papers = new LinkedHashMap<>();
        for (DemoServer server : servers) {
            halves.add(new Half(server.name(), server.conf().main()));
            DemoConf conf = server.conf();
            papers.put(conf.main(), conf.paper());
        }
        for (DemoServer server : servers) {
            server.conf()
                    .files()
                    .forEach((name, octets) -> papers.putIfAbsent(name, Paper.of(name, octets)));
        }
        return new Document(halves, List.copyOf(papers.values()));
    }

    @Override
    public Stored store(Document before, Document after) {
        if (!open().equals(before)) {
            return Stored.refused("The demo runs on something else by now. Read it again (F5).");
        }
        List<DemoConf> former = servers.stream().map(DemoServer::conf).toList();
        for (int i = 0; i < servers.size(); i++) {
            String refusal = servers.get(i).use(former.get(i).with(after));
            if (refusal.isEmpty()) continue;
            for (int back = 0; back < i; back++) servers.get(back).use(former.get(back));
            return Stored.refused(refusal);
        }
        return new Stored(List.of(), "");
    }
}
