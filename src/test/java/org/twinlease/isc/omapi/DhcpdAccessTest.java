package org.twinlease.isc.omapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Octets;
import org.twinlease.wire.omapi.OmapiAlgorithm;
import org.twinlease.wire.omapi.OmapiKey;

import java.nio.charset.StandardCharsets;

/// The key and the names that files give, and what is said of a file that gives none.
final class DhcpdAccessTest {

    private static final String KEY = "key k { algorithm hmac-sha256; secret YSBzZWNyZXQ=; }\n";

    private static DhcpdAccess of(String text) {
        return DhcpdAccess.of(DhcpdConf.read("x", _ -> text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aFileWithAKeyAloneGivesTheKeyAndNoNames() {
        DhcpdAccess access = of(KEY);
        assertThat(access.key())
                .isEqualTo(
                        new OmapiKey("k", OmapiAlgorithm.HMAC_SHA256, Octets.ofText("a secret")));
        assertThat(access.peers()).isNull();
        assertThat(access.trouble()).isNull();
        assertThat(access.toString()).doesNotContain("YSBz", "a secret");
        assertThat(access.about("fo").peers()).containsExactly("fo");
    }

    @ParameterizedTest
    @CsvSource({
        "hmac-md5, HMAC_MD5",
        "HMAC-SHA1.SIG-ALG.REG.INT, HMAC_SHA1",
        "hmac-sha512.sig-alg.reg.int., HMAC_SHA512"
    })
    void algorithmsAreTakenAsDhcpdTakesThem(String word, OmapiAlgorithm algorithm) {
        OmapiKey key = of(KEY.replace("hmac-sha256", word)).key();
        assertThat(key).isNotNull();
        assertThat(key == null ? null : key.algorithm()).isEqualTo(algorithm);
    }

    @Test
    void aWholeConfigurationSaysWhichKeyAndWhichPeers() {
        DhcpdAccess access =
                of(
                        """
                        key other { algorithm hmac-md5; secret b3RoZXI=; }
                        key "K" { algorithm hmac-sha256; secret "YSBzZWNyZXQ="; }
                        omapi-port 7911;
                        omapi-key k;
                        failover peer "fo" { secondary; }
                        subnet 10.0.0.0 netmask 255.255.255.0 {
                          pool { failover peer "fo"; range 10.0.0.10 10.0.0.20; }
                        }
                        """);
        assertThat(access.trouble()).isNull();
        assertThat(access.key()).isNotNull();
        assertThat(String.valueOf(access.key())).isEqualTo("K (hmac-sha256)");
        assertThat(access.peers()).containsExactly("fo");
        assertThat(access.pools()).hasSize(1);
    }

    @Test
    void aServerWithOmapiAndNoOmapiKeyWantsNone() {
        DhcpdAccess access = of(KEY + "omapi-port 7911;");
        assertThat(access.key()).isNull();
        assertThat(access.trouble()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|there is no key",
                "key k { algorithm hmac-sha256; secret YQ==; } key j { algorithm hmac-md5; secret"
                        + " YQ==; }|several keys",
                "omapi-key j; key k { algorithm hmac-md5; secret YQ==; }|no key \"j\"",
                "key k { algorithm rot13; secret YQ==; }|no algorithm that dhcpd knows",
                "key k { algorithm hmac-md5; }|no secret in base64",
                "key k { algorithm hmac-md5; secret Y; }|no secret in base64"
            })
    void whatIsWrongWithAKeyIsSaid(String text, String words) {
        DhcpdAccess access = of(text);
        assertThat(access.key()).isNull();
        assertThat(access.trouble()).contains(words);
    }
}
