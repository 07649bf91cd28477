package org.fram.app.provisioning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// Who owns the relationships with suppliers. Is asked within a transaction.
@Component
class Relations {

    static final String CARRIER = "carrier";

    private final Rows rows;
    private final Register suppliers;

    Relations(Rows rows, Register suppliersRegister) {
        this.rows = rows;
        this.suppliers = suppliersRegister;
    }

    /// Who owns the relationships with carriers; empty where there is no carrier, and where one has no owner.
    Optional<String> carrierOwner(EngagementId engagement) {
        var owners = new LinkedHashMap<String, String>();
        for (Row row : of(engagement)) {
            if (CARRIER.equals(row.get("kind"))) {
                String carrier = key(row);
                String owner = row.get("owner") instanceof String said ? said : "";
                owners.merge(carrier, owner, (first, other) -> first.isEmpty() ? other : first);
            }
        }
        return owners.isEmpty() || owners.containsValue("")
                ? Optional.empty()
                : Optional.of(owners.values().stream().distinct().collect(Collectors.joining("; ")));
    }

    /// To whom one goes at a supplier with what is late; empty where nobody is named.
    ///
    /// @param stage of [Unconfirmed]
    Optional<String> contact(EngagementId engagement, String supplier, int stage) {
        String column = switch (stage) {
            case 1 -> "desk";
            case 2 -> "firstLevel";
            default -> "secondLevel";
        };
        return of(engagement).stream()
                .filter(row -> key(row).equals(supplier.toLowerCase(Locale.ROOT)))
                .flatMap(row -> Optional.ofNullable(row.get(column)).stream())
                .map(Object::toString)
                .findFirst();
    }

    /// All that are kept.
    List<Row> of(EngagementId engagement) {
        return rows.all(suppliers, engagement, Query.ALL);
    }

    private static String key(Row row) {
        return String.valueOf(row.get("text")).toLowerCase(Locale.ROOT);
    }
}
