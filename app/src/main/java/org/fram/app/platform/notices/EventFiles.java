package org.fram.app.platform.notices;

import java.time.Instant;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.start.Settings;
import org.springframework.stereotype.Component;

/// Writes events as files that calendars read, to be taken from a page.
@Component
public class EventFiles {

    private final PublicAddress address;
    private final String from;

    EventFiles(PublicAddress address, Settings settings) {
        var mail = settings.mail();
        this.address = address;
        this.from = mail == null ? "fram@" + address.origin().getHost() : MailServer.bare(mail.from());
    }

    /// An event as a file of the type `text/calendar`.
    ///
    /// @param path in the application of the page about it
    /// @param stamp when what it says was last changed or looked up
    public String file(CalendarEvent event, String title, String text, String path, Instant stamp) {
        return Invitation.of(event, address.origin().getHost(), from, "", title, text, address.of(path), stamp);
    }
}
