package org.fram.app.platform.notices;

import fram.pages.app.Templates;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.texts.Texts;
import org.springframework.stereotype.Component;

/// Puts what is in a mail into words.
@Component
class Writing {

    private final Texts english = Texts.in(Locale.UK);
    private final PublicAddress address;
    private final Templates templates;

    /// Whom mails come from, and dates are of.
    private final String from;

    Writing(PublicAddress address, Settings settings, Templates templates) {
        var mail = settings.mail();
        this.address = address;
        this.from = mail == null ? "fram@" + address.origin().getHost() : MailServer.bare(mail.from());
        this.templates = templates;
    }

    /// A mail, ready to be handed over.
    ///
    /// @param id its Message-ID
    /// @param calendar what calendars read, or empty
    record Written(
            String id,
            String to,
            Instant made,
            String subject,
            String text,
            String html,
            String calendar,
            String method) {

        /// It names nobody, as it may stand in a log.
        @Override
        public String toString() {
            return id;
        }
    }

    Written write(Outbox.Parcel parcel) {
        var words = new Wording(english, parcel.wishes().zone());
        var parts = parcel.notices().stream()
                .map(notice -> part(words, parcel.account(), notice))
                .toList();
        String host = address.origin().getHost();
        var letter = new Letter(
                english.locale().getLanguage(),
                words.of("platform.name"),
                parts.size() == 1 ? parts.getFirst().title() : words.of("notices.mail.digest", parts.size()),
                parts,
                words.of(parcel.account() ? "notices.mail.why" : "notices.mail.whyAddress", host),
                parcel.account() ? address.of(NoticeSettingsController.ADDRESS) : "",
                words.of("notices.mail.settings"));
        var html = new StringOutput();
        templates.noticesMail(letter).render(html);
        var only = parcel.notices().size() == 1 ? parcel.notices().getFirst() : null;
        var event = only == null ? null : only.event();
        return new Written(
                "<%s@%s>".formatted(parcel.id(), host),
                parcel.email(),
                parcel.made(),
                letter.subject().replaceAll("\\p{Cntrl}+", " "),
                letter.text(),
                html.toString(),
                only == null ? "" : calendar(only, parts.getFirst(), parcel.email()),
                event == null ? "" : event.method().name());
    }

    /// The event of a notice as a file for calendars; empty where it has none.
    String calendar(Told notice, Texts texts, ZoneId zone, String email) {
        return calendar(notice, part(new Wording(texts, zone), true, notice), email);
    }

    private String calendar(Told notice, Letter.Part words, String email) {
        var event = notice.event();
        return event == null
                ? ""
                : Invitation.of(
                        event,
                        address.origin().getHost(),
                        from,
                        email,
                        words.title(),
                        String.join("\n", words.text()),
                        words.link(),
                        notice.given());
    }

    private Letter.Part part(Wording words, boolean account, Told notice) {
        boolean leads = !notice.path().isEmpty();
        return new Letter.Part(
                words.of(notice.subject()),
                notice.text().stream().map(words::of).toList(),
                words.time(notice.given()),
                leads ? address.of(account ? "/notices/" + notice.id() : notice.path()) : "",
                words.of("notices.mail.open"));
    }
}
