package org.fram.app.sow.trace;

import static fram.schema.sow.Tables.OBLIGATION;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.ObligationKind;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What is asked for and what is promised in an engagement, as far as whoever asks may see it. Is asked within a
/// transaction.
@Component
public class Traces {

    private final DSLContext database;
    private final Rows rows;
    private final Register requirements;
    private final StatementsOfWork statements;

    Traces(DSLContext database, Rows rows, Register requirementsRegister, StatementsOfWork statements) {
        this.database = database;
        this.rows = rows;
        this.requirements = requirementsRegister;
        this.statements = statements;
    }

    /// The trace of an engagement.
    public Trace of(EngagementId engagement) {
        return Trace.of(asked(engagement), promised(engagement));
    }

    /// A requirement; empty where there is none for whoever asks.
    public Optional<Asked> asked(EngagementId engagement, UUID row) {
        return rows.find(requirements, engagement, row).map(Traces::asked);
    }

    /// The requirements, in the order in which they were added.
    public List<Asked> asked(EngagementId engagement) {
        return rows.all(requirements, engagement, Query.ALL).stream()
                .map(Traces::asked)
                .toList();
    }

    /// The obligations of all statements of work, the oldest statement first, in the order of each document. What
    /// the review found besides is not read, as there may be thousands.
    public List<Promised> promised(EngagementId engagement) {
        var order = statements.of(engagement).stream().map(StatementOfWork::id).toList();
        return database
                .select(
                        OBLIGATION.ID,
                        OBLIGATION.SOW_ID,
                        OBLIGATION.CODE,
                        OBLIGATION.TEXT,
                        OBLIGATION.SECTION,
                        OBLIGATION.ACCOUNTABLE,
                        OBLIGATION.KIND,
                        OBLIGATION.STATE,
                        OBLIGATION.PART_OF)
                .from(OBLIGATION)
                .where(OBLIGATION.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(OBLIGATION.SOW_ID, OBLIGATION.POSITION, OBLIGATION.CODE)
                .fetch(row -> new Promised(
                        new ObligationId(row.value1()),
                        new SowId(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Objects.requireNonNullElse(row.value6(), ""),
                        ObligationKind.valueOf(row.value7().toUpperCase(Locale.ROOT)),
                        Code.of(Obligation.State.class, row.value8()),
                        row.value9() == null ? null : new ObligationId(row.value9())))
                .stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.sow())))
                .toList();
    }

    private static Asked asked(Row row) {
        Object source = row.get("source");
        return new Asked(
                row.id(),
                row.version(),
                row.ref(),
                Objects.toString(row.get("text"), ""),
                source == null ? null : Code.of(RequirementSource.class, source.toString()),
                row.get("obligations") instanceof List<?> names
                        ? names.stream().map(String::valueOf).toList()
                        : List.of(),
                Boolean.TRUE.equals(row.get("deferred")));
    }
}
