package org.fram.app.sow.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Code;
import org.fram.app.sow.RequirementSource;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;

/// A statement of work as it leaves: its words, and what both sides keep beside them. `docs/reference/sow-format.md`
/// describes each field.
///
/// What is beside the words is as it stands today, so it goes along with the newest version alone. Rows that are
/// private to a party are not in it, whoever asks.
///
/// @param format of this file, 1
/// @param newest whether the version is the newest
public record SowFile(
        int format,
        String title,
        int version,
        boolean newest,
        String file,
        LocalDate day,
        List<Clause> clauses,
        List<Obligation> obligations,
        List<Responsibility> raci,
        List<Assumption> assumptions,
        List<Requirement> requirements,
        List<PriceLine> prices,
        List<Kpi> kpis) {

    static final int FORMAT = 1;

    public SowFile {
        clauses = List.copyOf(clauses);
        obligations = List.copyOf(obligations);
        raci = List.copyOf(raci);
        assumptions = List.copyOf(assumptions);
        requirements = List.copyOf(requirements);
        prices = List.copyOf(prices);
        kpis = List.copyOf(kpis);
    }

    /// What a clause is.
    public enum Kind implements Code {
        HEADING,
        PARAGRAPH,
        ITEM,
        FOOTNOTE,
        TABLE_HEAD,
        TABLE_ROW
    }

    /// A piece of the document.
    ///
    /// @param level of a heading or item, 1 for the outermost; 0 of others
    /// @param number as printed; may be empty
    /// @param text the words; of a table's row its cells joined by ` | `
    /// @param cells of a table's row; empty of others
    public record Clause(Kind kind, int level, String number, String text, List<String> cells) {

        public Clause {
            cells = List.copyOf(cells);
        }
    }

    /// An obligation that stands.
    public record Obligation(
            String id,
            String text,
            String section,
            @Nullable String accountable,
            List<String> responsible,
            Map<String, String> raci,
            ObligationKind kind,
            String topic,
            @Nullable String due,
            @Nullable String quantity,
            @Nullable String amount,
            boolean accepted) {

        public Obligation {
            responsible = List.copyOf(responsible);
            raci = Map.copyOf(raci);
        }
    }

    /// A row of a responsibility table.
    public record Responsibility(
            String id,
            String activity,
            List<String> responsible,
            List<String> accountable,
            List<String> consulted,
            List<String> informed) {

        public Responsibility {
            responsible = List.copyOf(responsible);
            accountable = List.copyOf(accountable);
            consulted = List.copyOf(consulted);
            informed = List.copyOf(informed);
        }
    }

    /// An assumption.
    public record Assumption(
            String id,
            String text,
            @Nullable String owner,
            @Nullable LocalDate validateBy,
            @Nullable Boolean holds,
            @Nullable String ifFalse) {}

    /// A requirement.
    public record Requirement(
            String id,
            String text,
            @Nullable RequirementSource source,
            @Nullable Boolean key,
            List<String> obligations,
            @Nullable Boolean deferred) {

        public Requirement {
            obligations = List.copyOf(obligations);
        }
    }

    /// A line of the price.
    public record PriceLine(
            String id,
            String text,
            @Nullable String amount,
            List<String> obligations,
            @Nullable Boolean option) {

        public PriceLine {
            obligations = List.copyOf(obligations);
        }
    }

    /// A key figure.
    public record Kpi(
            String id,
            String name,
            @Nullable String target,
            @Nullable String formula,
            @Nullable String dataSource,
            @Nullable String owner,
            @Nullable String exclusions) {}
}
