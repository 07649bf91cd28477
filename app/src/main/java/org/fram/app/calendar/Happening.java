package org.fram.app.calendar;

import java.time.LocalDate;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Engagement;

/// Something with a date, as somebody sees it.
///
/// @param today the day that it is where the engagement is
/// @param mine whether it is theirs who look
/// @param ours whether it is of their party or somebody of it
/// @param owner whose it is, in words; empty where it concerns all
public record Happening(
        Engagement engagement, Dated.Entry entry, LocalDate today, boolean mine, boolean ours, String owner) {

    /// The first day, where the engagement is.
    public LocalDate first() {
        return entry.when().first(engagement.timeZone());
    }

    /// The last day, where the engagement is.
    public LocalDate last() {
        return entry.when().last(engagement.timeZone());
    }

    /// Whether it is on a day.
    public boolean isOn(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /// Whether it was to be done before today, and is not.
    public boolean overdue() {
        return entry.standing() == Dated.Standing.OPEN && last().isBefore(today);
    }

    /// The name by which one takes what is of its kind.
    public String kind() {
        return entry.kind().key();
    }
}
