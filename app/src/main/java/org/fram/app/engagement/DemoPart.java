package org.fram.app.engagement;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs;
import org.jspecify.annotations.Nullable;

/// What a module adds to the demonstration's engagement, by the same acts that its pages use. Parts are
/// added in the order of the lifecycle.
public interface DemoPart {

    /// Where in the lifecycle it belongs.
    Stage stage();

    /// Adds it.
    void add(Demo demo);

    /// The demonstration's engagement and the people on whose behalf things are added.
    ///
    /// @param customer the customer's project manager, who owns the engagement
    /// @param vendor the vendor's project manager
    /// @param partner the integration partner's design engineer
    /// @param documents a folder for documents that whoever tries Fram may bring in
    record Demo(
            EngagementId engagement, Actor.Person customer, Actor.Person vendor, Actor.Person partner, Path documents) {

        /// Adds rows to a register on behalf of somebody.
        ///
        /// @throws IllegalStateException where one is refused: the demonstration is to show none that is wrong
        public List<Row> add(Register register, Actor.Person person, List<Map<String, @Nullable Object>> rows) {
            return register.acts().addAll(register, person, engagement, rows).stream()
                    .map(outcome -> {
                        if (outcome instanceof RowActs.RowOutcome.Done(var row)) {
                            return row;
                        }
                        throw new IllegalStateException("A row of the demonstration is refused: " + outcome);
                    })
                    .toList();
        }
    }
}
