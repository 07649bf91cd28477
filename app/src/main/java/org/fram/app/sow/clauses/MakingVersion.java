package org.fram.app.sow.clauses;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.KeepingResult;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunFailedException;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.AddingVersion;
import org.fram.app.sow.ReadVersion;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.WarmReviewer;
import org.fram.office.Block;
import org.fram.office.Documents;
import org.springframework.stereotype.Component;

/// Making a working copy the next version: its document is written and reviewed, and from then on all who see the
/// statement of work see it.
@Component
public class MakingVersion implements Work {

    private static final String KIND = "sow-version";
    private static final int STEPS = 4;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final WorkingCopies copies;
    private final RequestingRun requesting;
    private final KeepingResult keeping;
    private final WarmReviewer reviewer;
    private final AddingVersion adding;

    MakingVersion(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            WorkingCopies copies,
            RequestingRun requesting,
            KeepingResult keeping,
            WarmReviewer reviewer,
            AddingVersion adding) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.copies = copies;
        this.requesting = requesting;
        this.keeping = keeping;
        this.reviewer = reviewer;
        this.adding = adding;
    }

    /// @param version of the working copy
    /// @param anyway whether it is made though a newer version came since the working copy was taken
    record Input(UUID sow, int version, boolean anyway) {}

    /// What came of it.
    public sealed interface Outcome {

        /// It is being made.
        record Begun(RunId run) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Asks for it.
    ///
    /// @param anyway whether it is made though a newer version came since, whose words are not in it
    public Outcome make(Actor.Person me, EngagementId engagement, SowId sow, boolean anyway) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var statement = statements.get(engagement, sow);
            var copy = copies.of(sow).orElse(null);
            if (copy == null) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.none"));
            }
            var document = Clauses.document(statement.title(), copies.clauses(copy));
            if (document.blocks().isEmpty()) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.empty"));
            }
            int newest = statements.versions(sow).size();
            if (copy.ordinal() < newest && !anyway) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.older", newest, copy.ordinal()));
            }
            if (document.blocks().equals(placeless(statements, sow, newest, statement))) {
                return new Outcome.Refused(Text.of("sow.clauses.refused.same"));
            }
            return new Outcome.Begun(requesting.request(
                    me,
                    new RequestingRun.Wish(
                            engagement,
                            copy.party(),
                            KIND,
                            statement.title(),
                            new Input(sow.value(), copy.version(), anyway))));
        });
    }

    /// The blocks of a version as they would be if they had gone through a working copy.
    private static List<Block> placeless(
            StatementsOfWork statements, SowId sow, int ordinal, StatementOfWork statement) {
        return Clauses.document(statement.title(), Clauses.of(statements.document(sow, ordinal)))
                .blocks();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var input = run.input(Input.class);
        var sow = new SowId(input.sow());
        run.progress(0, STEPS, Text.of("sow.version.writing"));
        var statement = transactions.as(run.person(), () -> statements.get(run.engagement(), sow));
        var clauses = transactions.as(
                run.person(), () -> copies.of(sow).map(copies::clauses).orElseThrow(NotFoundException::new));
        String name = "%s.docx".formatted(statement.title());
        var document = Clauses.document(name, clauses);
        run.progress(1, STEPS, Text.of("sow.import.reviewing", document.blocks().size()));
        var read = new ReadVersion(document, reviewer.get().review(document));
        run.progress(
                3,
                STEPS,
                Text.of("sow.import.storing", read.review().obligations().size()));
        var file = keeping.keep(run, statement.privateTo(), name, Documents.docx(document.blocks()));
        run.finish(() -> {
            var copy = copies.locked(sow)
                    .filter(one -> one.version() == input.version())
                    .orElseThrow(() -> new RunFailedException(Text.of("sow.version.edited")));
            int newest = statements.versions(sow).size();
            if (copy.ordinal() < newest && !input.anyway()) {
                throw new RunFailedException(Text.of("sow.clauses.refused.older", newest, copy.ordinal()));
            }
            String result = adding.goOn(run, file, read, sow);
            copies.discard(copy);
            return result;
        });
    }
}
