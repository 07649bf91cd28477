package org.fram.app.platform.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.jspecify.annotations.Nullable;

/// Acts on rows that are the ordinary ones, but for those that a module has rules of its own for: it overrides these.
public abstract class FurtherActs implements RowActs {

    private final KeepingRows keeping;

    /// @param keeping does what is ordinary
    protected FurtherActs(KeepingRows keeping) {
        this.keeping = keeping;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> rows) {
        return keeping.addAll(register, me, engagement, rows);
    }

    @Override
    public RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID row,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        return keeping.change(register, me, engagement, row, seen, wanted);
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> rows) {
        return keeping.delete(register, me, engagement, rows);
    }

    /// Deletes those rows alone that may go; the others count as overtaken.
    ///
    /// @param mayGo tells it by a row as it is. Is asked within a transaction of whoever deletes
    protected Deletion deleteOnly(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            Map<UUID, Integer> wanted,
            Predicate<Row> mayGo) {
        return keeping.deleteOnly(register, me, engagement, wanted, mayGo);
    }

    @Override
    public int restore(Register register, Actor.Person me, EngagementId engagement, UUID deletion) {
        return keeping.restore(register, me, engagement, deletion);
    }
}
