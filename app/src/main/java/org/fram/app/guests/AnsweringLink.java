package org.fram.app.guests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What a guest does with a link: looks, reads the document, answers the question or says yes or no to
/// statements. Each use goes to the ledger.
@Component
public class AnsweringLink {

    private static final Actor TASK = new Actor.Task("guest");
    private static final NoticeKind ANSWERS = NoticeKind.chosen("guest-answers", Delivery.AT_ONCE);
    private static final int LONGEST_ANSWER = 4_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int REASON_IN_ANSWER = 120;

    /// Looking again within this time is the same use: whoever reloads a page does not fill the ledger.
    private static final Duration SAME_LOOK = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final GuestLinks links;
    private final StoredFiles files;
    private final Notices notices;
    private final Ledger ledger;
    private final ObjectProvider<Asking> asking;
    private final InstantSource clock;

    /// Modules that ask stand on this one, so they are asked for when a link is opened.
    AnsweringLink(
            Transactions transactions,
            GuestLinks links,
            StoredFiles files,
            Notices notices,
            Ledger ledger,
            ObjectProvider<Asking> asking,
            InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.files = files;
        this.notices = notices;
        this.ledger = ledger;
        this.asking = asking;
        this.clock = clock;
    }

    @Bean
    static NoticeKind guestAnswers() {
        return ANSWERS;
    }

    /// What a link leads to.
    public sealed interface Outcome {

        /// What it is for.
        ///
        /// @param file that is to be read, or null where there is a question
        /// @param statements to which one says yes or no; none where one writes an answer
        record Open(GuestLink link, @Nullable StoredFile file, List<Statement> statements) implements Outcome {}

        /// The answer is written down.
        record Answered(GuestLink link) implements Outcome {}

        record Refused(GuestLink link, List<Statement> statements, Text reason) implements Outcome {}

        /// It was answered, has expired, or was taken back.
        record Closed(GuestLink.State state) implements Outcome {}

        /// There is no such link.
        record Unknown() implements Outcome {}
    }

    /// Looks at what a link is for.
    public Outcome look(String token) {
        return with(token, (guest, link) -> {
            var now = clock.instant();
            var last = link.lastUsed();
            if (last == null || last.plus(SAME_LOOK).isBefore(now)) {
                use(guest, link, "guest-looked", now);
            }
            return open(link);
        });
    }

    /// Reads the document of a link; one for a question stays with the question.
    public Outcome read(String token) {
        return with(token, (guest, link) -> {
            if (link.file() == null) {
                return open(link);
            }
            use(guest, link, "guest-read", clock.instant());
            return open(link);
        });
    }

    /// What a guest says to a statement.
    ///
    /// @param reason why they object, or what they say with it
    /// @param from the first day that they name instead, or null
    /// @param until the last one, or null
    public record Said(
            Word word,
            String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /// Without dates.
        ///
        /// @param confirmed whether they confirm it, or else object
        public Said(boolean confirmed, String reason) {
            this(confirmed ? Word.CONFIRMS : Word.OBJECTS, reason, null, null);
        }
    }

    /// What one can say to a statement.
    public enum Word implements Code {
        CONFIRMS,
        OBJECTS,
        /// Yes, but on other dates; only where it is about dates.
        OTHER_DATES
    }

    /// Says yes or no to the statements of a link, once.
    ///
    /// @param said by the ids of the statements
    public Outcome answer(String token, Map<UUID, Said> said) {
        return with(token, (guest, link) -> {
            var asks = asks(link);
            if (asks.isEmpty()) {
                return open(link);
            }
            var statements = asks.get().statements(link);
            var answers = new ArrayList<Statement.Answer>();
            for (var statement : statements) {
                var word = said.get(statement.id());
                if (word == null) {
                    return new Outcome.Refused(link, statements, Text.of("guests.refused.unsaid", statement.name()));
                }
                var refusal = refuse(statement, word);
                if (refusal != null) {
                    return new Outcome.Refused(link, statements, refusal);
                }
                answers.add(answer(statement, word));
            }
            var now = clock.instant();
            if (!links.answer(link.id(), summary(answers), now)) {
                return new Outcome.Closed(GuestLink.State.ANSWERED);
            }
            asks.get().answered(guest, link, answers);
            use(guest, link, "guest-answered", now);
            return new Outcome.Answered(link);
        });
    }

    private static @Nullable Text refuse(Statement statement, Said said) {
        boolean tooLong = said.reason().strip().length() > LONGEST_REASON;
        if (statement.wants() == Statement.Wants.WORDS) {
            return said.reason().isBlank() || tooLong
                    ? Text.of("guests.refused.words", statement.name(), LONGEST_REASON)
                    : null;
        }
        boolean unsaid = said.word() == Word.OBJECTS && said.reason().isBlank();
        if (unsaid || tooLong && (statement.dated() || said.word() == Word.OBJECTS)) {
            return Text.of(
                    statement.dated() ? "guests.refused.note" : "guests.refused.reason",
                    statement.name(),
                    LONGEST_REASON);
        }
        if (said.word() == Word.OTHER_DATES) {
            var from = said.from();
            var until = said.until();
            if (!statement.dated() || from == null || until == null || until.isBefore(from)) {
                return Text.of("guests.refused.dates", statement.name());
            }
        }
        return null;
    }

