package org.twinlease.console.model.drill;

/// Something that a line of a drill says of a moment, as it stands on the timeline: what is done,
/// or what is expected then. `line` counts from 1; `from` and `until` are seconds since midnight of
/// the first day, and equal where it has no length. A line about both servers is a block in each
/// one's lane.
public record Block(int line, Lane lane, long from, long until, String words) {

    /// The lanes of the timeline, from the top.
    public enum Lane {
        /// What is done to the primary.
        A("drill.lane.a"),
        /// What is done to the secondary.
        B("drill.lane.b"),
        /// What is done to the path between the two, or to everything.
        LINK("drill.lane.link"),
        /// What the clients do.
        CLIENTS("drill.lane.clients"),
        /// What is expected.
        EXPECT("drill.lane.expect");

        /// The key of its name.
        public final String name;

        Lane(String name) {
            this.name = name;
        }
    }
}
