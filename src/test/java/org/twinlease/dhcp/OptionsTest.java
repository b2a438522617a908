package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinlease.wire.dhcp.OptionType.*;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;

/// Which options an answer carries, in which order, and how much room they get.
class OptionsTest {
    private static final String MAC = "02:00:00:00:00:0a";

    private static final OptionType[] TEXTS = {HOST_NAME, DOMAIN_NAME, ROOT_PATH, NIS_DOMAIN};

    private final Site site =
            Site.small()
                    .option(ROUTERS, "10.0.1.1")
                    .option(DOMAIN_NAME_SERVERS, "10.0.1.2", "10.0.1.3")
                    .option(NTP_SERVERS, "10.0.1.4");

    private Guest guest() {
        return new Scene(site).guest(MAC);
    }

    @Test
    void requestedOptionsStandInTheOrderInWhichTheyAreAskedFor() {
        Heard heard = guest().asks(NTP_SERVERS, SUBNET_MASK, ROUTERS, LPR_SERVERS).discovers();
        assertThat(heard.order()).containsExactly(53, 54, 51, 58, 59, 42, 1, 3);
    }

    @Test
    void theSubnetMaskStandsBeforeTheRoutersWhateverTheOrderAskedFor() {
        Heard heard = guest().asks(ROUTERS, NTP_SERVERS, SUBNET_MASK).discovers();
        assertThat(heard.order()).endsWith(1, 3, 42);
    }

    @Test
    void aClientThatAsksForNothingInParticularGetsWhatIsConfigured() {
        assertThat(guest().discovers().order()).containsExactly(53, 54, 51, 58, 59, 1, 3, 6, 42);
        assertThat(guest().asks(new int[0]).discovers().order())
                .as("an empty list is none")
                .containsExactly(53, 54, 51, 58, 59, 1, 3, 6, 42);
    }

    @Test
    void theSubnetMaskIsSentToWhoDoesNotAskForItToo() {
        assertThat(guest().asks(NTP_SERVERS).discovers().order())
                .containsExactly(53, 54, 51, 58, 59, 42, 1);
    }

    @Test
    void anOptionIsSentOnceHoweverOftenItIsAskedFor() {
        Heard heard = guest().asks(3, 3, 51, 0, 255, 53, 82, 61).discovers();
        assertThat(heard.order()).containsExactly(53, 54, 51, 58, 59, 3, 1);
    }

    @Test
    void theConfiguredRequestListOverridesTheClients() {
        site.octets(DHCP_PARAMETER_REQUEST_LIST, 42);
        assertThat(guest().asks(ROUTERS).discovers().order()).endsWith(59, 42, 1);
    }

    @Test
    void theSubnetMaskIsTheSubnetsUnlessAnotherIsConfigured() {
        assertThat(guest().discovers().option(SUBNET_MASK)).isEqualTo("ff:ff:ff:00");
        site.option(SUBNET_MASK, "255.255.0.0");
        assertThat(guest().discovers().option(SUBNET_MASK)).isEqualTo("ff:ff:00:00");
    }

    @Test
    void aValueOfMoreThan255OctetsIsSplitAndComesOutWhole() {
        byte[] long400 = new byte[400];
        long400[399] = 7;
        site.option(OptionKey.dhcp(DOMAIN_SEARCH.code()), Octets.of(long400));
        Guest guest = guest().asks(DOMAIN_SEARCH).with(b -> b.option(57, twoOctets(1400)));
        Heard heard = guest.discovers();
        assertThat(heard.order()).endsWith(119, 119, 1);
        assertThat(heard.packet().option(DOMAIN_SEARCH)).isEqualTo(Octets.of(long400));
    }

    @Test
    void whatDoesNotFitGoesIntoFileAndServerName() {
        fill(3, 100);
        Heard heard = guest().asks(HOST_NAME, DOMAIN_NAME, ROOT_PATH, TFTP_SERVER_NAME).discovers();
        assertThat(heard.answer().payload().length).isLessThanOrEqualTo(548);
        assertThat(heard.option(DHCP_OPTION_OVERLOAD)).isEqualTo("01");
        assertThat(heard.packet().option(ROOT_PATH)).isEqualTo(Octets.of(new byte[100]));
    }

    @Test
    void fileAndServerNameAreLeftAloneWhenTheyAreInUse() {
        fill(3, 100);
        site.text(Parameter.FILENAME, "boot").text(Parameter.SERVER_NAME, "srv");
        Heard heard = guest().asks(HOST_NAME, DOMAIN_NAME, ROOT_PATH).discovers();
        assertThat(heard.packet().file()).isEqualTo("boot");
        assertThat(heard.packet().sname()).isEqualTo("srv");
        assertThat(heard.packet().has(ROOT_PATH)).isFalse();
        assertThat(heard.packet().has(DOMAIN_NAME)).isTrue();
    }

