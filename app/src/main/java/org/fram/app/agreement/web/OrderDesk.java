package org.fram.app.agreement.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.agreement.Standing;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Block;
import org.fram.review.AgreementOrder;
import org.springframework.stereotype.Component;

/// Puts together in which order the sections of a statement of work are best agreed on. Is asked within a transaction.
@Component
class OrderDesk {

    private final AgreementOrder order = AgreementOrder.standard();
    private final StatementsOfWork statements;
    private final Obligations obligations;

    OrderDesk(StatementsOfWork statements, Obligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    OrderPart of(Frame frame, SowId sow, Standing standing) {
        var topics = topics(sow);
        var parts = standing.sections().stream()
                .map(part -> new AgreementOrder.Part(
                        part.section().title(),
                        part.section().blocks().stream()
                                .filter(Block.Heading.class::isInstance)
                                .map(Block.Heading.class::cast)
                                .flatMap(heading -> topics.getOrDefault(words(heading.text()), List.of()).stream())
                                .toList(),
                        !standing.parties().isEmpty() && part.agreed(standing.parties())))
                .toList();
        var covered = statements
                .newest(sow)
                .map(read -> read.review().topicsCovered())
                .orElse(List.of());
        var progress = order.of(parts, covered);
        var steps = new ArrayList<OrderPart.Step>();
        for (var taken : progress.steps()) {
            steps.add(new OrderPart.Step(
                    frame.text("agreement.order.step." + taken.step().id()),
                    tone(taken.state()),
                    frame.text("agreement.order.state." + taken.state().name().toLowerCase(Locale.ROOT)),
                    taken.parts().stream().map(at -> link(frame, standing, at)).toList(),
                    note(frame, taken),
                    taken.early()));
        }
        return new OrderPart(
                steps,
                progress.next().map(at -> link(frame, standing, at)).stream().toList());
    }

    private static String note(Frame frame, AgreementOrder.Taken taken) {
        if (taken.early()) {
            return frame.text("agreement.order.early");
        }
        if (taken.state() == AgreementOrder.State.MISSING) {
            return frame.text("agreement.order.missing");
        }
        return taken.parts().isEmpty() ? frame.text("agreement.order.elsewhere") : "";
    }

    private static Tone tone(AgreementOrder.State state) {
        return switch (state) {
            case AGREED -> Tone.GOOD;
            case OPEN -> Tone.CALM;
            case MISSING -> Tone.WARN;
        };
    }

    private static Link link(Frame frame, Standing standing, int position) {
        var section = standing.sections().get(position).section();
        return Link.to(
                "#s" + (position + 1),
                section.title().isEmpty()
                        ? frame.text("agreement.section.first")
                        : (section.number() + " " + section.title()).strip());
    }

    /// The topics of what stands below each heading, by its words without number.
    private Map<String, List<String>> topics(SowId sow) {
        return obligations.of(sow).stream()
                .filter(one -> one.state() == Obligation.State.ACCEPTED || one.state() == Obligation.State.PROPOSED)
                .collect(groupingBy(
                        one -> words(one.promise().section()),
                        mapping(one -> one.promise().topic(), toList())));
    }

    private static String words(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceFirst("^[\\d.)\\s]+", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
