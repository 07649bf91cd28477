package org.fram.app.calendar;

import java.time.LocalDate;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.register.Rows.Enough;

/// What somebody wants to see of a calendar: what falls into some days, and what was to be done before them and is not.
///
/// @param from the first day
/// @param until the last one
/// @param kind the key of the kind that one wants to see alone, or empty
/// @param enough how much of it is enough where it is everybody’s; files ask for all of it
public record Wish(LocalDate from, LocalDate until, String kind, Whom whom, Enough enough) {

    /// All that there is for somebody.
    public static Wish everything(Whom whom) {
        return new Wish(Dated.Look.EVERYTHING.from(), Dated.Look.EVERYTHING.until(), "", whom, Enough.ALL);
    }

    /// The same from a day on.
    public Wish from(LocalDate day) {
        return new Wish(day, until, kind, whom, enough);
    }
}
