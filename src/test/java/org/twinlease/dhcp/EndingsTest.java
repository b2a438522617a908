package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

import java.util.List;

/// What is done when a lease ends: what was settled when it was granted, or came with it.
class EndingsTest {
    private static final String ANNA = "02:00:00:00:00:0a";
    private static final String BERT = "02:00:00:00:00:0b";
    private static final String NET =
            "default-lease-time 600; subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10"
                    + " 10.0.1.11; }\n";

    private static Guest phone(Scene scene, String hardware) {
        return scene.guest(hardware)
                .with(b -> b.option(OptionType.VENDOR_CLASS_IDENTIFIER, Octets.ofText("phone-7")));
    }

    private static Reason said(String text) {
        return Reason.of(ReasonCode.CONFIGURATION_SAYS, "info", text);
    }

    /// As if the lease of an address had come out of a dhcpd's file.
    private static void imported(Scene scene, String address, Kept.Entry... entries) {
        Lease lease = scene.lease(address);
        scene.world.leases().apply(lease.withScript(new Kept(List.of(entries)).encode(), null));
    }

    private static Kept.Entry on(String events, String text) {
        return new Kept.Entry(Kept.Kind.EVENT, events, Octets.ofText(text));
    }

    @Test
    void whatCameWithALeaseIsDoneAtItsExpiry() {
        Scene scene = Scene.of(NET);
        String address = scene.guest(ANNA).joins();
        imported(
                scene,
                address,
                new Kept.Entry(Kept.Kind.DATA, "v_who", Octets.ofText("anna")),
                on("expiry", "log (info, concat (\"over \", v_who)); set v_gone = \"y\" ;"));
        scene.pass(700).expire();
        assertThat(scene.expiryTold).containsExactly(said("over anna"));
        assertThat(Kept.decode(scene.lease(address).variables()).entries())
                .extracting(Kept.Entry::name)
                .containsExactly("v_gone", "v_who");
        scene.guest(ANNA).joins();
        scene.pass(700).expire();
        assertThat(scene.expiryTold).hasSize(1);
    }

    @Test
    void andAtItsRelease() {
        Scene scene = Scene.of(NET);
        Guest anna = scene.guest(ANNA);
        String address = anna.joins();
        imported(scene, address, on("expiry or release", "log (info, \"bye\");"));
        Heard heard = anna.releases(address).mustBe("noted");
        assertThat(heard.decision().reasons()).contains(said("bye"));
        assertThat(scene.lease(address).variables()).isNull();
    }

    @Test
    void namesOfTheConfigurationAreKnownInIt() {
        Scene scene =
                Scene.of(
                        "option colour code 230 = text; define v_say (v_a) { log(info, v_a); }\n"
                                + NET);
        String address = scene.guest(ANNA).joins();
        imported(
                scene,
                address,
                on("expiry", "if exists colour { v_say(\"no\"); } else { v_say(\"yes\"); }"));
        scene.pass(700).expire();
        assertThat(scene.expiryTold).containsExactly(said("yes"));
    }

    @Test
    void whatCannotBeReadIsNotDone() {
        Scene scene = Scene.of(NET);
        String address = scene.guest(ANNA).joins();
        imported(scene, address, on("expiry", "log (info, \"a\"); log (info \"b\");"));
        scene.pass(700).expire();
        assertThat(scene.expiryTold).isEmpty();
    }

    @Test
    void programsAreRunOnlyWhereThatIsAllowed() {
        for (boolean allowed : new boolean[] {false, true}) {
            Scene scene = Scene.of(NET, allowed);
            String address = scene.guest(ANNA).joins();
            imported(scene, address, on("expiry", "execute (\"/bin/true\", \"a\");"));
            scene.pass(700).expire();
            assertThat(scene.expiryTold.getFirst().code())
                    .isEqualTo(allowed ? ReasonCode.PROGRAM_RUN : ReasonCode.PROGRAM_NOT_RUN);
        }
    }

    @Test
    void aClassSettlesItForItsMembersWhenTheyGetTheLease() {
        Scene scene =
                Scene.of(
                        "class \"voip\" { match if option vendor-class-identifier ~= \"^phone-\";"
                                + " on expiry { log(info, \"phone gone\"); } }\n"
                                + NET);
        phone(scene, ANNA).joins();
        scene.guest(BERT).joins();
        scene.pass(700).expire();
        assertThat(scene.expiryTold).containsExactly(said("phone gone"));
    }

    @Test
    void aHostAndAConditionDoSo() {
        Scene scene =
                Scene.of(
                        "host a { hardware ethernet "
                                + ANNA
                                + "; on release { log(info, \"host gone\"); } }\n"
                                + "if exists vendor-class-identifier { on expiry or release {"
                                + " log(info, \"it is over\"); } }\n"
                                + NET);
        Guest anna = scene.guest(ANNA);
        Heard bye = anna.releases(anna.joins());
        assertThat(bye.decision().reasons()).contains(said("host gone"));
        phone(scene, BERT).joins();
        scene.pass(700).expire();
        assertThat(scene.expiryTold).containsExactly(said("it is over"));
    }

    @Test
    void whatIsTheSameForAllIsNotKeptWithEach() {
        Scene scene = Scene.of("on expiry { log(info, \"over\"); }\n" + NET);
        String address = scene.guest(ANNA).joins();
        assertThat(scene.lease(address).variables()).isNull();
        scene.pass(700).expire();
        assertThat(scene.expiryTold).containsExactly(said("over"));
    }

    @Test
    void thousandsOfOtherStatementsPushOutNoneOfTheConfiguration() {
        String own = "log (info, \"over\");";
        Scene scene = Scene.of("on expiry { " + own + " }\n" + NET);
        var endings = new Endings(scene.world.plan().config(), Statements.UNREAD);
        assertThat(endings.of(kept(own), Event.EXPIRY)).hasSize(1);
        for (int i = 0; i < 2000; i++) {
            assertThat(endings.of(kept("log (info, \"" + i + "\");"), Event.EXPIRY)).isEmpty();
        }
        assertThat(endings.of(kept(own), Event.EXPIRY)).hasSize(1);
    }

    private static @Nullable Octets kept(String text) {
        return new Kept(List.of(on("expiry", text))).encode();
    }
}
