package org.twinlease.isc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinlease.config.Permit;

import java.util.List;

/// Classes, conditions, events, keys and zones.
class LogicTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if known { max-lease-time 5; } elsif static { } else if known { } else {"
                        + " log(\"x\"); }",
                "if ((known) or (static)) { }",
                "switch (option host-name) { case \"a\": case \"b\": break; default: min-secs 3; }",
                "on commit or expiry { set v_a = concat(\"a\", 0:1); unset v_a; }",
                "on release;",
                "define shout (arg) { return ucase(arg); }",
                "eval shout(\"a\");",
                "shout(\"a\", 01:02);",
                "class \"c\" { match if known; lease limit 4; option domain-name \"x\"; }",
            })
    void readsEveryStatementWithoutAComplaint(String text) {
        assertEquals(List.of(), Conf.warnings(text));
        assertEquals(List.of(), Conf.errors(text));
    }

    @Test
    void keepsTheNameOfTheClassThatAPermitIsAbout() {
        Permit permit =
                Conf.config(
                                "class \"a b\" { } subnet 10.0.0.0 netmask 255.0.0.0 {"
                                        + " pool { range 10.0.0.1; deny members of \"a b\"; } }")
                        .networks()
                        .getFirst()
                        .pools()
                        .getFirst()
                        .permits()
                        .getFirst();
        assertEquals(new Permit(false, Permit.Kind.MEMBERS, "a b"), permit);
    }

    @Test
    void warnsOfAProgramThatIsNotRun() {
        assertEquals(List.of("1:1 program-named"), Conf.warnings("execute(\"/bin/true\", \"a\");"));
    }

    @Test
    void warnsOfAWordThatDoesNothing() {
        assertEquals(List.of("1:1 S21"), Conf.warnings("frobnicate;"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if (known) and (static) { } | 1:12 if-parenthesis",
                "if known option domain-name \"x\"; | 1:10 left-brace-expected",
                "if known { host a { } } | 1:12 not-allowed-here",
                "if known { option foo 1; } | 1:19 unknown-option",
                "elseif known { } | 1:8 unknown-statement",
                "case 1: min-secs 3; | 1:1 case-outside-switch",
                "on lease { } | 1:4 event-expected",
                "set timeout = \"x\"; | 1:5 variable-expected",
                "set v_t = 5 + 1; | 1:15 wrong-operand",
                "set v_t = concat(\"a\"; | 1:21 comma-expected",
                "max-lease-time = 7200; | 1:18 number-out-of-range",
                "class pxe { } | 1:7 class-name-expected",
                "class \"c\" { match if known; match if static; } | 1:35 match-twice",
                "class \"c\" { match hardware; spawn with hardware; } | 1:35 match-twice",
                "class \"c\" { class \"d\" { } } | 1:13 not-allowed-here",
                "class \"c\" { lease limit many; } | 1:25 number-expected",
                "subclass \"none\" 1:2; | 1:10 unknown-class",
                "class \"c\" { } subclass \"c\" 1:2 { match if known; } | 1:32 match-in-subclass",
                "key k { algorithm hmac-md5; } | 1:29 key-incomplete",
                "key k { algorithm hmac-md5; secret !!!; } | 1:36 bad-base64",
                "key k { algorithm hmac-md5; secrt aaaa; } | 1:29 key-statement-expected",
                "omapi-key none; | 1:11 unknown-key",
                "zone z. { primary 1.2.3.4; primary 1.2.3.5; } | 1:26 zone-two-primaries",
                "zone z. { primary 1.2.3; } | 1:24 address-too-short",
                "zone z. { key none; } | 1:15 unknown-key",
                "not bootp; | 1:5 assertion-expected",
                "allow known-clients; | 1:7 allow-key-expected",
                "ddns-update-style ad-hoc; | 1:19 ddns-ad-hoc",
                "ddns-update-style None; | 1:19 unknown-value",
            })
    void refusesWhatDhcpdRefuses(String text, String error) {
        assertEquals(List.of(error), Conf.errors(text));
    }

    @Test
    void takesKeysInBothStyles() {
        String keys =
                "key \"a\" { algorithm hmac-sha256; secret \"c2VjcmV0\"; };"
                        + " key b.c { secret c2VjcmV0; algorithm HMAC-SHA512.SIG-ALG.REG.INT; }"
                        + " omapi-key B.C; zone z { primary6 ::1; key a; }";
        assertEquals(List.of(), Conf.errors(keys));
    }
}
