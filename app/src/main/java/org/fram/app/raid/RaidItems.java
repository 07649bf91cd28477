package org.fram.app.raid;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Which;
import org.springframework.stereotype.Component;

/// The risks, issues, decisions and actions of engagements, as far as whoever asks may see them. Is
/// asked within a transaction.
@Component
public class RaidItems {

    private final Rows rows;
    private final Map<ThingKind, Register> registers = new EnumMap<>(ThingKind.class);

    RaidItems(
            Rows rows,
            Register risksRegister,
            Register issuesRegister,
            Register decisionsRegister,
            Register actionsRegister) {
        this.rows = rows;
        registers.put(ThingKind.RISK, risksRegister);
        registers.put(ThingKind.ISSUE, issuesRegister);
        registers.put(ThingKind.DECISION, decisionsRegister);
        registers.put(ThingKind.ACTION, actionsRegister);
    }

    /// The register of a kind.
    public Register register(ThingKind kind) {
        var register = registers.get(kind);
        if (register == null) {
            throw new NotFoundException();
        }
        return register;
    }

    /// All of a kind, in the order of the register.
    public List<RaidItem> of(EngagementId engagement, ThingKind kind) {
        return rows.all(register(kind), engagement, Query.ALL).stream()
                .map(row -> new RaidItem(kind, row))
                .toList();
    }

    /// Those about which something is still to be done, in the order of the register.
    public List<RaidItem> open(EngagementId engagement, ThingKind kind) {
        return open(engagement, kind, Which.ALL);
    }

    /// Of those the ones of which a day is not after another.
    ///
    /// @param column of the day
    public List<RaidItem> openUntil(EngagementId engagement, ThingKind kind, String column, LocalDate last) {
        return open(engagement, kind, Which.before(column, "", last.plusDays(1)));
    }

    /// Of those the ones that are somebody’s, by the words that mean them.
    List<RaidItem> openOf(EngagementId engagement, ThingKind kind, Set<String> owners) {
        return open(engagement, kind, Which.says("owner", owners));
    }

    private List<RaidItem> open(EngagementId engagement, ThingKind kind, Which which) {
        return rows.all(register(kind), engagement, Which.empty(kind.ends()).and(which)).stream()
                .map(row -> new RaidItem(kind, row))
                .toList();
    }

    /// The one with an id; empty where there is none for whoever asks.
    public Optional<RaidItem> find(EngagementId engagement, ThingKind kind, UUID id) {
        return rows.find(register(kind), engagement, id).map(row -> new RaidItem(kind, row));
    }

    /// The one with an id.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public RaidItem get(EngagementId engagement, ThingKind kind, UUID id) {
        return find(engagement, kind, id).orElseThrow(NotFoundException::new);
    }

    /// The first one that people call so.
    Optional<RaidItem> called(EngagementId engagement, ThingKind kind, String ref) {
        return rows.all(register(kind), engagement, Which.says(Register.REF, Set.of(ref.strip()))).stream()
                .findFirst()
                .map(row -> new RaidItem(kind, row));
    }
}
