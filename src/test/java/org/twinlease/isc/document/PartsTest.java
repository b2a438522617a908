package org.twinlease.isc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Form;
import org.twinlease.config.document.Part.Kind;
import org.twinlease.config.document.Part.Setting;

import java.util.List;

/// Blocks and statements as values, with where they stand.
final class PartsTest {

    private static final String TEXT =
            """
            authoritative;
            default-lease-time 3600;
            option domain-name "a b";
            shared-network floor {
              subnet 10.0.0.0 netmask 255.255.255.0 {
                option routers 10.0.0.1, 10.0.0.2;
              }
              pool { allow unknown-clients; range 10.0.0.10 10.0.0.20; range 10.0.0.30; }
            }
            group { host one { fixed-address 10.0.0.5; } }
            class "phones" { match hardware; }
            key omapi { algorithm hmac-md5; secret "AAAA"; }
            """;

    private final DocumentReader reader = new DocumentReader(name -> List.of());
    private final Document document =
            new Document(List.of(new Half("one", "a.conf")), List.of(new Paper("a.conf", TEXT)));
    private final Part whole = reader.survey(document).parts().getFirst();

    private Document altered(Alteration alteration) {
        var altered = reader.alter(document, List.of(alteration));
        assertThat(altered.refusal()).isEmpty();
        return document.after(altered.edits());
    }

    private Part part(int... way) {
        Part at = whole;
        for (int index : way) at = at.parts().get(index);
        return at;
    }

    @Test
    void blocksHaveTheirKindsAndNames() {
        assertThat(whole.kind()).isEqualTo(Kind.GLOBAL);
        assertThat(whole.parts())
                .extracting(part -> part.kind() + " " + part.title())
                .containsExactly(
                        "SHARED_NETWORK floor", "GROUP group", "CLASS phones", "OTHER key omapi");
        assertThat(part(0).parts())
                .extracting(part -> part.kind() + " " + part.title())
                .containsExactly("SUBNET 10.0.0.0/24", "POOL 10.0.0.10 10.0.0.20");
        assertThat(part(1, 0).title()).isEqualTo("one");
        assertThat(part(0).place().line()).isEqualTo(4);
        String text = TEXT.substring(part(1, 0).place().from(), part(1, 0).to());
        assertThat(text).isEqualTo("host one { fixed-address 10.0.0.5; }");
    }

    @Test
    void statementsHaveTheirKindsOfValue() {
        assertThat(whole.settings())
                .extracting(Setting::key, Setting::value, Setting::form)
                .containsExactly(
                        tuple("authoritative", "", Form.NOTHING),
                        tuple("default-lease-time", "3600", Form.SECONDS),
                        tuple("option domain-name", "\"a b\"", Form.TEXT));
        assertThat(part(0, 0).settings().getFirst().form()).isEqualTo(Form.ADDRESSES);
        assertThat(part(0, 1).settings())
                .extracting(Setting::key)
                .as("a permission is edited as it stands")
                .containsExactly("", "range", "range");
        assertThat(part(0, 1).settings().getFirst().value()).isEqualTo("allow unknown-clients");
    }

    @Test
    void whatStandsAtAPlaceIsAlteredThere() {
        Setting second = part(0, 1).settings().getLast();
        assertThat(altered(new Alteration.SetAt(0, second.place(), "10.0.0.40")).text("a.conf"))
                .contains("range 10.0.0.10 10.0.0.20; range 10.0.0.40; }");
        assertThat(altered(new Alteration.RemoveAt(0, second.place())).text("a.conf"))
                .contains("range 10.0.0.10 10.0.0.20; }");
        Setting permit = part(0, 1).settings().getFirst();
        assertThat(
                        altered(new Alteration.RewriteAt(0, permit.place(), "deny bootp"))
                                .text("a.conf"))
                .contains("pool { deny bootp; range");
        assertThat(
                        altered(new Alteration.InsertAt(0, part(1, 0).place(), "hardware x;"))
                                .text("a.conf"))
                .contains("hardware x;");
    }

    @Test
    void anotherStatementAtTheSameOctetIsNotTakenForIt() {
        var place = whole.settings().getFirst().place();
        var elsewhere = new Part.Place(place.file(), place.from(), place.line(), "ping-check");
        assertThat(
                        reader.alter(document, List.of(new Alteration.SetAt(0, elsewhere, "off")))
                                .refusal())
                .isEqualTo("What stood there is elsewhere by now.");
    }

    @Test
    void everyParameterAndOptionCanBeFoundByItsName() {
        assertThat(DocumentReader.keys())
                .contains(
                        new Part.Key("max-lease-time", Form.SECONDS, "86400"),
                        new Part.Key("ping-check", Form.FLAG, "true"),
                        new Part.Key("option routers", Form.ADDRESSES, ""),
                        new Part.Key("option host-name", Form.TEXT, ""));
    }
}
