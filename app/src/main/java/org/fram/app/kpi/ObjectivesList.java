package org.fram.app.kpi;

import java.util.List;
import java.util.Objects;
import org.fram.app.engagement.HomeList;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The objectives on an engagement's home page.
@Component
class ObjectivesList implements HomeList {

    private final Measuring measuring;
    private final Confirmations confirmations;

    ObjectivesList(Measuring measuring, Confirmations confirmations) {
        this.measuring = measuring;
        this.confirmations = confirmations;
    }

    @Override
    public Text title() {
        return Text.of("kpi.objective.title");
    }

    @Override
    public List<Pair> lines(Frame frame, EngagementId engagement) {
        var objectives = measuring.objectives(engagement);
        var states = confirmations.states(engagement, objectives);
        return objectives.stream()
                .map(objective -> new Pair(
                        objective.words().text(),
                        said(frame, objective, Objects.requireNonNull(states.get(objective.id())))))
                .toList();
    }

    @Override
    public String path() {
        return "registers/" + KpiRegisters.OBJECTIVES;
    }

    private static String said(Frame frame, Objective objective, ConfirmationState state) {
        String confirmed = state.confirmedBy()
                .map(name -> frame.text("kpi.home.confirmedBy", name))
                .orElseGet(() -> frame.text("kpi.state." + state.kind().code()));
        return objective.ours() ? confirmed + " · " + frame.text("kpi.home.ours") : confirmed;
    }
}
