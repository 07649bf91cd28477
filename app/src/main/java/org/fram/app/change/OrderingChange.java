package org.fram.app.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.agreement.PuttingUp;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.runs.KeepingResult;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.Matter;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Marked;
import org.fram.office.Printing;
import org.fram.review.Redline;
import org.springframework.stereotype.Component;

/// Printing a change that both sides agree to as a change order, and putting that up for signature. Where the change
/// comes with a version of the statement of work, all that it changes is printed with it, and the version is in force
/// once all have signed.
@Component
public class OrderingChange implements Work {

    private static final String KIND = "change-order";
    private static final int STEPS = 3;

    private final Transactions transactions;
    private final Authority authority;
    private final ProposedChanges changes;
    private final StatementsOfWork statements;
    private final PuttingUp puttingUp;
    private final RequestingRun requesting;
    private final KeepingResult keeping;
    private final AskingForSignatures asking;
    private final InstantSource clock;

    OrderingChange(
            Transactions transactions,
            Authority authority,
            ProposedChanges changes,
            StatementsOfWork statements,
            PuttingUp puttingUp,
            RequestingRun requesting,
            KeepingResult keeping,
            AskingForSignatures asking,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.changes = changes;
        this.statements = statements;
        this.puttingUp = puttingUp;
        this.requesting = requesting;
        this.keeping = keeping;
        this.asking = asking;
        this.clock = clock;
    }

    /// Who is to sign, until when, and the words of the document.
    ///
    /// @param expires the first moment at which nobody signs any more
    public record Wish(List<PersonId> signatories, Instant expires, Words words) {}

    /// What stands in the document, in the language of whoever asks.
    ///
    /// @param language as `en`
    /// @param title of the document
    /// @param lead lines below it
    /// @param terms names and values, one behind the other
    /// @param wording heads what the statement of work says from then on
    /// @param legend how changes are marked
    public record Words(
            String language,
            String title,
            List<String> lead,
            List<List<String>> terms,
            String wording,
            String legend) {}

    /// What came of it.
    public sealed interface Outcome {

        /// It is being printed.
        record Begun(RunId run) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// @param terms the digest of what is ordered
    record Input(String change, String terms, List<UUID> signatories, Instant expires, Words words) {}

    /// Asks for it.
    public Outcome order(Actor.Person me, EngagementId engagement, String ref, Wish wish) {
        return transactions.as(me, () -> {
            authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var change = changes.get(engagement, ref);
            var refusal = refuse(engagement, change);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            return new Outcome.Begun(requesting.request(
                    me,
                    new RequestingRun.Wish(
                            engagement,
                            null,
                            KIND,
                            ref,
                            new Input(
                                    ref,
                                    change.terms(),
                                    wish.signatories().stream()
                                            .map(PersonId::value)
                                            .toList(),
                                    wish.expires(),
                                    wish.words()))));
        });
    }

    /// Why no change order can be put up; empty where one can. Is asked within a transaction.
    Optional<Text> refuse(EngagementId engagement, ProposedChange change) {
        if (change.state() != ChangeState.AGREED) {
            return Optional.of(Text.of("change.refused.notAgreed"));
        }
        return changes.orders(engagement).stream()
                        .filter(order -> order.change().equals(change.id()))
                        .anyMatch(order -> isAlive(order.request().state(clock.instant())))
                ? Optional.of(Text.of("change.refused.ordered"))
                : Optional.empty();
    }

    private static boolean isAlive(SignatureRequest.State state) {
        return state == SignatureRequest.State.OPEN || state == SignatureRequest.State.SIGNED;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var input = run.input(Input.class);
        run.progress(0, STEPS, Text.of("change.order.reading"));
        var change = transactions.as(run.person(), () -> changes.get(run.engagement(), input.change()));
        var pieces = new ArrayList<Marked>();
        input.words().terms().forEach(row -> pieces.add(piece(Marked.Shape.ROW, 0, row)));
        var wording = change.wording();
        if (wording != null) {
            var redline = transactions.as(
                    run.person(),
                    () -> Redline.between(
                            statements.document(wording.sow(), wording.from()),
                            statements.document(wording.sow(), wording.to())));
            pieces.add(piece(Marked.Shape.HEADING, 1, List.of(input.words().wording())));
            pieces.add(piece(Marked.Shape.PARAGRAPH, 0, List.of(input.words().legend())));
            pieces.addAll(redline.marked());
        }
        run.progress(1, STEPS, Text.of("change.order.printing"));
        byte[] pdf = Printing.pdf(new Printing.Print(
                input.words().title(),
                input.words().language(),
                input.words().lead(),
                pieces,
                input.words().title()));
        run.progress(2, STEPS, Text.of("change.order.asking"));
        var file = keeping.keep(run, null, input.words().title() + ".pdf", pdf);
        run.finish(() -> ask(run, input, file.id()));
    }

    private String ask(RunningRun run, Input input, FileId file) {
        var change = changes.get(run.engagement(), input.change());
        var refusal = change.terms().equals(input.terms())
                ? refuse(run.engagement(), change)
                : Optional.of(Text.of("change.refused.other"));
        if (refusal.isPresent()) {
            throw new RunFailedException(refusal.get());
        }
        Money.Sum price = change.price();
        var wish = new AskingForSignatures.Wish(
                input.words().title(),
                Matter.CHANGE_ORDER,
                price == null || price.amount().signum() <= 0 ? null : price,
                file,
                input.signatories().stream().map(PersonId::new).toList(),
                false,
                input.expires(),
                false);
        return switch (asking.ask(run.person(), run.engagement(), wish)) {
            case AskingForSignatures.Outcome.Asked(var request) -> {
                changes.order(run.engagement(), change.id(), request);
                var wording = change.wording();
                if (wording != null) {
                    puttingUp.byAddendum(run.engagement(), wording.sow(), request, wording.to());
                }
                yield "signatures/" + request;
            }
            case AskingForSignatures.Outcome.Refused(var reason) -> throw new RunFailedException(reason);
            case AskingForSignatures.Outcome.Withdrawn _ -> throw new IllegalStateException("Nothing was withdrawn.");
        };
    }

    private static Marked piece(Marked.Shape shape, int level, List<String> cells) {
        return new Marked(
                shape,
                level,
                Marked.Change.KEPT,
                cells.stream()
                        .map(cell -> List.of(new Marked.Run(Marked.Change.KEPT, cell)))
                        .toList());
    }
}