    private static Statement.Answer answer(Statement statement, Said said) {
        var from = said.from();
        var until = said.until();
        return new Statement.Answer(
                statement,
                said.word() == Word.CONFIRMS,
                said.word() == Word.CONFIRMS && statement.wants() == Statement.Wants.YES_OR_NO
                        ? ""
                        : said.reason().strip(),
                said.word() == Word.OTHER_DATES && from != null && until != null
                        ? new Statement.Dates(from, until)
                        : null);
    }

    /// Answers the question of a link in words, once.
    public Outcome answer(String token, String answer) {
        return with(token, (guest, link) -> {
            if (link.file() != null || asks(link).isPresent()) {
                return open(link);
            }
            String text = answer.strip();
            if (text.isEmpty() || text.length() > LONGEST_ANSWER) {
                return new Outcome.Refused(link, List.of(), Text.of("guests.refused.answer", LONGEST_ANSWER));
            }
            var now = clock.instant();
            if (!links.answer(link.id(), text, now)) {
                return new Outcome.Closed(GuestLink.State.ANSWERED);
            }
            use(guest, link, "guest-answered", now);
            return new Outcome.Answered(link);
        });
    }

    /// What is done with an open link.
    private interface Use {
        Outcome of(Actor.Guest guest, GuestLink link);
    }

    private Outcome with(String token, Use use) {
        var found = transactions.<Optional<GuestLink>>as(TASK, () -> links.find(Hashes.sha256(token)));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var link = found.get();
        var state = link.state(clock.instant());
        if (state != GuestLink.State.OPEN) {
            return new Outcome.Closed(state);
        }
        var guest = new Actor.Guest(link.id());
        Outcome outcome;
        String page;
        try {
            page = transactions.as(guest, () -> asks(link).map(Asking::path).orElse("guests"));
            outcome = transactions.as(guest, () -> use.of(guest, links.get(link.id())));
        } catch (NotFoundException _) {
            // Taken back in this very moment.
            return new Outcome.Closed(GuestLink.State.REVOKED);
        }
        if (outcome instanceof Outcome.Answered) {
            tell(link, page);
        }
        return outcome;
    }

    private Outcome open(GuestLink link) {
        var file = link.file();
        return new Outcome.Open(
                link,
                file == null ? null : files.get(link.engagement(), file),
                asks(link).map(module -> module.statements(link)).orElse(List.of()));
    }

    /// The module that asks by a link, if one does.
    private Optional<Asking> asks(GuestLink link) {
        return asking.stream()
                .filter(module -> !module.statements(link).isEmpty())
                .findFirst();
    }

    /// The answer as it stands beside the link; reasons are there in full where the module keeps them.
    private static String summary(List<Statement.Answer> answers) {
        return answers.stream().map(AnsweringLink::line).collect(Collectors.joining("\n"));
    }

    private static String line(Statement.Answer answer) {
        String name = answer.statement().name();
        String reason = answer.reason().length() <= REASON_IN_ANSWER
                ? answer.reason()
                : answer.reason().substring(0, REASON_IN_ANSWER) + "…";
        var other = answer.other();
        String line = other != null
                ? "↔ %s: %s – %s".formatted(name, other.from(), other.until())
                : answer.statement().wants() == Statement.Wants.WORDS
                        ? name
                        : (answer.confirmed() ? "✓ " : "✗ ") + name;
        return reason.isEmpty() ? line : line + ": " + reason;
    }

    private void use(Actor.Guest guest, GuestLink link, String kind, Instant now) {
        var file = link.file();
        links.use(link.id(), now);
        ledger.record(
                guest,
                link.engagement(),
                link.privateTo(),
                InvitingGuests.deed(
                        kind,
                        link,
                        file == null
                                ? link.question()
                                : files.get(link.engagement(), file).name()));
    }

    /// Whoever asked is told. A guest tells nobody themselves, as row security lets them see one thing
    /// only.
    private void tell(GuestLink link, String page) {
        transactions.run(
                TASK,
                () -> notices.give(Notice.to(
                                link.madeBy(),
                                ANSWERS,
                                "guest-answered " + link.id(),
                                Text.of("guests.told.subject", link.name()),
                                Text.of("guests.told.text", link.name(), link.question()),
                                "/engagements/%s/%s".formatted(link.engagement(), page))
                        .in(link.engagement())));
    }
}
