package org.twinlease.isc.lint;

import org.twinlease.config.Problem.Severity;
import org.twinlease.isc.outline.Site;

/// One rule: its number in `spec/dhcpd-conf.md` section 11, how bad a finding is, what it is about,
/// and how it is checked.
public record Rule(String code, Severity severity, String summary, Check check) {

    /// Looks for what breaks a rule.
    @FunctionalInterface
    public interface Check {
        /// Tells each finding.
        void check(Site site, Findings out);
    }
}
