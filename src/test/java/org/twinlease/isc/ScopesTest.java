package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.config.Config;
import org.twinlease.config.Host;
import org.twinlease.config.Pool;
import org.twinlease.config.Problem;
import org.twinlease.config.Scope;
import org.twinlease.config.SharedNetwork;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Optional;

/// Which settings reach which network, pool and host.
class ScopesTest {
    private static final OptionKey NAME = OptionKey.dhcp(15);

    @Test
    void givesASubnetAloneANetworkOfItsOwnWithTheSameScope() {
        Config config =
                Conf.config("subnet 10.0.0.0 netmask 255.255.255.0 { option domain-name \"s\"; }");
        SharedNetwork network = config.networks().getFirst();
        assertEquals("10.0.0.0/24", network.name());
        assertEquals(network.scope(), network.subnets().getFirst().scope());
        assertEquals("s", name(network.scope()));
    }

    @Test
    void letsTheInnerSettingWin() {
        Config config =
                Conf.config(
                        """
                        option domain-name "global"; option host-name "global";
                        group {
                          option domain-name "group"; option root-path "group";
                          shared-network n {
                            option domain-name "network"; option merit-dump "network";
                            subnet 10.0.0.0 netmask 255.255.255.0 {
                              option domain-name "subnet";
                              pool { range 10.0.0.5; option domain-name "pool"; }
                            }
                          }
                        }
                        """);
        SharedNetwork network = config.networks().getFirst();
        Scope pool = network.pools().getFirst().scope();
        assertEquals("pool", name(pool));
        assertEquals("subnet", name(network.subnets().getFirst().scope()));
        assertEquals("network", name(network.scope()));
        assertEquals("global", name(config.global()));
        assertEquals("network", text(pool, 14));
        assertEquals("group", text(pool, 17));
        assertEquals("global", text(pool, 12));
    }

    @Test
    void countsSettingsThatStandBehindTheirUsers() {
        Config config =
                Conf.config(
                        "subnet 10.0.0.0 netmask 255.255.255.0 { pool { range 10.0.0.5; }"
                                + " max-lease-time 5; } option domain-name \"late\";");
        Scope pool = config.networks().getFirst().pools().getFirst().scope();
        assertEquals("late", name(pool));
        assertEquals(5, pool.number(Parameter.MAX_LEASE_TIME));
    }

    @Test
    void putsThePoolOfASharedNetworkUnderTheSubnetOfItsAddresses() {
        SharedNetwork network =
                Conf.config(
                                """
                                shared-network n {
                                  subnet 10.0.0.0 netmask 255.255.255.0 { option domain-name "a"; }
                                  subnet 10.0.1.0 netmask 255.255.255.0 { option domain-name "b"; }
                                  pool { range 10.0.1.5 10.0.1.9; max-lease-time 300; }
                                  pool { range 10.0.0.5; range 10.0.1.10; }
                                }
                                """)
                        .networks()
                        .getFirst();
        assertEquals("b", name(network.pools().getFirst().scope()));
        assertEquals(300, network.pools().getFirst().scope().number(Parameter.MAX_LEASE_TIME));
        assertEquals(network.scope(), network.pools().get(1).scope().parent());
    }

    @Test
    void letsAHostInheritFromWhereItStands() {
        Config config =
                Conf.config(
                        """
                        group lab { filename "lab"; next-server 10.0.0.9; }
                        subnet 10.0.0.0 netmask 255.255.255.0 {
                          option domain-name "subnet";
                          group {
                            option host-name "group"; filename "group";
                            host a { group "lab"; }
                            host b { filename "own"; group lab; }
                            host c { }
                          }
                        }
                        """);
        assertEquals("lab", host(config, "a").scope().text(Parameter.FILENAME));
        assertEquals("own", host(config, "b").scope().text(Parameter.FILENAME));
        assertEquals("group", host(config, "c").scope().text(Parameter.FILENAME));
        assertEquals(0x0A00_0009L, host(config, "a").scope().number(Parameter.NEXT_SERVER));
        assertEquals("group", text(host(config, "a").scope(), 12));
        assertEquals("subnet", name(host(config, "a").scope()));
    }

