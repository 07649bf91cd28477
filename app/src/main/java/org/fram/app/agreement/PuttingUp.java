package org.fram.app.agreement;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.KeepingResult;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.sow.SignGate;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Printing;
import org.fram.review.Redline;
import org.springframework.stereotype.Component;

/// Putting a version up for signature once both sides agree to all of it and nothing holds it: it is printed as a PDF,
/// and
/// the bytes of that are what is signed.
@Component
public class PuttingUp implements Work {

    private static final String KIND = "agreement-put-up";
    private static final int STEPS = 3;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Engagements engagements;
    private final Members members;
    private final Agreeing agreeing;
    private final Agreements agreements;
    private final SignGate gate;
    private final RequestingRun requesting;
    private final KeepingResult keeping;
    private final AskingForSignatures asking;

    PuttingUp(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Engagements engagements,
            Members members,
            Agreeing agreeing,
            Agreements agreements,
            SignGate gate,
            RequestingRun requesting,
            KeepingResult keeping,
            AskingForSignatures asking) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.engagements = engagements;
        this.members = members;
        this.agreeing = agreeing;
        this.agreements = agreements;
        this.gate = gate;
        this.requesting = requesting;
        this.keeping = keeping;
        this.asking = asking;
    }

    /// Who is to sign, until when, and the words around the document.
    ///
    /// @param signatories people of both sides who may sign a statement of work
    /// @param expires the first moment at which nobody signs any more
    public record Wish(List<PersonId> signatories, Instant expires, Words words) {}

    /// What stands on the PDF beside the document, in the language of whoever asks.
    ///
    /// @param language as `en`
    /// @param version which one it is, in words
    /// @param parties whom it is between
    public record Words(String language, String version, String parties) {}

    /// What came of it.
    public sealed interface Outcome {

        /// It is being printed.
        record Begun(RunId run) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// @param ordinal of the version
    record Input(UUID sow, int ordinal, List<UUID> signatories, Instant expires, Words words) {}

    /// Asks for it.
    public Outcome putUp(Actor.Person me, EngagementId engagement, SowId sow, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var standing = agreeing.of(engagement, sow);
            var refusal = refuse(engagement, sow, standing, wish.signatories());
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var statement = statements.get(engagement, sow);
            return new Outcome.Begun(requesting.request(
                    me,
                    new RequestingRun.Wish(
                            engagement,
                            null,
                            KIND,
                            statement.title(),
                            new Input(
                                    sow.value(),
                                    standing.ordinal(),
                                    wish.signatories().stream()
                                            .map(PersonId::value)
                                            .toList(),
                                    wish.expires(),
                                    wish.words()))));
        });
    }

    /// Why it cannot be put up yet, whoever signs; empty where it can. Is asked within a transaction.
    public Optional<Text> holds(EngagementId engagement, SowId sow) {
        return holds(engagement, sow, agreeing.of(engagement, sow));
    }

    /// Notes that a version is signed by way of another document, as an addendum that shows all that it changes. Is
    /// asked within a transaction of whoever asks for the signatures.
    public void byAddendum(EngagementId engagement, SowId sow, RequestId request, int ordinal) {
        statements.document(sow, ordinal);
        agreements.putUp(engagement, sow, new Agreements.PutUp(request, ordinal));
    }

    private Optional<Text> refuse(EngagementId engagement, SowId sow, Standing standing, List<PersonId> signatories) {
        return holds(engagement, sow, standing)
                .or(() -> bothSides(engagement, signatories)
                        ? Optional.empty()
                        : Optional.of(Text.of("agreement.putUp.bothSides")));
    }

    private Optional<Text> holds(EngagementId engagement, SowId sow, Standing standing) {
        var statement = statements.get(engagement, sow);
        if (statement.privateTo() != null) {
            return Optional.of(Text.of("agreement.putUp.private"));
        }
        if (standing.open() != null) {
            return Optional.of(Text.of("agreement.putUp.open"));
        }
        if (standing.inForce() != null && standing.inForce().ordinal() == standing.ordinal()) {
            return Optional.of(Text.of("agreement.putUp.inForce", standing.ordinal()));
        }
        if (!standing.notAgreed().isEmpty()) {
            return Optional.of(Text.of(
                    "agreement.putUp.notAgreed",
                    standing.notAgreed().size(),
                    standing.notAgreed().getFirst().section().title()));
        }
        var before = gate.of(engagement, statement);
        if (!before.isOpen()) {
            return Optional.of(Text.of("agreement.putUp.held", before.holding().size()));
        }
        return Optional.empty();
    }

    /// Whether somebody of the customer and somebody of those who deliver sign.
    private boolean bothSides(EngagementId engagement, List<PersonId> signatories) {
        var parties = engagements.parties(engagement).stream().collect(toMap(Party::id, party -> party));
        Set<Party> sign = members.of(engagement).stream()
                .filter(member -> signatories.contains(member.person()))
                .map(Member::party)
                .map(parties::get)
                .collect(toSet());
        return sign.stream().anyMatch(Agreeing::isCustomer) && sign.stream().anyMatch(Agreeing::delivers);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var input = run.input(Input.class);
        var sow = new SowId(input.sow());
        run.progress(0, STEPS, Text.of("agreement.putUp.reading"));
        var statement = transactions.as(run.person(), () -> statements.get(run.engagement(), sow));
        var document = transactions.as(run.person(), () -> statements.document(sow, input.ordinal()));
        run.progress(
                1, STEPS, Text.of("agreement.putUp.printing", document.blocks().size()));
        var words = input.words();
        var pdf = Printing.pdf(new Printing.Print(
                statement.title(),
                words.language(),
                List.of(words.version(), words.parties()),
                // A redline from a document to itself is the document.
                Redline.between(document, document).marked(),
                statement.title() + " · " + words.version()));
        run.progress(2, STEPS, Text.of("agreement.putUp.asking"));
        var file = keeping.keep(run, null, "%s, %s.pdf".formatted(statement.title(), words.version()), pdf);
        run.finish(() -> {
            var signatories = input.signatories().stream().map(PersonId::new).toList();
            var standing = agreeing.of(run.engagement(), sow);
            var refusal = standing.ordinal() == input.ordinal()
                    ? refuse(run.engagement(), sow, standing, signatories)
                    : Optional.of(Text.of("agreement.putUp.newer"));
            if (refusal.isPresent()) {
                throw new RunFailedException(refusal.get());
            }
            var wish = new AskingForSignatures.Wish(
                    statement.title() + ", " + words.version(),
                    Matter.STATEMENT_OF_WORK,
                    null,
                    file.id(),
                    signatories,
                    false,
                    input.expires(),
                    false);
            return switch (asking.ask(run.person(), run.engagement(), wish)) {
                case AskingForSignatures.Outcome.Asked(var request) -> {
                    agreements.putUp(run.engagement(), sow, new Agreements.PutUp(request, input.ordinal()));
                    yield "signatures/" + request;
                }
                case AskingForSignatures.Outcome.Refused(var reason) -> throw new RunFailedException(reason);
                case AskingForSignatures.Outcome.Withdrawn _ ->
                    throw new IllegalStateException("Nothing was withdrawn.");
            };
        });
    }
}
