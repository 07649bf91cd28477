package org.fram.app.change;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// The days by which statements of work are gone through again.
@Component
class DatedReviews implements Dated {

    private static final Text REVIEWS = Text.of("change.calendar.reviews");

    private final SowReviews reviews;
    private final StatementsOfWork statements;
    private final Members members;

    DatedReviews(SowReviews reviews, StatementsOfWork statements, Members members) {
        this.reviews = reviews;
        this.statements = statements;
        this.members = members;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(REVIEWS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        Map<SowId, SowReview> last = new LinkedHashMap<>();
        reviews.of(engagement).forEach(review -> last.putIfAbsent(review.sow(), review));
        var managers = members.of(engagement).stream()
                .filter(member -> member.does().contains(ProjectRole.PROJECT_MANAGER))
                .map(Member::person)
                .collect(toSet());
        return statements.of(engagement).stream()
                .flatMap(sow -> Optional.ofNullable(last.get(sow.id())).stream()
                        .map(review -> entry(sow, review, new Whose.People(managers))))
                .toList();
    }

    private static Entry entry(StatementOfWork sow, SowReview review, Whose whose) {
        return new Entry(
                "review of " + sow.id(),
                REVIEWS,
                Text.of("change.calendar.next"),
                sow.title(),
                "changes#reviews",
                When.Days.on(review.next()),
                whose,
                Standing.OPEN,
                null);
    }
}
