package org.fram.app.sow;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Decision;
import org.fram.app.practice.Decisions;
import org.springframework.stereotype.Component;

/// The last days of findings with which people live.
@Component
class DatedWaivers implements Dated {

    private static final Text WAIVERS = Text.of("sow.calendar.waivers");

    private final StatementsOfWork statements;
    private final Decisions decisions;

    DatedWaivers(StatementsOfWork statements, Decisions decisions) {
        this.statements = statements;
        this.decisions = decisions;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(WAIVERS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return statements.of(engagement).stream()
                .flatMap(sow -> decisions.about(engagement, sow.id().value()).stream()
                        .flatMap(decision -> entry(sow, decision)))
                .toList();
    }

    private static Stream<Entry> entry(StatementOfWork sow, Decision decision) {
        if (!(decision.verdict() instanceof Decision.Verdict.Waived(var _, var reason, var until))) {
            return Stream.empty();
        }
        var item = decision.item();
        return Stream.of(new Entry(
                "waiver " + decision.id(),
                WAIVERS,
                Text.of("sow.calendar.waived"),
                Shortened.line("%s %s: %s".formatted(decision.practice(), item == null ? "" : item, reason)),
                sow.path() + "/findings",
                When.Days.on(until),
                new Whose.Everybody(),
                Standing.FIXED,
                decision.decided()));
    }
}
