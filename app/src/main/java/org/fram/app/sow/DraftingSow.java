package org.fram.app.sow;

import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.drafting.Answers;
import org.fram.drafting.Drafting;
import org.fram.drafting.Known;
import org.fram.drafting.Refusal;
import org.fram.drafting.SowLibrary;
import org.fram.drafting.SowTemplate;
import org.fram.office.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafting a statement of work from a template: answering its questions, and bringing in the document
/// that they make.
///
/// The document takes the way of every other one: it is kept as a file, read and reviewed by a run. The
/// answers stay, and another document can be made of them.
@Component
public class DraftingSow {

    private static final String DEFAULT_NAME = "Statement of work";
    private static final int LONGEST_NAME = 120;

    private final Transactions transactions;
    private final Authority authority;
    private final TemplateDrafts drafts;
    private final KnownAnswers known;
    private final BringingIn bringingIn;
    private final InstantSource clock;

    DraftingSow(
            Transactions transactions,
            Authority authority,
            TemplateDrafts drafts,
            KnownAnswers known,
            BringingIn bringingIn,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.drafts = drafts;
        this.known = known;
        this.bringingIn = bringingIn;
        this.clock = clock;
    }

    /// What came of answering.
    public sealed interface Outcome {

        record Stored(TemplateDraft draft) implements Outcome {}

        /// Some answers fit no question; none was stored.
        record Refused(List<Refusal> refusals) implements Outcome {}

        /// Somebody else answered meanwhile.
        record Overtaken(TemplateDraft theirs) implements Outcome {}
    }

    /// The template of this name.
    ///
    /// @throws NotFoundException where there is none
    public static SowTemplate template(String name) {
        return SowLibrary.standard().template(name).orElseThrow(NotFoundException::new);
    }

    /// Begins with what the engagement knows.
    ///
    /// @param privately whether only one's own party is to see the answers and the document
    public TemplateDraft begin(Actor.Person me, EngagementId engagement, String template, boolean privately) {
        return transactions.as(me, () -> {
            var party = authority.require(me, Act.CONTRIBUTE, engagement).party();
            var privateTo = privately ? party : null;
            var answers = known.of(engagement, template(template), privateTo);
            var draft = new TemplateDraft(
                    TemplateDraftId.next(),
                    engagement,
                    privateTo,
                    template,
                    answers,
                    null,
                    me.id(),
                    clock.instant(),
                    0);
            drafts.add(draft);
            return draft;
        });
    }

    /// Stores answers to some of the questions; the others stay as they are.
    ///
    /// @param version that was read when the person began
    /// @param typed by question; an empty list leaves the question open
    public Outcome answer(
            Actor.Person me,
            EngagementId engagement,
            TemplateDraftId id,
            int version,
            Map<String, List<String>> typed) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var draft = drafts.get(engagement, id);
            var reading = Answers.read(template(draft.template()), typed);
            if (!reading.refusals().isEmpty()) {
                return new Outcome.Refused(reading.refusals());
            }
            if (draft.version() != version) {
                return new Outcome.Overtaken(draft);
            }
            var all = new LinkedHashMap<>(draft.answers().values());
            all.putAll(reading.answers().values());
            return drafts.store(draft, new Answers(all), me.id())
                    ? new Outcome.Stored(drafts.get(engagement, id))
                    : new Outcome.Overtaken(drafts.get(engagement, id));
        });
    }

    /// Makes the document and brings it in.
    ///
    /// @param sow of which it becomes the next version, or null for a statement of work of its own
    public BringingIn.Outcome make(Actor.Person me, EngagementId engagement, TemplateDraftId id, @Nullable SowId sow) {
        var draft = transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return drafts.get(engagement, id);
        });
        var template = template(draft.template());
        byte[] bytes = Documents.docx(Drafting.draft(template, draft.answers()).blocks());
        var document = new BringingIn.Document(name(template, draft.answers()), new ByteArrayInputStream(bytes));
        var outcome = sow == null
                ? bringingIn.begin(me, engagement, document, draft.privateTo() != null)
                : bringingIn.goOn(me, engagement, sow, document);
        if (outcome instanceof BringingIn.Outcome.Begun) {
            transactions.run(me, () -> drafts.made(draft));
        }
        return outcome;
    }

    /// Throws the answers away. Documents that were made of them stay.
    public void discard(Actor.Person me, EngagementId engagement, TemplateDraftId id) {
        transactions.run(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            drafts.discard(drafts.get(engagement, id));
        });
    }

    /// A name that files may have on every system.
    private static String name(SowTemplate template, Answers answers) {
        String title = title(template, answers)
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ")
                .strip();
        String name = title.isEmpty() ? DEFAULT_NAME : title;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip() + ".docx";
    }

    /// What people call the draft: the answer about the project's name.
    public static String title(SowTemplate template, Answers answers) {
        return template.questions().stream()
                .filter(question -> question.known() == Known.TITLE)
                .flatMap(question -> answers.values().getOrDefault(question.id(), List.of()).stream())
                .findFirst()
                .orElse("");
    }
}
