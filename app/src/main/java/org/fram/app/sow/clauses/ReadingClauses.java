package org.fram.app.sow.clauses;

import java.util.Optional;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.office.Document;
import org.springframework.stereotype.Component;

/// Working copies as they are read. Is asked within a transaction.
@Component
public class ReadingClauses {

    private final WorkingCopies copies;

    ReadingClauses(WorkingCopies copies) {
        this.copies = copies;
    }

    /// That of one’s party, where it has one.
    public Optional<Manuscript> of(SowId sow) {
        return copies.of(sow)
                .map(copy -> Manuscript.of(
                        copy, copies.clauses(copy), copies.last(copy).orElse(null)));
    }

    /// What to look at in its words.
    public Manuscript.Wording wording(StatementOfWork statement, Manuscript manuscript) {
        var clauses = copies.clauses(manuscript.copy());
        return Manuscript.wording(manuscript, clauses, Clauses.document(statement.title(), clauses));
    }

    /// The document that it makes.
    public Document document(StatementOfWork statement, Manuscript manuscript) {
        return Clauses.document(statement.title(), copies.clauses(manuscript.copy()));
    }
}
