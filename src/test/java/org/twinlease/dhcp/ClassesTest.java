package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

import java.util.List;
import java.util.Random;

/// Which classes a client is in, what that gets it, and what the statements of a configuration do
/// with a lease (`spec/dhcpd-conf.md` 8).
class ClassesTest {
    private static final String ANNA = "02:00:00:00:00:0a";
    private static final String BERT = "02:00:00:00:00:0b";
    private static final String CARL = "02:00:00:00:00:0c";

    private static final String NET =
            """
            subnet 10.0.1.0 netmask 255.255.255.0 {
              pool { range 10.0.1.10 10.0.1.19; allow members of "voip"; }
              pool { range 10.0.1.20 10.0.1.29; deny members of "voip"; }
            }
            """;

    private static Guest phone(Scene scene, String hardware) {
        return scene.guest(hardware)
                .with(b -> b.option(OptionType.VENDOR_CLASS_IDENTIFIER, Octets.ofText("phone-7")));
    }

    @Test
    void givesMembersOfAClassTheirPool() {
        Scene scene =
                Scene.of(
                        "class \"voip\" { match if option vendor-class-identifier ~= \"^phone-\"; }"
                                + NET);
        phone(scene, ANNA).discovers().mustBe("OFFER 10.0.1.10");
        scene.guest(BERT).discovers().mustBe("OFFER 10.0.1.20");
    }

    @Test
    void saysWhichClassAPoolIsFor() {
        Scene scene =
                Scene.of(
                        """
                        class "voip" { match if known; }
                        subnet 10.0.1.0 netmask 255.255.255.0 {
                          pool { range 10.0.1.10 10.0.1.19; allow members of "voip"; }
                        }
                        """);
        Heard silence = scene.guest(ANNA).discovers().mustBe("silence");
        assertThat(silence.decision().reasons())
                .contains(
                        Reason.of(
                                ReasonCode.POOL_WANTS,
                                "10.0.1.10 10.0.1.19",
                                "members of \"voip\""));
    }

    @Test
    void findsASubclassByTheValueThatItsClassMatches() {
        Scene scene =
                Scene.of(
                        "class \"voip\" { match hardware; option domain-name \"class\"; } subclass"
                            + " \"voip\" 1:02:00:00:00:00:0a; subclass \"voip\" 1:02:00:00:00:00:0b"
                            + " { option domain-name \"sub\"; }"
                                + NET);
        assertThat(name(scene.guest(ANNA).asks(15).discovers().mustBe("OFFER 10.0.1.10")))
                .isEqualTo("class");
        assertThat(name(scene.guest(BERT).asks(15).discovers().mustBe("OFFER 10.0.1.11")))
                .isEqualTo("sub");
        scene.guest(CARL).discovers().mustBe("OFFER 10.0.1.20");
    }

    @Test
    void countsTheLeasesOfEachSpawnedClassByItself() {
        Scene scene =
                Scene.of(
                        """
                        class "port" { spawn with option agent.circuit-id; lease limit 1; }
                        subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10 10.0.1.19; }
                        """);
        Guest anna = port(scene, ANNA, 1);
        anna.joins();
        Heard second = port(scene, BERT, 1).discovers().mustBe("silence");
        assertThat(second.decision().reasons())
                .contains(Reason.of(ReasonCode.SILENT_LEASE_LIMIT, "port", 1L));
        port(scene, CARL, 2).discovers().mustBe("OFFER 10.0.1.11");
        anna.releases("10.0.1.10").mustBe("noted");
        port(scene, BERT, 1).joins();
        assertThat(scene.lease("10.0.1.10").billing()).isNull();
    }

    private static Guest port(Scene scene, String hardware, int circuit) {
        Octets agent = Guest.octets(1, 1, circuit);
        return scene.guest(hardware)
                .behind("10.0.1.1")
                .with(b -> b.option(OptionType.RELAY_AGENT_INFORMATION, agent));
    }

