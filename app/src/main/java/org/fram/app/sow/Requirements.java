package org.fram.app.sow;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.facts.SowFacts.RequirementFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The requirements of an engagement as facts, as far as whoever asks may see them. Is asked within a
/// transaction.
@Component
public class Requirements {

    private final Rows rows;
    private final Register register;

    Requirements(Rows rows, Register requirementsRegister) {
        this.rows = rows;
        this.register = requirementsRegister;
    }

    /// All of them, in the order in which they were added.
    public List<RequirementFact> facts(EngagementId engagement) {
        return rows.all(register, engagement, Query.ALL).stream()
                .map(Requirements::fact)
                .toList();
    }

    private static RequirementFact fact(Row row) {
        return new RequirementFact(
                Objects.toString(row.get(Register.REF), ""),
                Objects.toString(row.get("text"), ""),
                source(row.get("source")),
                (Boolean) row.get("key"),
                names(row.get("obligations")),
                (Boolean) row.get("deferred"),
                (String) row.get("deferralSignedBy"),
                (LocalDate) row.get("demonstrated"));
    }

    private static org.fram.facts.SowFacts.@Nullable RequirementSource source(@Nullable Object code) {
        return code == null
                ? null
                : org.fram.facts.SowFacts.RequirementSource.valueOf(
                        org.fram.app.platform.access.Code.of(RequirementSource.class, code.toString())
                                .name());
    }

    private static List<String> names(@Nullable Object value) {
        return value instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
