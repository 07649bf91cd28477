package org.fram.app.sow;

import java.io.InputStream;
import java.util.Set;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.runs.RequestingRun;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Bringing in a document, as a new statement of work or as the next version of one. It is kept at once, and read and
/// reviewed by a run.
@Component
public class BringingIn {

    /// What names of documents end with.
    public static final Set<String> ENDINGS =
            Set.of("docx", "docm", "dotx", "dotm", "pdf", "txt", "text", "md", "markdown", "xlsx");

    private final Transactions transactions;
    private final Authority authority;
    private final KeepingFile keepingFile;
    private final RequestingRun requestingRun;
    private final StatementsOfWork statements;

    BringingIn(
            Transactions transactions,
            Authority authority,
            KeepingFile keepingFile,
            RequestingRun requestingRun,
            StatementsOfWork statements) {
        this.transactions = transactions;
        this.authority = authority;
        this.keepingFile = keepingFile;
        this.requestingRun = requestingRun;
        this.statements = statements;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk, and this run reads it.
        record Begun(RunId run) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// A document as it arrives.
    public record Document(String name, InputStream stream) {}

    /// Brings in a new statement of work.
    ///
    /// @param privately whether only one's own party is to see it until somebody of it shares it
    public Outcome begin(Actor.Person me, EngagementId engagement, Document document, boolean privately) {
        PartyId party = transactions
                .as(me, () -> authority.require(me, Act.CONTRIBUTE, engagement))
                .party();
        return keep(me, engagement, null, document, privately ? party : null);
    }

    /// Brings in the next version of one.
    public Outcome goOn(Actor.Person me, EngagementId engagement, SowId sow, Document document) {
        var statement = transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return statements.get(engagement, sow);
        });
        return keep(me, engagement, sow, document, statement.privateTo());
    }

    private Outcome keep(
            Actor.Person me,
            EngagementId engagement,
            @Nullable SowId sow,
            Document document,
            @Nullable PartyId privateTo) {
        var arrival = new KeepingFile.Arrival(document.name(), ENDINGS, document.stream());
        return switch (keepingFile.keep(me, engagement, privateTo, arrival)) {
            case KeepingFile.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case KeepingFile.Outcome.Kept(var file) ->
                new Outcome.Begun(requestingRun.request(
                        me,
                        new RequestingRun.Wish(
                                engagement,
                                privateTo,
                                ImportingSow.KIND,
                                file.name(),
                                new ImportingSow.Input(
                                        file.id().value(),
                                        sow == null ? null : sow.value(),
                                        privateTo == null ? null : privateTo.value()))));
        };
    }
}
