package org.fram.app.raid.escalation;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.raid.IssueKind;
import org.springframework.stereotype.Component;

/// The levels to which issues of engagements go. Is asked within a transaction.
@Component
public class EscalationPaths {

    private final Rows rows;
    private final Register register;

    EscalationPaths(Rows rows, Register escalationPathRegister) {
        this.rows = rows;
        this.register = escalationPathRegister;
    }

    /// The levels by kind, as the register has them.
    public Map<IssueKind, List<EscalationLevel>> of(EngagementId engagement) {
        return rows.all(register, engagement, Query.ALL).stream()
                .map(EscalationPaths::level)
                .collect(groupingBy(EscalationLevel::kind));
    }

    private static EscalationLevel level(Row row) {
        return new EscalationLevel(
                Code.of(IssueKind.class, words(row, "kind")),
                number(row, "level"),
                number(row, "days"),
                words(row, "customer"),
                words(row, "vendor"),
                words(row, "what"),
                row.get("seenBy") != null);
    }

    private static String words(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static int number(Row row, String column) {
        return row.get(column) instanceof BigDecimal number ? number.intValue() : 0;
    }
}
