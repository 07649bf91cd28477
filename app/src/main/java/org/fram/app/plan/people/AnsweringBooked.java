package org.fram.app.plan.people;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.guests.Asking;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.Statement;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody who is booked does with the link: they say yes, no, or on which other dates they can.
@Component
class AnsweringBooked implements Asking {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK);

    private final AskedBookings asked;
    private final Ledger ledger;
    private final InstantSource clock;

    AnsweringBooked(AskedBookings asked, Ledger ledger, InstantSource clock) {
        this.asked = asked;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Statement> statements(GuestLink link) {
        return asked.byLink(link.id()).stream().map(AnsweringBooked::statement).toList();
    }

    @Override
    public void answered(Actor.Guest guest, GuestLink link, List<Statement.Answer> answers) {
        var byId = asked.byLink(link.id()).stream().collect(Collectors.toMap(Asked::id, Function.identity()));
        var now = clock.instant();
        for (var said : answers) {
            var about = Objects.requireNonNull(byId.get(said.statement().id()));
            var answer = said.confirmed()
                    ? Asked.Answer.YES
                    : said.other() == null ? Asked.Answer.NO : Asked.Answer.OTHER_DATES;
            asked.answer(about.id(), answer, said, now);
            var what = new HashMap<String, @Nullable Object>();
            what.put("booking", about.ref());
            what.put("begins", about.terms().begins());
            what.put("ends", about.terms().ends());
            var other = said.other();
            if (other != null) {
                what.put("otherBegins", other.from());
                what.put("otherEnds", other.until());
            }
            ledger.record(
                    guest,
                    link.engagement(),
                    link.privateTo(),
                    Deed.of("booking-" + answer.code(), about.booking(), what));
        }
    }

    @Override
    public String path() {
        return "plan/bookings";
    }

    private static Statement statement(Asked one) {
        var details = new ArrayList<Text>();
        details.add(
                Text.of("plan.booking.asked.person", one.person(), one.terms().share()));
        if (!one.work().isEmpty()) {
            details.add(Text.of("plan.booking.asked.work", one.work()));
        }
        return new Statement(
                one.id(),
                one.ref(),
                "%s – %s"
                        .formatted(
                                DAY.format(one.terms().begins()),
                                DAY.format(one.terms().ends())),
                details,
                Statement.Wants.DATES);
    }
}