    @Test
    void aClientThatTakesLargerMessagesGetsThemUpToTheMtu() {
        fill(3, 250);
        Guest guest = guest().asks(HOST_NAME, DOMAIN_NAME, ROOT_PATH);
        assertThat(guest.discovers().packet().has(ROOT_PATH)).isFalse();
        guest.with(b -> b.option(57, twoOctets(1200)));
        assertThat(guest.discovers().packet().has(ROOT_PATH)).isTrue();
        assertThat(guest.discovers().answer().payload().length).isLessThanOrEqualTo(1172);
        fill(4, 255);
        guest.asks(HOST_NAME, DOMAIN_NAME, ROOT_PATH, NIS_DOMAIN, MERIT_DUMP, BOOTFILE_NAME);
        guest.with(b -> b.option(57, twoOctets(9000)));
        assertThat(guest.discovers().answer().payload().length).isLessThanOrEqualTo(1472);
    }

    @Test
    void aClientThatClaimsToTakeLessThan576OctetsGets576() {
        fill(2, 120);
        Guest guest = guest().asks(HOST_NAME, DOMAIN_NAME).with(b -> b.option(57, twoOctets(68)));
        assertThat(guest.discovers().packet().has(DOMAIN_NAME)).isTrue();
        assertThat(guest.discovers().option(DHCP_OPTION_OVERLOAD)).isEqualTo("none");
    }

    @Test
    void theClientIdentifierComesBackEvenWhenThereIsNoRoomForAllOptions() {
        Guest guest = guest().id(1, 2, 3).asks(HOST_NAME, DOMAIN_NAME, ROOT_PATH, NIS_DOMAIN);
        int[] lengths = {255, 18, 125, 61};
        for (int i = 0; i < 4; i++) {
            site.option(OptionKey.dhcp(TEXTS[i].code()), Octets.of(new byte[lengths[i]]));
        }
        assertThat(guest.discovers().option(DHCP_CLIENT_IDENTIFIER)).isEqualTo("01:02:03");
    }

    @Test
    void theEchoOfTheClientIdentifierCanBeSwitchedOff() {
        site.set(Parameter.ECHO_CLIENT_ID, 0);
        Guest guest = guest().id(1, 2, 3);
        assertThat(guest.discovers().option(DHCP_CLIENT_IDENTIFIER)).isEqualTo("none");
        assertThat(guest.selects("10.0.1.99").mustBe("NAK").option(DHCP_CLIENT_IDENTIFIER))
                .isEqualTo("none");
    }

    @Test
    void aNakEchoesTheClientIdentifierToo() {
        Heard nak = guest().id(1, 2, 3).selects("10.0.1.99").mustBe("NAK");
        assertThat(nak.order()).containsExactly(53, 54, 56, 61);
        assertThat(nak.packet().yiaddr()).isZero();
    }

    @Test
    void classlessRoutesReplaceRoutersForAClientThatUnderstandsThem() {
        site.option(OptionKey.dhcp(121), Guest.octets(0, 10, 0, 1, 1))
                .option(OptionKey.dhcp(33), Octets.of(new byte[8]));
        assertThat(guest().asks(3, 121, 33).discovers().order()).endsWith(59, 121, 1);
        assertThat(guest().asks(ROUTERS, STATIC_ROUTES).discovers().order()).endsWith(59, 3, 33, 1);
    }

    @Test
    void ipv6OnlyPreferredIsSentToThoseWhoAskOnly() {
        site.octets(V6_ONLY_PREFERRED, 0, 0, 7, 8);
        assertThat(guest().asks(V6_ONLY_PREFERRED).discovers().option(V6_ONLY_PREFERRED))
                .isEqualTo("00:00:07:08");
        assertThat(guest().discovers().option(V6_ONLY_PREFERRED)).isEqualTo("none");
    }

    @Test
    void theServerSaysThatItMakesNoDnsUpdates() {
        Guest wantsUpdate = guest().with(b -> b.option(FQDN, Guest.octets(5, 0, 0, 1, 'x', 0)));
        assertThat(wantsUpdate.discovers().option(FQDN)).isEqualTo("0e:ff:ff:01:78:00");
        Guest updatesItself = guest().with(b -> b.option(FQDN, Guest.octets(4, 0, 0, 1, 'x', 0)));
        assertThat(updatesItself.discovers().option(FQDN)).isEqualTo("0c:ff:ff:01:78:00");
        assertThat(guest().discovers().option(FQDN)).isEqualTo("none");
        site.set(Parameter.FQDN_REPLY, 0);
        assertThat(wantsUpdate().discovers().option(FQDN)).isEqualTo("none");
    }

    private Guest wantsUpdate() {
        return guest().with(b -> b.option(FQDN, Guest.octets(1, 0, 0)));
    }

    @Test
    void theLeasedAddressAsRouterReplacesTheConfiguredOne() {
        site.set(Parameter.USE_LEASE_ADDR_FOR_DEFAULT_ROUTE, 1);
        assertThat(guest().discovers().option(ROUTERS)).isEqualTo("0a:00:01:0a");
    }

