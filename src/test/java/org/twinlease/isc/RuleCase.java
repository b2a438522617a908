package org.twinlease.isc;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.config.Edit;
import org.twinlease.config.Problem;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A rule at its smallest: a configuration that breaks it once, at the token behind `@`; one near
/// it that does not; what the message has to name, parts apart by ` | `; and the first with the fix
/// applied, empty where a person has to decide. `NET{` and `NEXT{` are the subnets 10.0.0.0/24 and
/// 10.0.1.0/24, `'` is a quotation mark.
record RuleCase(String code, String breaks, String near, String says, String mended) {

    /// One that a person has to mend.
    static RuleCase of(String code, String breaks, String near, String says) {
        return new RuleCase(code, breaks, near, says, "");
    }

    /// One that is mended by its fix.
    static RuleCase of(String code, String breaks, String near, String says, String mended) {
        return new RuleCase(code, breaks, near, says, mended);
    }

    static String spelt(String text) {
        return text.replace("NET{", "subnet 10.0.0.0 netmask 255.255.255.0 {")
                .replace("NEXT{", "subnet 10.0.1.0 netmask 255.255.255.0 {")
                .replace('\'', '"');
    }

    private List<Problem> found(String text) {
        return Conf.read(text).findings().stream().filter(p -> p.code().equals(code)).toList();
    }

    void check() {
        String marked = spelt(breaks);
        int place = marked.indexOf('@');
        String text = marked.replace("@", "");
        List<Problem> problems = found(text);
        assertThat(problems).as(text).hasSize(1);
        Problem problem = problems.getFirst();
        String before = marked.substring(0, place);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = place - before.lastIndexOf('\n');
        assertThat(problem.line() + ":" + problem.column()).as(text).isEqualTo(line + ":" + column);
        assertThat(problem.message()).contains(spelt(says).split(" \\| "));
        assertThat(problem.remedy().isEmpty()).as("no remedy").isFalse();
        assertThat(found(spelt(near))).as(spelt(near)).isEmpty();
        if (mended.isEmpty()) {
            assertThat(problem.fix()).as("a fix").isEmpty();
            return;
        }
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] after = Edit.apply(problem.file(), octets, problem.fix());
        assertThat(new String(after, StandardCharsets.ISO_8859_1)).isEqualTo(spelt(mended));
        assertThat(found(spelt(mended))).as("after the fix").isEmpty();
    }

    @Override
    public String toString() {
        return code + " " + breaks;
    }
}
