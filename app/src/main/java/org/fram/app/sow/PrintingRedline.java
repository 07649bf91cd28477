package org.fram.app.sow;

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
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunningRun;
import org.fram.app.platform.runs.Work;
import org.fram.app.platform.texts.Text;
import org.fram.office.Printing;
import org.fram.office.Printing.Print;
import org.fram.review.Redline;
import org.springframework.stereotype.Component;

/// Printing what changed between two versions of a statement of work as a PDF. A long one takes a while, so it is a
/// run.
@Component
public class PrintingRedline implements Work {

    private static final String KIND = "sow-redline";
    private static final int STEPS = 4;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final RequestingRun requesting;
    private final KeepingResult keeping;

    PrintingRedline(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            RequestingRun requesting,
            KeepingResult keeping) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.requesting = requesting;
        this.keeping = keeping;
    }

    /// @param from ordinal of the earlier version
    /// @param to ordinal of the later one
    record Input(UUID sow, int from, int to, Words words) {}

    /// What stands on it beside the document, in the language of whoever asks.
    ///
    /// @param language as `en`
    /// @param which versions they are
    /// @param legend how changes are marked
    public record Words(String language, String which, String legend) {}

    /// Asks for it.
    ///
    /// @throws NotFoundException where there is no such version for whoever asks
    public RunId begin(Actor.Person me, EngagementId engagement, SowId sow, int from, int to, Words words) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var statement = statements.get(engagement, sow);
            statements.document(sow, from);
            statements.document(sow, to);
            return requesting.request(
                    me,
                    new RequestingRun.Wish(
                            engagement,
                            statement.privateTo(),
                            KIND,
                            statement.title(),
                            new Input(sow.value(), from, to, words)));
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RunningRun run) {
        var input = run.input(Input.class);
        var sow = new SowId(input.sow());
        run.progress(0, STEPS, Text.of("sow.redline.reading"));
        var versions = transactions.as(
                run.person(),
                () -> List.of(statements.document(sow, input.from()), statements.document(sow, input.to())));
        run.progress(1, STEPS, Text.of("sow.redline.comparing"));
        var redline = Redline.between(versions.getFirst(), versions.getLast());
        run.progress(2, STEPS, Text.of("sow.redline.printing", redline.parts().size()));
        var statement = transactions.as(run.person(), () -> statements.get(run.engagement(), sow));
        var words = input.words();
        byte[] pdf = Printing.pdf(new Print(
                statement.title(),
                words.language(),
                List.of(words.which(), words.legend()),
                redline.marked(),
                statement.title() + " · " + words.which()));
        run.progress(3, STEPS, Text.of("sow.redline.keeping"));
        run.goOn();
        String name = "%s %d-%d.pdf".formatted(statement.title(), input.from(), input.to());
        var file = keeping.keep(run, statement.privateTo(), name, pdf);
        run.finish(() -> "files/" + file.id());
    }
}