    @Test
    void letsTheFirstDeclaredClassWinAndTheHostOverAll() {
        Scene scene =
                Scene.of(
                        """
                        option domain-name "global";
                        class "a" { match if exists host-name; option domain-name "a"; }
                        class "b" { match if exists host-name; option domain-name "b"; }
                        host bert { hardware ethernet 02:00:00:00:00:0b; option domain-name "host"; }
                        subnet 10.0.1.0 netmask 255.255.255.0 {
                          pool { range 10.0.1.10 10.0.1.19; option domain-name "pool"; }
                        }
                        """);
        assertThat(name(named(scene, ANNA).asks(15).discovers())).isEqualTo("a");
        assertThat(name(named(scene, BERT).asks(15).discovers())).isEqualTo("host");
        assertThat(name(scene.guest(CARL).asks(15).discovers())).isEqualTo("pool");
    }

    private static Guest named(Scene scene, String hardware) {
        return scene.guest(hardware).with(b -> b.option(OptionType.HOST_NAME, Octets.ofText("x")));
    }

    @Test
    void decidesOptionsAndTimesByConditions() {
        Scene scene =
                Scene.of(
                        """
                        option domain-name "else";
                        if option host-name = "x" { option domain-name "then"; max-lease-time 500; }
                        append domain-name ".example";
                        option root-path = concat("/", binary-to-ascii(16, 8, "", hardware));
                        subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10 10.0.1.19; }
                        """);
        Heard offer = named(scene, ANNA).asks(15, 17).discovers();
        assertThat(name(offer)).isEqualTo("then.example");
        assertThat(offer.packet().option(17)).isEqualTo(Octets.ofText("/120000a"));
        assertThat(offer.packet().seconds(OptionType.DHCP_LEASE_TIME)).isEqualTo(500);
        assertThat(name(scene.guest(BERT).asks(15).discovers())).isEqualTo("else.example");
    }

    @Test
    void keepsWhatAnEventSetsWithTheLeaseUntilSomebodyElseHasIt() {
        Scene scene =
                Scene.of(
                        """
                        on commit { set v_name = pick(option host-name, "none"); }
                        on release { log(info, concat("bye ", v_name)); set v_gone = "y"; }
                        on expiry { log(concat("over ", v_name)); }
                        default-lease-time 600;
                        subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10; }
                        """);
        Guest anna = named(scene, ANNA);
        anna.joins();
        assertThat(scene.lease("10.0.1.10").variables()).isNotNull();
        Heard bye = anna.releases("10.0.1.10").mustBe("noted");
        assertThat(bye.decision().reasons())
                .contains(Reason.of(ReasonCode.CONFIGURATION_SAYS, "info", "bye x"));
        anna.joins();
        scene.pass(700).expire();
        assertThat(scene.expiryTold)
                .containsExactly(Reason.of(ReasonCode.CONFIGURATION_SAYS, "debug", "over x"));
        scene.guest(BERT).joins();
        scene.pass(700).expire();
        assertThat(scene.expiryTold.getLast())
                .isEqualTo(Reason.of(ReasonCode.CONFIGURATION_SAYS, "debug", "over none"));
    }

    @Test
    void runsNoProgramAndSaysSo() {
        Scene scene =
                Scene.of(
                        "execute(\"/bin/true\", \"a\"); subnet 10.0.1.0 netmask 255.255.255.0 {"
                                + " range 10.0.1.10; }");
        assertThat(scene.guest(ANNA).discovers().decision().reasons())
                .contains(Reason.of(ReasonCode.PROGRAM_NOT_RUN, "/bin/true"));
    }

    @Test
    void whereProgramsAreRunSaysWhichWithWhatArguments() {
        Scene scene =
                Scene.of(
                        "on commit { execute(\"/bin/true\", \"a b\", option host-name);"
                                + " execute(\"/bin/echo\", binary-to-ascii(10, 8, \".\","
                                + " leased-address)); }"
                                + " subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10; }",
                        true);
        Guest anna = scene.guest(ANNA);
        anna.discovers();
        assertThat(anna.selects("10.0.1.10").decision().reasons())
                .contains(Reason.of(ReasonCode.PROGRAM_RUN, "\"/bin/echo\" \"10.0.1.10\""))
                .noneMatch(reason -> reason.toString().contains("/bin/true"));
    }

