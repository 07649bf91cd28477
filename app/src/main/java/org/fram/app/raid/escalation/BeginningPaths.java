package org.fram.app.raid.escalation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.texts.Text;
import org.fram.app.raid.IssueKind;
import org.fram.app.raid.RaidOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Beginning with the levels to which issues usually go, for kinds that have none.
@Component
public class BeginningPaths {

    private static final Map<String, List<Usual>> LIBRARY = read("/fram/library/raid/escalation.yaml");

    private final Transactions transactions;
    private final Authority authority;
    private final EscalationPaths paths;
    private final Register register;

    BeginningPaths(
            Transactions transactions, Authority authority, EscalationPaths paths, Register escalationPathRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.paths = paths;
        this.register = escalationPathRegister;
    }

    /// A level of the library.
    record Usual(int level, int days, String customer, String vendor, String what) {}

    /// Adds them.
    public RaidOutcome begin(Actor.Person me, EngagementId engagement) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var there = paths.of(engagement);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            LIBRARY.forEach((kind, levels) -> {
                if (!there.containsKey(Code.of(IssueKind.class, kind))) {
                    levels.forEach(level -> rows.add(row(kind, level)));
                }
            });
            if (rows.isEmpty()) {
                return new RaidOutcome.Refused(Text.of("raid.refused.paths"));
            }
            register.acts().addAll(register, me, engagement, rows);
            return new RaidOutcome.Done();
        });
    }

    private static Map<String, @Nullable Object> row(String kind, Usual level) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("kind", kind);
        row.put("level", BigDecimal.valueOf(level.level()));
        row.put("days", BigDecimal.valueOf(level.days()));
        row.put("customer", level.customer());
        row.put("vendor", level.vendor());
        row.put("what", level.what());
        return row;
    }

    private static Map<String, List<Usual>> read(String resource) {
        try (InputStream in = BeginningPaths.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
