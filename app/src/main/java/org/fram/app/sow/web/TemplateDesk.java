package org.fram.app.sow.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.sow.DraftingSow;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.TemplateDraft;
import org.fram.app.sow.TemplateDraftId;
import org.fram.app.sow.TemplateDrafts;
import org.fram.drafting.Answers;
import org.fram.drafting.Drafting;
import org.fram.drafting.Question;
import org.fram.drafting.Refusal;
import org.fram.drafting.SowLibrary;
import org.fram.drafting.SowTemplate;
import org.springframework.stereotype.Component;

/// Puts together what whoever may bring in a document is shown of templates and of answers to them. Is
/// asked within a transaction of whoever looks.
@Component
class TemplateDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final TemplateDrafts drafts;
    private final StatementsOfWork statements;

    TemplateDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            TemplateDrafts drafts,
            StatementsOfWork statements) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.drafts = drafts;
        this.statements = statements;
    }

    /// What a form held that was not stored.
    ///
    /// @param refusals why; empty where somebody else was faster
    record Unstored(Map<String, List<String>> typed, List<Refusal> refusals) {

        static final Unstored NONE = new Unstored(Map.of(), List.of());
    }

    TemplatesPage templates(Frame frame, Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        var head = heads.of(frame, me, engagement);
        var it = engagements.get(engagement);
        var use = it.kind() == Kind.OUTSOURCED_SERVICE ? SowTemplate.Use.OUTSOURCING : SowTemplate.Use.TECHNOLOGY;
        var all = SowLibrary.standard().templates();
        var cards = Stream.concat(
                        all.stream().filter(one -> one.use() == use),
                        all.stream().filter(one -> one.use() != use))
                .map(one -> new TemplatesPage.Card(
                        one.id(),
                        one.title(),
                        one.about(),
                        one.use() == use,
                        frame.text(
                                "sow.new.size",
                                one.questions().size(),
                                one.steps().size())))
                .toList();
        var begun = drafts.of(engagement).stream()
                .map(draft -> begun(frame, draft, it.timeZone()))
                .toList();
        return new TemplatesPage(head, cards, begun);
    }

    private static TemplatesPage.Begun begun(Frame frame, TemplateDraft draft, ZoneId zone) {
        var template = DraftingSow.template(draft.template());
        var count = Count.of(template, draft.answers());
        return new TemplatesPage.Begun(
                address(draft),
                title(frame, draft),
                frame.text(
                        "sow.new.begun",
                        template.title(),
                        count.answered(),
                        count.asked(),
                        frame.time(draft.changed(), zone)),
                draft.privateTo() != null,
                "discard-" + draft.id());
    }

    StepPage step(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            TemplateDraftId id,
            int number,
            Unstored form,
            boolean more) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        var head = heads.of(frame, me, engagement);
        var draft = drafts.get(engagement, id);
        var template = DraftingSow.template(draft.template());
        if (number < 1 || number > template.steps().size()) {
            throw new NotFoundException();
        }
        var step = template.steps().get(number - 1);
        Map<String, String> errors = new HashMap<>();
        form.refusals().forEach(refusal -> errors.putIfAbsent(refusal.question(), reason(frame, refusal)));
        var asked = step.questions().stream()
                .filter(question -> draft.answers().ask(template, question))
                .toList();
        var count = Count.of(template, draft.answers());
        return new StepPage(
                head,
                address(draft),
                title(frame, draft),
                step.title(),
                step.about(),
                number,
                number == template.steps().size(),
                steps(frame, draft, template),
                frame.text("sow.new.progress", number, template.steps().size(), count.answered(), count.asked()),
                count.percent(),
                asked.stream()
                        .map(question -> asked(
                                frame,
                                question,
                                form.typed().getOrDefault(question.id(), answer(draft.answers(), question)),
                                errors.getOrDefault(question.id(), "")))
                        .toList(),
                draft.version(),
                errors.isEmpty() ? "" : frame.text("sow.new.refused.lead", errors.size()),
                form.refusals().isEmpty() ? clashes(draft.answers(), asked, form.typed()) : List.of(),
                more);
    }

    /// The ids of the questions that a step asks.
    List<String> asked(EngagementId engagement, TemplateDraftId id, int number) {
        var draft = drafts.get(engagement, id);
        var template = DraftingSow.template(draft.template());
        if (number < 1 || number > template.steps().size()) {
            throw new NotFoundException();
        }
        return template.steps().get(number - 1).questions().stream()
                .filter(question -> draft.answers().ask(template, question))
                .map(Question::id)
                .toList();
    }

    private static List<StepPage.Clash> clashes(
            Answers theirs, List<Question> questions, Map<String, List<String>> mine) {
        var clashes = new ArrayList<StepPage.Clash>();
        for (var question : questions) {
            var typed = mine.get(question.id());
            if (typed == null) {
                continue;
            }
            String my = String.join("\n", typed).replace("\r", "").strip();
            String their = String.join("\n", answer(theirs, question));
            if (!my.equals(their)) {
                clashes.add(new StepPage.Clash(question.text(), their, my));
            }
        }
        return clashes;
    }

    private static StepPage.Asked asked(Frame frame, Question question, List<String> answer, String error) {
        var choices = new ArrayList<Choice>();
        switch (question.kind()) {
            case YES_NO -> {
                for (String value : List.of(Answers.YES, Answers.NO)) {
                    choices.add(new Choice(value, frame.text("sow.new.answer." + value), answer.contains(value)));
                }
            }
            case CHOICE, SEVERAL ->
                question.options()
                        .forEach(option -> choices.add(
                                new Choice(option.value(), option.text(), answer.contains(option.value()))));
            default -> {}
        }
        return new StepPage.Asked(
                question.id(),
                question.text(),
                question.help(),
                question.kind().code(),
                String.join("\n", answer),
                choices,
                error,
                question.required());
    }

    TemplatePreviewPage preview(
            Frame frame, Actor.Person me, EngagementId engagement, TemplateDraftId id, String refusal) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        var head = heads.of(frame, me, engagement);
        var draft = drafts.get(engagement, id);
        var template = DraftingSow.template(draft.template());
        var made = Drafting.draft(template, draft.answers());
        Map<String, Integer> stepOf = new LinkedHashMap<>();
        for (int i = 0; i < template.steps().size(); i++) {
            for (var question : template.steps().get(i).questions()) {
                stepOf.put(question.id(), i + 1);
            }
        }
        var open = made.open().stream()
                .map(one -> new TemplatePreviewPage.Open(
                        "%s/steps/%d#q-%s".formatted(address(draft), stepOf.getOrDefault(one.name(), 1), one.name()),
                        one.text(),
                        one.heading()))
                .toList();
        var targets = new ArrayList<Choice>();
        targets.add(new Choice("", frame.text("sow.new.target.own"), true));
        statements
                .of(engagement)
                .forEach(one -> targets.add(
                        new Choice(one.id().toString(), frame.text("sow.new.target.next", one.title()), false)));
        var zone = engagements.get(engagement).timeZone();
        var last = draft.made();
        return new TemplatePreviewPage(
                head,
                address(draft),
                title(frame, draft),
                steps(frame, draft, template),
                open,
                DocumentPart.ofDraft(made),
                targets,
                last == null ? "" : frame.text("sow.new.made", frame.time(last, zone)),
                draft.privateTo() != null,
                refusal);
    }

    private static List<Link> steps(Frame frame, TemplateDraft draft, SowTemplate template) {
        String address = address(draft);
        var links = new ArrayList<Link>();
        IntStream.rangeClosed(1, template.steps().size()).forEach(number -> {
            String step = address + "/steps/" + number;
            links.add(new Link(
                    step, template.steps().get(number - 1).title(), frame.path().equals(step)));
        });
        links.add(new Link(address, frame.text("sow.new.preview"), frame.path().equals(address)));
        return links;
    }

    private static List<String> answer(Answers answers, Question question) {
        return answers.values().getOrDefault(question.id(), question.standard());
    }

    private static String title(Frame frame, TemplateDraft draft) {
        String title = DraftingSow.title(DraftingSow.template(draft.template()), draft.answers());
        return title.isEmpty() ? frame.text("sow.new.untitled") : title;
    }

    private static String reason(Frame frame, Refusal refusal) {
        return frame.text("sow.new.refused." + refusal.reason().code(), refusal.seen(), refusal.expected());
    }

    static String address(TemplateDraft draft) {
        return "%s/sow/new/%s".formatted(EngagementHeads.address(draft.engagement()), draft.id());
    }

    /// How many questions are asked, and how many of them have an answer.
    private record Count(int asked, int answered) {

        static Count of(SowTemplate template, Answers answers) {
            var asked = template.questions().stream()
                    .filter(question -> answers.ask(template, question))
                    .toList();
            int answered = (int) asked.stream()
                    .filter(question -> !answer(answers, question).isEmpty()
                            || (!question.required() && answers.values().containsKey(question.id())))
                    .count();
            return new Count(asked.size(), answered);
        }

        int percent() {
            return asked == 0 ? 100 : answered * 100 / asked;
        }
    }
}
