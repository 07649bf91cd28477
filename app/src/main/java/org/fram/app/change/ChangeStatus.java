package org.fram.app.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusArea.Unit;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// What somebody wants otherwise than agreed and nobody has decided on, as the status report says it.
@Component
class ChangeStatus implements StatusSource {

    private static final int MOST = 5;

    private final ProposedChanges changes;

    ChangeStatus(ProposedChanges changes) {
        this.changes = changes;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        var all = changes.of(engagement);
        if (all.isEmpty()) {
            return List.of();
        }
        var open = all.stream()
                .filter(change -> change.state() == ChangeState.PROPOSED)
                .toList();
        long unweighed = open.stream()
                .filter(change -> change.price() == null || change.number("days") == null)
                .count();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.count("open", Text.of("change.status.open"), open.size(), Better.LESS));
        figures.add(Figure.count(
                "agreed",
                Text.of("change.status.agreed"),
                all.stream()
                        .filter(change -> change.state() == ChangeState.AGREED)
                        .count(),
                Better.NEITHER));
        var days = open.stream()
                .map(change -> change.number("days"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (days.signum() != 0) {
            figures.add(new Figure("days", Text.of("change.status.days"), Unit.DAYS, days, null, Better.LESS));
        }
        return List.of(new StatusArea(
                "changes",
                Text.of("change.status.title"),
                unweighed > 0 ? Light.RED : open.isEmpty() ? Light.GREEN : Light.AMBER,
                open.isEmpty()
                        ? Text.of("change.status.none")
                        : Text.of("change.status.because", open.size(), unweighed),
                Text.of("change.status.rule"),
                "changes",
                figures,
                open.stream()
                        .limit(MOST)
                        .map(change -> new Line(
                                "change " + change.id(),
                                change.ref(),
                                change.text(),
                                change.words("wantedBy"),
                                null,
                                null,
                                "changes/" + change.ref()))
                        .toList(),
                List.of()));
    }
}
