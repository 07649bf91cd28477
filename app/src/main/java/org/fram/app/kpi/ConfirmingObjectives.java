package org.fram.app.kpi;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.guests.Asking;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.Statement;
import org.fram.app.kpi.Confirmation.Verdict;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// What an executive does with the link: they read the objectives, and confirm or object. Each answer
/// goes to the ledger with the digest of the words that it is about.
@Component
class ConfirmingObjectives implements Asking {

    private final Confirmations confirmations;
    private final Ledger ledger;
    private final InstantSource clock;

    ConfirmingObjectives(Confirmations confirmations, Ledger ledger, InstantSource clock) {
        this.confirmations = confirmations;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Statement> statements(GuestLink link) {
        return confirmations.byLink(link.id()).stream()
                .map(ConfirmingObjectives::statement)
                .toList();
    }

    @Override
    public void answered(Actor.Guest guest, GuestLink link, List<Statement.Answer> answers) {
        var asked = confirmations.byLink(link.id()).stream()
                .collect(Collectors.toMap(Confirmation::id, Function.identity()));
        var now = clock.instant();
        for (var answer : answers) {
            var about = Objects.requireNonNull(asked.get(answer.statement().id()));
            var verdict = answer.confirmed() ? Verdict.CONFIRMED : Verdict.OBJECTED;
            confirmations.answer(about.id(), verdict, answer.reason(), now);
            ledger.record(
                    guest,
                    link.engagement(),
                    link.privateTo(),
                    Deed.of(
                            "objective-" + verdict.code(),
                            about.objective(),
                            Map.of(
                                    "objective",
                                    about.ref(),
                                    "words",
                                    about.words().sha256(),
                                    "reason",
                                    answer.reason())));
        }
    }

    @Override
    public String path() {
        return "objectives/confirmations";
    }

    private static Statement statement(Confirmation asked) {
        var details = new ArrayList<Text>();
        if (!asked.words().measure().isEmpty()) {
            details.add(Text.of("kpi.asked.measure", asked.words().measure()));
        }
        var weight = asked.words().weight();
        if (weight != null) {
            details.add(Text.of("kpi.asked.weight", weight));
        }
        return new Statement(asked.id(), asked.ref(), asked.words().text(), details);
    }
}