    @Test
    void findsAHostByAnOptionOfItsPacketAndARelaysOptionAtRenewalToo() {
        Scene scene =
                Scene.of(
                        """
                        class "left" { match if option agent.circuit-id = 1; }
                        host h { host-identifier option agent.remote-id "r"; option domain-name "h"; }
                        subnet 10.0.1.0 netmask 255.255.255.0 {
                          pool { range 10.0.1.10 10.0.1.19; allow members of "left"; }
                        }
                        """);
        Octets agent = Guest.octets(1, 1, 1, 2, 1, 'r');
        Guest far =
                scene.guest(ANNA)
                        .asks(15)
                        .behind("10.0.1.1")
                        .with(b -> b.option(OptionType.RELAY_AGENT_INFORMATION, agent));
        assertThat(name(far.discovers().mustBe("OFFER 10.0.1.10"))).isEqualTo("h");
        far.selects("10.0.1.10").mustBe("ACK 10.0.1.10");
        scene.guest(ANNA).renews("10.0.1.10").mustBe("ACK 10.0.1.10");
        scene.guest(BERT).discovers().mustBe("silence");
    }

    @Test
    void keepsFiveClassesOfAPacketAndSaysWhichIsOneTooMany() {
        var text = new StringBuilder();
        for (char c = 'a'; c <= 'f'; c++) {
            text.append("class \"%c\" { match if exists host-name; }\n".formatted(c));
        }
        text.append("subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10; }");
        List<Reason> why = named(Scene.of(text.toString()), ANNA).discovers().decision().reasons();
        assertThat(why).contains(Reason.of(ReasonCode.CLASS_EXCESS, "f", 5L));
    }

    @Test
    void sendsWhatAConditionSetsInASpaceInsideAnotherOption() {
        Scene scene =
                Scene.of(
                        """
                        option space acme;
                        option acme.mode code 1 = text;
                        option acme-options code 224 = encapsulate acme;
                        option acme.mode "a";
                        if exists host-name { option acme.mode "b"; }
                        subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10 10.0.1.19; }
                        """);
        assertThat(named(scene, ANNA).asks(224).discovers().packet().option(224))
                .isEqualTo(Guest.octets(1, 1, 'b'));
        assertThat(scene.guest(BERT).asks(224).discovers().packet().option(224))
                .isEqualTo(Guest.octets(1, 1, 'a'));
    }

    /// Whatever the octets are, there is a decision, and no two clients have one address.
    @Test
    void decidesAboutWhateverComes() {
        Scene scene =
                Scene.of(
                        """
                        class "a" { spawn with option agent.circuit-id; lease limit 3; }
                        class "b" { match if option host-name ~= "^[a-m]" or packet(40, 4) = 0:1:2:3; }
                        if substring(option fqdn.fqdn, 0, 3) = "www" { option domain-name "w"; }
                        option root-path = binary-to-ascii(10, 32, ".", suffix(hardware, 4));
                        switch (extract-int(option user-class, 16)) { case 5: min-lease-time 9; }
                        on commit { set v_a = concat(option host-name, option user-class); }
                        on release { log(v_a); }
                        subnet 10.0.1.0 netmask 255.255.255.0 {
                          pool { range 10.0.1.10 10.0.1.29; deny members of "b"; }
                        }
                        """);
        var random = new Random(5);
        OptionType[] types = {
            OptionType.HOST_NAME,
            OptionType.FQDN,
            OptionType.USER_CLASS,
            OptionType.RELAY_AGENT_INFORMATION
        };
        for (int i = 0; i < 2000; i++) {
            Guest guest = scene.guest("02:00:00:00:00:%02x".formatted(random.nextInt(30)));
            for (OptionType type : types) {
                byte[] value = new byte[random.nextInt(12)];
                random.nextBytes(value);
                if (random.nextBoolean()) guest.with(b -> b.option(type, Octets.of(value)));
            }
            Heard heard = guest.discovers();
            if (!heard.said().startsWith("OFFER")) continue;
            String address = heard.address();
            if (random.nextBoolean()) guest.selects(address);
            if (random.nextInt(4) == 0) guest.releases(address);
            if (random.nextInt(50) == 0) scene.pass(50_000).expire();
        }
        assertThat(scene.expiryTold).isEmpty();
    }

    private static String name(Heard heard) {
        Octets name = heard.packet().option(15);
        return name == null ? "" : name.text();
    }
}
