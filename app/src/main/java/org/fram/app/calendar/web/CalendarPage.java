package org.fram.app.calendar.web;

import java.util.List;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.jspecify.annotations.Nullable;

/// A month, a week or a day of a calendar.
///
/// @param address of the page
/// @param at a day of what is shown, as addresses have it
/// @param view `month`, `week` or `day`
/// @param title of the month, the week or the day
/// @param views the month, the week and the day
/// @param count of what is shown, with what is overdue of it
/// @param earlier what was to be done before and is not
/// @param earlierTitle how much that is
/// @param allEarlier where all of it is, where not all is here
/// @param none whether there is nothing
public record CalendarPage(
        String address,
        String at,
        String view,
        String title,
        Link previous,
        Link today,
        Link next,
        List<Link> views,
        List<Choice> kinds,
        List<Choice> whom,
        List<String> weekdays,
        List<Day> days,
        String count,
        List<Entry> earlier,
        String earlierTitle,
        @Nullable Link allEarlier,
        boolean none) {

    /// A day.
    ///
    /// @param date as programs read it
    /// @param name as it is said in full
    /// @param number of the day in its month
    /// @param outside whether it belongs to the month before or after
    /// @param entries those that are seen at once
    /// @param further those behind
    /// @param more how many are behind, in words
    /// @param all where all of the day are, where not all are here
    public record Day(
            String date,
            String name,
            String number,
            boolean outside,
            boolean today,
            List<Entry> entries,
            List<Entry> further,
            String more,
            @Nullable Link all) {

        /// Whether there is nothing on it.
        public boolean empty() {
            return entries.isEmpty();
        }

        /// Whether all that is on it began before.
        public boolean quiet() {
            return Stream.concat(entries.stream(), further.stream()).allMatch(Entry::goesOn);
        }
    }

    /// Something on a day.
    ///
    /// @param time of the day, or empty
    /// @param about what happens, where, and whose it is
    /// @param state `open`, `overdue`, `done` or `fixed`
    /// @param word for the state
    /// @param goesOn whether it began on an earlier day that is shown too
    public record Entry(
            String address, String time, String thing, String about, String state, String word, boolean goesOn) {}

    /// Whether it is a month, which has the weekdays above it.
    public boolean month() {
        return view.equals("month");
    }
}
