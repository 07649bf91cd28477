package org.fram.app.agreement;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.StatusArea;
import org.fram.app.engagement.StatusArea.Better;
import org.fram.app.engagement.StatusArea.Figure;
import org.fram.app.engagement.StatusArea.Line;
import org.fram.app.engagement.StatusSource;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SignGate;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.rules.Finding;
import org.springframework.stereotype.Component;

/// What holds the signature under each statement of work, as the status report says it.
@Component
class SignStatus implements StatusSource {

    private static final int MOST = 5;

    private final StatementsOfWork statements;
    private final SignGate gate;
    private final Agreeing agreeing;

    SignStatus(StatementsOfWork statements, SignGate gate, Agreeing agreeing) {
        this.statements = statements;
        this.gate = gate;
        this.agreeing = agreeing;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<StatusArea> of(EngagementId engagement, LocalDate today) {
        return statements.of(engagement).stream()
                .filter(statement -> !statements.versions(statement.id()).isEmpty())
                .map(statement -> area(engagement, statement))
                .toList();
    }

    private StatusArea area(EngagementId engagement, StatementOfWork statement) {
        var stands = agreeing.of(engagement, statement.id());
        var held = gate.of(engagement, statement);
        var inForce = stands.inForce();
        boolean signed = inForce != null && inForce.ordinal() == stands.ordinal();
        int blockers = held.holding().size();
        var light = signed ? Light.GREEN : blockers > 0 ? Light.RED : Light.AMBER;
        return new StatusArea(
                "sign " + statement.id(),
                Text.of("agreement.status.title", statement.title()),
                light,
                signed
                        ? Text.of("agreement.status.inForce", stands.ordinal())
                        : blockers > 0
                                ? Text.of("agreement.status.held", stands.ordinal(), blockers)
                                : Text.of(
                                        "agreement.status.open",
                                        stands.ordinal(),
                                        stands.notAgreed().size()),
                Text.of("agreement.status.rule"),
                statement.path() + "/gate",
                List.of(
                        Figure.count("blockers", Text.of("agreement.status.blockers"), blockers, Better.LESS),
                        Figure.count(
                                "findings",
                                Text.of("agreement.status.findings"),
                                held.open().size(),
                                Better.LESS),
                        Figure.count(
                                "sections",
                                Text.of("agreement.status.sections"),
                                stands.notAgreed().size(),
                                Better.LESS)),
                signed
                        ? List.of()
                        : held.holding().stream()
                                .limit(MOST)
                                .map(finding -> line(statement, finding))
                                .toList(),
                List.of());
    }

    private static Line line(StatementOfWork statement, Finding finding) {
        return new Line(
                "finding %s %s".formatted(finding.practice(), finding.item()),
                finding.practice(),
                finding.message(),
                "",
                null,
                null,
                statement.path() + "/gate");
    }
}
