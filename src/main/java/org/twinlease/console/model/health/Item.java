package org.twinlease.console.model.health;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;

/// Something that was found: how bad by its tone, what in a line, the evidence in numbers, what
/// comes of it, and where it is looked at or mended. `key` stays the same for the same finding.
public record Item(
        String key,
        Section section,
        Tone tone,
        String title,
        String evidence,
        String consequence,
        Door door) {

    /// Where an item is looked at or mended.
    public enum Place {
        PAIR,
        POOLS,
        LEASES,
        LIVE,
        CONFIG,
        PEERS,
        REVIEW,
        NOWHERE
    }

    /// The way to an item's place: what to look for there, and the line of a file where it is in
    /// one.
    public record Door(Place place, String what, int line) {

        /// No page shows it.
        public static final Door NONE = new Door(Place.NOWHERE, "", 0);

        /// A whole page.
        public static Door to(Place place) {
            return new Door(place, "", 0);
        }

        /// What the button says.
        public String label() {
            return switch (place) {
                case PAIR -> Text.of("health.door.pair");
                case POOLS -> Text.of("health.door.pools");
                case LEASES -> Text.of("health.door.leases");
                case LIVE -> Text.of("health.door.live");
                case CONFIG -> Text.of("health.door.config");
                case PEERS -> Text.of("health.door.peers");
                case REVIEW -> Text.of("health.door.review");
                case NOWHERE -> "";
            };
        }
    }

    /// How bad it is, in a word.
    public String severity() {
        return switch (tone) {
            case BAD -> Text.of("health.bad");
            case WATCH -> Text.of("health.watch");
            default -> Text.of("health.know");
        };
    }

    /// How many points of the score it costs; what is only to be known costs nothing.
    int cost() {
        return switch (tone) {
            case BAD -> 20;
            case WATCH -> 6;
            default -> 0;
        };
    }
}
