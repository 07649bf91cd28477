package org.fram.app.kpi.web;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.kpi.Formulas;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.springframework.stereotype.Component;

/// Puts together what is shown of the formulas of a KPI. Is asked within a transaction of whoever looks.
@Component
class FormulasDesk {

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Formulas formulas;
    private final People people;

    FormulasDesk(EngagementHeads heads, Engagements engagements, Formulas formulas, People people) {
        this.heads = heads;
        this.engagements = engagements;
        this.formulas = formulas;
        this.people = people;
    }

    FormulasPage page(Frame frame, Actor.Person me, EngagementId engagement, UUID id) {
        var head = heads.of(frame, me, engagement);
        var of = formulas.of(engagement, id);
        var zone = engagements.get(engagement).timeZone();
        var names = people.names(of.versions().stream()
                .flatMap(version -> Stream.ofNullable(version.by()))
                .collect(Collectors.toSet()));
        return new FormulasPage(
                head,
                Link.to(head.address() + "/registers/kpis/rows/" + id, of.kpi().ref()),
                of.kpi().name(),
                of.versions().stream()
                        .map(version -> {
                            var since = version.since();
                            return new FormulasPage.Version(
                                    frame.text("kpi.formulas.version", version.number()),
                                    since == null
                                            ? frame.text("kpi.formulas.unknown")
                                            : frame.text(
                                                    "kpi.formulas.since",
                                                    frame.time(since, zone),
                                                    Objects.requireNonNullElse(
                                                            names.get(version.by()),
                                                            frame.text("register.history.somebody"))),
                                    version.text(),
                                    of.valid() && version.equals(of.versions().getFirst()));
                        })
                        .toList());
    }
}