    @Test
    void keepsSettingsOfClassesAndConditionsToThemselves() {
        Config config =
                Conf.config(
                        "class \"c\" { match if known; option domain-name \"class\"; }"
                                + "if known { option domain-name \"if\"; max-lease-time 7; }");
        assertNull(name(config.global()));
        assertEquals(86_400, config.global().number(Parameter.MAX_LEASE_TIME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-lease-time 600 | DEFAULT_LEASE_TIME | 600",
                "max-lease-time infinite | MAX_LEASE_TIME | 4294967295",
                "max-lease-time = encode-int(7, 32) | MAX_LEASE_TIME | 86400",
                "max-lease-time = 00:00:1c:20 | MAX_LEASE_TIME | 7200",
                "min-lease-time 0x10 | MIN_LEASE_TIME | 16",
                "dynamic-bootp-lease-length 60 | DYNAMIC_BOOTP_LEASE_LENGTH | 60",
                "authoritative | AUTHORITATIVE | 1",
                "authoritative; not authoritative | AUTHORITATIVE | 0",
                "deny unknown-clients | BOOT_UNKNOWN_CLIENTS | 0",
                "ignore bootp | ALLOW_BOOTP | 2",
                "deny dynamic-bootp | DYNAMIC_BOOTP | 0",
                "boot-unknown-clients off | BOOT_UNKNOWN_CLIENTS | 0",
                "Ping-Check False | PING_CHECK | 0",
                "ping-timeout-ms 500 | PING_TIMEOUT_MS | 500",
                "next-server 192.0.2.9 | NEXT_SERVER | 3221225993",
                "next-server two.example | NEXT_SERVER | 3221225985",
                "local-port 6767 | LOCAL_PORT | 6767",
                "option server.max-lease-time 60 | MAX_LEASE_TIME | 60",
                "supersede server.min-secs 3 | MIN_SECS | 3",
                "use-host-decl-names on | USE_HOST_DECL_NAMES | 1",
            })
    void readsParametersAsNumbers(String statement, Parameter parameter, long value) {
        assertEquals(value, Conf.config(statement + ";").global().number(parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename \"pxelinux.0\" | FILENAME | pxelinux.0",
                "server-name boot | SERVER_NAME | boot",
                "filename = \"x\" | FILENAME | x",
                "option space S; vendor-option-space S | VENDOR_OPTION_SPACE | S",
                "lease-file-name \"/var/x\" | LEASE_FILE_NAME | /var/x",
            })
    void readsParametersAsText(String statement, Parameter parameter, String value) {
        assertEquals(value, Conf.config(statement + ";").global().text(parameter));
    }

    @Test
    void takesTheServerIdentifierAsAnOption() {
        Scope global = Conf.config("server-identifier 192.0.2.1;").global();
        assertEquals("c0:00:02:01", String.valueOf(global.option(OptionKey.dhcp(54))));
    }

    @Test
    void namesEveryParameterThatIsNotActedOn() {
        String text =
                "omapi-port 7911; ddns-updates on; ddns-update-style none; log-facility local7;"
                        + "lease-id-format hex; get-lease-hostnames on; delayed-ack 28;";
        assertEquals(
                List.of(
                        "1:1 not-acted-on",
                        "1:18 not-acted-on",
                        "1:35 not-acted-on",
                        "1:59 not-acted-on",
                        "1:79 not-acted-on",
                        "1:100 not-acted-on",
                        "1:124 not-acted-on"),
                Conf.warnings(text));
    }

    /// What the server would do otherwise is a warning, what changes nothing is a remark.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow leasequery | WARNING",
                "deny leasequery | INFO",
                "ignore leasequery | WARNING",
                "deny client-updates | INFO",
                "allow client-updates | INFO",
                "ddns-updates off | INFO",
                "ddns-updates on | WARNING",
                "ddns-update-style standard | WARNING",
                "ddns-update-style none | INFO",
                "server-id-check on | WARNING",
                "server-id-check off | INFO",
                "get-lease-hostnames on | WARNING",
                "get-lease-hostnames off | INFO",
                "remote-port 1068 | WARNING",
                "local-address 10.0.0.1 | WARNING",
                "update-static-leases on | WARNING",
                "log-facility local7 | INFO",
                "max-ack-delay 1 | INFO",
            })
    void saysOfEveryParameterThatIsNotActedOnWhetherItMatters(String text, Problem.Severity how) {
        Problem said = Conf.read(text + ";").problems().getFirst();
        assertEquals("not-acted-on", said.code());
        assertEquals(how, said.severity());
    }

    private static Host host(Config config, String name) {
        Optional<Host> found =
                config.hosts().stream().filter(h -> h.name().equals(name)).findFirst();
        return found.orElseThrow();
    }

    private static @org.jspecify.annotations.Nullable String name(Scope scope) {
        Octets value = scope.option(NAME);
        return value == null ? null : value.text();
    }

    private static String text(Scope scope, int code) {
        Octets value = scope.option(OptionKey.dhcp(code));
        return value == null ? "" : value.text();
    }

    /// Whoever walks from a pool outwards passes exactly these scopes.
    @Test
    void chainsEveryPoolToTheGlobalScope() {
        Config config =
                Conf.config(
                        "shared-network n { subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.5;"
                                + " } }");
        SharedNetwork network = config.networks().getFirst();
        Pool pool = network.pools().getFirst();
        Scope subnet = network.subnets().getFirst().scope();
        assertEquals(subnet, pool.scope().parent());
        assertEquals(network.scope(), subnet.parent());
        assertEquals(config.global(), network.scope().parent());
        assertNull(config.global().parent());
    }
}
