package org.twinlease.cli;

import org.jspecify.annotations.Nullable;
import org.twinlease.api.Connection;
import org.twinlease.config.Config;
import org.twinlease.control.CapturedMessage;
import org.twinlease.control.ControlChannel;
import org.twinlease.control.LeaseView;
import org.twinlease.drill.Original;
import org.twinlease.drill.script.Scenario;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;
import org.twinlease.isc.leases.Decode;
import org.twinlease.value.Ip4;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What commands have done for them by those who may open files and sockets.
public interface Programs {

    /// Who and what this program is.
    Version version();

    /// Shows the console with the demo in a window, or takes its pictures, or runs the demo in the
    /// terminal where there is no display. Returns when that is over.
    ///
    /// @throws Refused when it cannot begin
    void console(ConsoleOptions options, Terminal terminal) throws Refused;

    /// Reads a configuration with what it includes. A file that cannot be read is refused.
    DhcpdConf.Reading configuration(String file) throws Refused;

    /// Puts other octets in the place of a configuration file, all of them or none, and keeps what
    /// was there under another name, which comes back.
    ///
    /// @throws Refused when the file cannot be written; it is as before then
    String replace(String file, byte[] octets) throws Refused;

    /// The text of a file.
    ///
    /// @throws Refused when it cannot be read
    String text(Path file) throws Refused;

    /// What stands in a dhcpd.leases file, entry by entry.
    ///
    /// @throws Refused when it cannot be read
    Decode decode(Path file) throws Refused;

    /// Reads a dhcpd.leases file as it is taken over.
    ///
    /// @throws Refused when it cannot be read
    LeasesFile.Reading leasesFile(Path file) throws Refused;

    /// The IPv4 addresses of this machine.
    Set<Ip4> addresses() throws Refused;

    /// The time by this machine's clock, in seconds since 1970.
    long clock();

    /// Serves in the place of an ISC dhcpd, until a signal ends it.
    void dhcpd(DhcpdOptions options, Terminal terminal) throws Refused;

    /// Reads a dhcpd.leases file and says what is wrong with it, and how many of its leases a
    /// server with this configuration would take over.
    ///
    /// @throws Refused when it cannot be read
    void testLeases(Config config, Path file, Terminal terminal) throws Refused;

    /// Every lease of a data folder that something is known of, by address.
    List<LeaseView> leases(Path data) throws Refused;

    /// The same in the form of dhcpd.leases.
    String iscLeases(Path data) throws Refused;

    /// Takes a dhcpd.leases file over into a data folder, and says what is wrong with the file.
    ///
    /// @throws Refused when the file cannot be read or a server works on the folder
    Imported importLeases(Path data, Path file, Terminal terminal) throws Refused;

    /// Hands every failover message of a capture on, in the order in which they were complete.
    ///
    /// @throws Refused when the file cannot be read or is no capture
    CaptureResult failover(FailoverOptions options, Consumer<CapturedMessage> each) throws Refused;

    /// Makes load and returns when it is over.
    LoadResult load(LoadOptions options) throws Refused;

    /// Simulates lives of a pair, and hands each in which something was broken on, in the order of
    /// seeds.
    ///
    /// @throws Refused when a kind of fault is not known
    SimResult sim(SimOptions options, Consumer<SimFinding> each) throws Refused;

    /// The pair that a drill is about, with its leases. Files that the drill names are in `folder`.
    ///
    /// @throws Refused when a file cannot be read or the two are no pair
    Original original(Scenario scenario, Path folder) throws Refused;

    /// The pair of running servers (one or both of it) as it is now, with its leases. `peer` is the
    /// name of the relationship, null for the first; `configs` are files for servers that do not
    /// tell their configuration.
    ///
    /// @throws Refused when none of them answers, or something is needed that cannot be had
    Original running(
            List<? extends ControlChannel> servers, @Nullable String peer, List<String> configs)
            throws Refused;

    /// Waits for so long; nothing else goes on in this program meanwhile.
    void pause(long millis);

    /// Writes texts into files of a folder, which is made when it is not there.
    ///
    /// @param files names below the folder, with `/`, and what goes into each
    /// @throws Refused when one cannot be written
    void write(Path folder, Map<String, String> files) throws Refused;

    /// As [#write], of octets.
    ///
    /// @throws Refused when one cannot be written
    void save(Path folder, Map<String, byte[]> files) throws Refused;

    /// Serves until a signal ends it.
    ///
    /// @throws Refused when it cannot begin, or stops by itself
    void serve(ServeOptions options, Terminal terminal) throws Refused;

    /// A running server by the URL of its control API.
    ///
    /// @param tokenFile where the server's token is, null: where servers that the same person
    ///   started on this machine leave it
    /// @throws Refused when the URL is none or there is no token
    Connection connect(String url, @Nullable Path tokenFile) throws Refused;

    /// Several running servers, each with the token file at its place in the list, as long as that
    /// is.
    ///
    /// @throws Refused as [#connect]
    default List<Connection> connect(List<String> urls, List<Path> tokenFiles) throws Refused {
        List<Connection> servers = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            Path token = i < tokenFiles.size() ? tokenFiles.get(i) : null;
            servers.add(connect(urls.get(i), token));
        }
        return servers;
    }
}
