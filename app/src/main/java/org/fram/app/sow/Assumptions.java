package org.fram.app.sow;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.facts.SowFacts.AssumptionFact;
import org.springframework.stereotype.Component;

/// The assumptions of an engagement as facts, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Assumptions {

    private final Rows rows;
    private final Register register;

    Assumptions(Rows rows, Register assumptionsRegister) {
        this.rows = rows;
        this.register = assumptionsRegister;
    }

    /// All of them, in the order in which they were added.
    public List<AssumptionFact> facts(EngagementId engagement) {
        return rows.all(register, engagement, Query.ALL).stream()
                .map(Assumptions::fact)
                .toList();
    }

    private static AssumptionFact fact(Row row) {
        return new AssumptionFact(
                Objects.toString(row.get(Register.REF), ""),
                Objects.toString(row.get("text"), ""),
                (String) row.get("owner"),
                (LocalDate) row.get("validateBy"),
                (Boolean) row.get("holds"),
                (String) row.get("ifFalse"));
    }
}
