package org.fram.app.platform.notices;

import java.time.Instant;
import java.util.List;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.PageLinks;

/// What somebody was told, a page of it.
///
/// @param unread whether any of all is not read yet
/// @param until milliseconds of the time up to which "all" reaches
/// @param trouble that the last mail to them did not arrive, or empty
public record NoticesPage(List<Line> lines, boolean unread, long until, PageLinks pages, String trouble) {

    /// A notice.
    ///
    /// @param leads whether there is something to go to
    /// @param calendar whether there is a date for the calendar
    public record Line(
            String address,
            String subject,
            List<String> text,
            String time,
            boolean unread,
            boolean leads,
            boolean calendar) {}

    static NoticesPage of(
            Frame frame,
            Wording words,
            List<Told> notices,
            int unread,
            int all,
            int page,
            int most,
            Instant now,
            String trouble) {
        return new NoticesPage(
                notices.stream()
                        .map(notice -> new Line(
                                NoticesController.ADDRESS + "/" + notice.id(),
                                words.of(notice.subject()),
                                notice.text().stream().map(words::of).toList(),
                                frame.time(notice.given(), words.zone()),
                                notice.read() == null,
                                !notice.path().isEmpty(),
                                notice.event() != null))
                        .toList(),
                unread > 0,
                now.toEpochMilli(),
                new PageLinks(
                        "",
                        page > 0 ? NoticesController.ADDRESS + "?page=" + (page - 1) : null,
                        (page + 1) * most < all ? NoticesController.ADDRESS + "?page=" + (page + 1) : null),
                trouble);
    }
}
