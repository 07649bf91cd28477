package org.fram.app.platform.notices;

import java.time.Instant;
import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// Something that somebody is told.
///
/// Texts are kept as keys and values, and put into words when somebody reads them. Values may be text,
/// numbers, days (`LocalDate`), points in time (`Instant`, shown in the reader's time zone) and other texts.
///
/// @param engagement of which it tells, or null. Whoever has left the engagement sees it no more, and gets no
/// mail of it
/// @param key under which this reader is never given it twice, such as `obligation-assigned 0198… 3`
/// @param text paragraphs; one as a rule
/// @param path in the application to go to, as `/engagements/…`; empty where there is nothing to go to. To a
/// bare address it may hold a secret: it is erased once the mail has ended
/// @param event for the reader's calendar, or null
/// @param until when it is worth sending, or null for always
public record Notice(
        Recipient to,
        @Nullable EngagementId engagement,
        NoticeKind kind,
        String key,
        Text subject,
        List<Text> text,
        String path,
        @Nullable CalendarEvent event,
        @Nullable Instant until) {

    public Notice {
        text = List.copyOf(text);
        if (!path.isEmpty() && (!path.startsWith("/") || path.startsWith("//"))) {
            throw new IllegalArgumentException("A notice leads to a path of the application, or nowhere.");
        }
    }

    /// A notice to somebody with an account.
    public static Notice to(PersonId person, NoticeKind kind, String key, Text subject, Text text, String path) {
        return new Notice(new Recipient.Account(person), null, kind, key, subject, List.of(text), path, null, null);
    }

    /// A notice to an e-mail address.
    public static Notice to(String email, NoticeKind kind, String key, Text subject, Text text, String path) {
        return new Notice(new Recipient.Address(email), null, kind, key, subject, List.of(text), path, null, null);
    }

    /// The same, about an engagement.
    public Notice in(EngagementId about) {
        return new Notice(to, about, kind, key, subject, text, path, event, until);
    }

    /// The same with an event for the reader's calendar.
    public Notice with(CalendarEvent date) {
        return new Notice(to, engagement, kind, key, subject, text, path, date, until);
    }

    /// The same, not worth sending after a point in time.
    public Notice until(Instant last) {
        return new Notice(to, engagement, kind, key, subject, text, path, event, last);
    }
}