    @Test
    void theNameOfAHostDeclarationIsAHostName() {
        site.host("printer", MAC).set(Parameter.USE_HOST_DECL_NAMES, 1);
        Heard heard = guest().asks(HOST_NAME).discovers();
        assertThat(heard.packet().option(HOST_NAME)).isEqualTo(Octets.ofText("printer"));
    }

    @Test
    void theInnermostSettingWinsAndAHostsIsInnermost() {
        site.subnet(
                "10.0.2.0/24",
                net -> {
                    net.option(ROUTERS, "10.0.2.1");
                    net.pool("10.0.2.10", "10.0.2.19").option(NTP_SERVERS, "10.0.2.4");
                });
        site.host("his", MAC, host -> host.option(DOMAIN_NAME_SERVERS, "10.0.9.9"));
        Heard heard = guest().behind("10.0.2.1").discovers();
        assertThat(heard.option(ROUTERS)).isEqualTo("0a:00:02:01");
        assertThat(heard.option(NTP_SERVERS)).isEqualTo("0a:00:02:04");
        assertThat(heard.option(DOMAIN_NAME_SERVERS)).isEqualTo("0a:00:09:09");
    }

    @Test
    void vendorOptionsAreSentEncapsulated() {
        site.text(Parameter.VENDOR_OPTION_SPACE, "pxe")
                .option(new OptionKey("pxe", 6), Octets.of((byte) 8))
                .option(new OptionKey("pxe", 10), Octets.ofText("menu"));
        Heard heard = guest().asks(VENDOR_ENCAPSULATED_OPTIONS).discovers();
        assertThat(heard.option(VENDOR_ENCAPSULATED_OPTIONS))
                .isEqualTo("06:01:08:0a:04:6d:65:6e:75");
    }

    @Test
    void aSitesOwnOptionsStandInTheCodesThatAreTheSites() {
        site.text(Parameter.SITE_OPTION_SPACE, "corp")
                .option(new OptionKey("corp", 230), Octets.ofText("ours"))
                .option(OptionKey.dhcp(230), Octets.ofText("theirs"))
                .option(OptionKey.dhcp(231), Octets.ofText("theirs"))
                .option(OptionKey.dhcp(210), Octets.ofText("path"));
        Heard asked = guest().asks(210, 230, 231).discovers();
        assertThat(asked.order()).contains(210, 230).doesNotContain(231);
        assertThat(asked.packet().option(230)).isEqualTo(Octets.ofText("ours"));
        assertThat(guest().discovers().order()).as("asks for nothing").contains(210, 230);
    }

    @Test
    void whereToBootFromStandsInTheFixedFields() {
        site.text(Parameter.FILENAME, "pxelinux.0")
                .text(Parameter.SERVER_NAME, "tftp")
                .set(Parameter.NEXT_SERVER, Ip4.of("192.168.0.9").bits() & 0xFFFF_FFFFL);
        Heard heard = guest().discovers();
        assertThat(heard.packet().file()).isEqualTo("pxelinux.0");
        assertThat(heard.packet().sname()).isEqualTo("tftp");
        assertThat(new Ip4(heard.packet().siaddr())).hasToString("192.168.0.9");
    }

    @Test
    void theFixedFieldsAreWhatTable3Says() {
        Guest guest = guest().with(b -> b.secs(9).ciaddr(0).broadcast(true));
        Heard offer = guest.discovers();
        assertThat(offer.packet().op()).isEqualTo(2);
        assertThat(offer.packet().hops()).isZero();
        assertThat(offer.packet().secs()).isZero();
        assertThat(offer.packet().xid()).isEqualTo(1);
        assertThat(offer.packet().flags()).isEqualTo(0x8000);
        assertThat(offer.packet().ciaddr()).isZero();
        assertThat(offer.packet().siaddr()).isZero();
        assertThat(offer.packet().hardware()).hasToString(MAC);
        Heard ack = guest.selects(offer.address());
        assertThat(ack.option(DHCP_SERVER_IDENTIFIER)).isEqualTo("0a:00:01:01");
        Heard renewed = guest.renews(offer.address());
        assertThat(renewed.packet().ciaddr()).isEqualTo(renewed.packet().yiaddr());
    }

    @Test
    void anOfferHasNoClientAddressWhateverTheClientFilledIn() {
        Heard offer = guest().with(b -> b.ciaddr(Ip4.of("10.0.1.12").bits())).discovers();
        assertThat(offer.packet().ciaddr()).isZero();
    }

    /// So many texts of so many octets, by option.
    private void fill(int count, int length) {
        for (int i = 0; i < count; i++) {
            site.option(OptionKey.dhcp(TEXTS[i].code()), Octets.of(new byte[length]));
        }
    }

    private static Octets twoOctets(int value) {
        return Guest.octets(value >> 8, value & 255);
    }
}
