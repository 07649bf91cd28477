package org.fram.app.sow.exchange;

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
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Printing;
import org.fram.office.Printing.Print;
import org.springframework.stereotype.Component;

/// Printing a version of a statement of work as a PDF. A long one takes a while, so it is a run.
@Component
public class PrintingSow implements Work {

    private static final String KIND = "sow-print";
    private static final int STEPS = 3;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final SowFiles files;
    private final RequestingRun requesting;
    private final KeepingResult keeping;

    PrintingSow(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            SowFiles files,
            RequestingRun requesting,
            KeepingResult keeping) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.files = files;
        this.requesting = requesting;
        this.keeping = keeping;
    }

    /// @param version its ordinal
    /// @param language of the words, as `en`
    /// @param which version it is, in words
    record Input(UUID sow, int version, String language, String which) {}

    /// Asks for it.
    ///
    /// @throws NotFoundException where there is no such version for whoever asks
    public RunId begin(
            Actor.Person me, EngagementId engagement, SowId sow, int version, String language, String which) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var statement = statements.get(engagement, sow);
            files.version(sow, version);
            return requesting.request(
                    me,
                    new RequestingRun.Wish(
                            engagement,
                            statement.privateTo(),
                            KIND,
                            statement.title(),
                            new Input(sow.value(), version, language, which)));
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
        run.progress(0, STEPS, Text.of("sow.whole.reading"));
        var clauses = transactions.as(run.person(), () -> files.clauses(files.version(sow, input.version())));
        run.progress(1, STEPS, Text.of("sow.whole.printing", clauses.size()));
        var statement = transactions.as(run.person(), () -> statements.get(run.engagement(), sow));
        byte[] pdf = Printing.pdf(new Print(
                statement.title(),
                input.language(),
                List.of(input.which()),
                Clauses.printed(clauses),
                statement.title() + " · " + input.which()));
        run.progress(2, STEPS, Text.of("sow.redline.keeping"));
        run.goOn();
        String name = "%s %d.pdf".formatted(statement.title(), input.version());
        var file = keeping.keep(run, statement.privateTo(), name, pdf);
        run.finish(() -> "files/" + file.id());
    }
}
