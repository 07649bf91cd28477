package org.fram.app.provisioning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// The numbers of engagements, by the batches in which they move. Is asked within a transaction.
@Component
public class Numbers {

    static final String PASSED = "passed";
    static final String FAILED = "failed";

    private final Rows rows;
    private final Register numbers;

    Numbers(Rows rows, Register numbersRegister) {
        this.rows = rows;
        this.numbers = numbersRegister;
    }

    /// The numbers of a batch.
    ///
    /// @param name as the numbers have it; empty for those of no batch
    public record Batch(String name, List<Row> rows) {

        public Batch {
            rows = List.copyOf(rows);
        }

        /// How many of them have something in a column.
        public int count(String column) {
            return (int) rows.stream().filter(row -> row.get(column) != null).count();
        }

        /// How many tests passed.
        public int passed() {
            return outcomes(PASSED);
        }

        /// How many tests failed.
        public int failed() {
            return outcomes(FAILED);
        }

        private int outcomes(String outcome) {
            return (int) rows.stream()
                    .filter(row -> outcome.equals(row.get("outcome")))
                    .count();
        }
    }

    /// The batches by their names; those of no batch come last.
    public List<Batch> batches(EngagementId engagement) {
        var batches = new LinkedHashMap<String, List<Row>>();
        for (Row row : rows.all(numbers, engagement, Query.ALL)) {
            batches.computeIfAbsent(Objects.toString(row.get("batch"), ""), _ -> new ArrayList<>())
                    .add(row);
        }
        var names = new TreeSet<>(batches.keySet());
        var sorted = new ArrayList<Batch>();
        for (String name : names) {
            if (!name.isEmpty()) {
                sorted.add(new Batch(name, batches.getOrDefault(name, List.of())));
            }
        }
        if (names.contains("")) {
            sorted.add(new Batch("", batches.getOrDefault("", List.of())));
        }
        return sorted;
    }

    /// Rows of the same number, which a restored row can be.
    public static Map<String, List<Row>> twice(List<Batch> batches) {
        var byNumber = new HashMap<String, List<Row>>();
        batches.forEach(batch -> batch.rows()
                .forEach(row -> byNumber.computeIfAbsent(KeepingNumbers.number(row), _ -> new ArrayList<>())
                        .add(row)));
        byNumber.values().removeIf(same -> same.size() < 2);
        return byNumber;
    }

    /// How many there are.
    int count(EngagementId engagement) {
        return rows.count(numbers, engagement, Query.ALL);
    }
}
