package org.twinlease.cli.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.LeaseView;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/// Leases as a table for spreadsheets (RFC 4180) and as JSON, for the command line and the console
/// alike. Times are RFC 3339 in UTC; empty for what never happened.
public final class LeaseLines {

    /// The names of the columns, as the first line of a table.
    public static final String CSV_HEAD = "address,state,hardware,client-id,starts,ends,cltt,name";

    private static final String FORMULA = "=+-@\t\r";

    private static final JsonFactory JSON = new JsonFactory();

    private LeaseLines() {}

    /// A lease as a line of the table.
    public static String csv(LeaseView lease) {
        return String.join(
                ",",
                lease.address().toString(),
                lease.state().word(),
                text(lease.hardware()),
                text(lease.clientId()),
                time(lease.starts()),
                time(lease.ends()),
                time(lease.cltt()),
                quoted(text(lease.hostname())));
    }

    /// What a client says of itself may look like a formula, which a spreadsheet would carry out;
    /// behind an apostrophe it is text.
    private static String quoted(String said) {
        boolean formula = !said.isEmpty() && FORMULA.indexOf(said.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + said.replace("\"", "\"\"") + '"';
    }

    /// Leases as an array of objects.
    public static void json(List<LeaseView> leases, Writer to) throws IOException {
        JsonGenerator out = JSON.createGenerator(to).setPrettyPrinter(new DefaultPrettyPrinter());
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartArray();
        for (LeaseView lease : leases) {
            out.writeStartObject();
            out.writeStringField("address", lease.address().toString());
            out.writeStringField("state", lease.state().word());
            out.writeStringField("hardware", text(lease.hardware()));
            out.writeStringField("clientId", text(lease.clientId()));
            out.writeStringField("starts", time(lease.starts()));
            out.writeStringField("ends", time(lease.ends()));
            out.writeStringField("cltt", time(lease.cltt()));
            out.writeStringField("name", text(lease.hostname()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.flush();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// A time as it is written: "never" for no end.
    public static String time(long seconds) {
        if (seconds == LeaseView.NEVER) return "never";
        return seconds == 0 ? "" : Instant.ofEpochSecond(seconds).toString();
    }
}
