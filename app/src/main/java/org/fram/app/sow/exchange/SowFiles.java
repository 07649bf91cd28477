package org.fram.app.sow.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.Facts;
import org.fram.app.sow.ImportedVersion;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.FactsDocument;
import org.fram.facts.MeasureFacts.KpiFact;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.PriceLineFact;
import org.fram.facts.SowFacts.RaciRowFact;
import org.fram.facts.SowFacts.RequirementFact;
import org.fram.office.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Statements of work as they leave. Is asked within a transaction.
@Component
public class SowFiles {

    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final SowFindings findings;
    private final Facts facts;
    private final Rows rows;
    private final Register requirements;
    private final Register assumptions;
    private final JsonMapper json;

    SowFiles(
            StatementsOfWork statements,
            Obligations obligations,
            SowFindings findings,
            Facts facts,
            Rows rows,
            Register requirementsRegister,
            Register assumptionsRegister,
            JsonMapper json) {
        this.statements = statements;
        this.obligations = obligations;
        this.findings = findings;
        this.facts = facts;
        this.rows = rows;
        this.requirements = requirementsRegister;
        this.assumptions = assumptionsRegister;
        this.json = json;
    }

    /// The version with this number, or the newest.
    ///
    /// @param ordinal of the version; 0 for the newest
    /// @throws NotFoundException where there is no such version for whoever asks
    public ImportedVersion version(SowId sow, int ordinal) {
        var all = statements.versions(sow);
        return ordinal == 0
                ? all.getLast()
                : all.stream()
                        .filter(version -> version.ordinal() == ordinal)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    /// The document of a version.
    public Document document(ImportedVersion version) {
        return statements.document(version.sow(), version.ordinal());
    }

    /// The words of a version.
    public List<SowFile.Clause> clauses(ImportedVersion version) {
        return Clauses.of(document(version).blocks());
    }

    /// All of a version.
    public SowFile of(EngagementId engagement, StatementOfWork statement, ImportedVersion version) {
        boolean newest = version.ordinal()
                == statements.versions(statement.id()).getLast().ordinal();
        var known = newest ? findings.inDraft(engagement, statement).facts() : null;
        var sow = known == null ? null : known.sow();
        var price = sow == null ? null : sow.price();
        return new SowFile(
                SowFile.FORMAT,
                statement.title(),
                version.ordinal(),
                newest,
                version.fileName(),
                facts.today(engagement),
                clauses(version),
                newest ? obligations(statement.id()) : List.of(),
                list(sow == null ? null : sow.raci()).stream()
                        .map(SowFiles::responsibility)
                        .toList(),
                assumptions(engagement, sow),
                requirements(engagement, sow),
                list(price == null ? null : price.lines()).stream()
                        .map(SowFiles::price)
                        .toList(),
                kpis(known));
    }

    /// A file as JSON, with a line break at its end.
    public String json(SowFile file) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    private List<SowFile.Obligation> obligations(SowId sow) {
        return obligations.of(sow).stream()
                .filter(one -> one.state() == State.ACCEPTED || one.state() == State.PROPOSED)
                .map(one -> {
                    var promise = one.promise();
                    return new SowFile.Obligation(
                            one.code(),
                            promise.text(),
                            promise.section(),
                            promise.accountable(),
                            promise.responsible(),
                            promise.raci(),
                            promise.kind(),
                            promise.topic(),
                            promise.due(),
                            promise.quantity(),
                            promise.amount(),
                            one.state() == State.ACCEPTED);
                })
                .toList();
    }

    private List<SowFile.Assumption> assumptions(EngagementId engagement, @Nullable SowFacts sow) {
        var all = list(sow == null ? null : sow.assumptions());
        var ours = all.isEmpty() ? Set.<String>of() : ours(assumptions, engagement);
        return all.stream()
                .filter(one -> !ours.contains(one.id()))
                .map(SowFiles::assumption)
                .toList();
    }

    private List<SowFile.Requirement> requirements(EngagementId engagement, @Nullable SowFacts sow) {
        var all = list(sow == null ? null : sow.requirements());
        var ours = all.isEmpty() ? Set.<String>of() : ours(requirements, engagement);
        return all.stream()
                .filter(one -> !ours.contains(one.id()))
                .map(SowFiles::requirement)
                .toList();
    }

    /// The numbers of rows that one's own party alone sees.
    private Set<String> ours(Register register, EngagementId engagement) {
        var ours = new HashSet<String>();
        for (var row : rows.all(register, engagement, Query.ALL)) {
            if (row.get("seenBy") != null) {
                ours.add(row.ref());
            }
        }
        return ours;
    }

    private static List<SowFile.Kpi> kpis(@Nullable FactsDocument known) {
        var measures = known == null ? null : known.measures();
        return list(measures == null ? null : measures.kpis()).stream()
                .map(SowFiles::kpi)
                .toList();
    }

    private static SowFile.Responsibility responsibility(RaciRowFact row) {
        return new SowFile.Responsibility(
                row.id(), row.activity(), row.responsible(), row.accountable(), row.consulted(), row.informed());
    }

    private static SowFile.Assumption assumption(AssumptionFact one) {
        return new SowFile.Assumption(one.id(), one.text(), one.owner(), one.validateBy(), one.holds(), one.ifFalse());
    }

    private static SowFile.Requirement requirement(RequirementFact one) {
        var source = one.source();
        return new SowFile.Requirement(
                one.id(),
                one.text(),
                source == null ? null : RequirementSource.valueOf(source.name()),
                one.key(),
                list(one.obligations()),
                one.deferred());
    }

    private static SowFile.PriceLine price(PriceLineFact line) {
        return new SowFile.PriceLine(line.id(), line.text(), line.amount(), list(line.obligations()), line.option());
    }

    private static SowFile.Kpi kpi(KpiFact kpi) {
        return new SowFile.Kpi(
                kpi.id(), kpi.name(), kpi.target(), kpi.formula(), kpi.dataSource(), kpi.owner(), kpi.exclusions());
    }

    private static <T> List<T> list(@Nullable List<T> known) {
        return Objects.requireNonNullElse(known, List.of());
    }
}
