package org.fram.app.platform.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Which rows of a register somebody needs: the table looks for them, so that nobody reads thousands to keep three.
@FunctionalInterface
public interface Which {

    /// All of them.
    Which ALL = _ -> DSL.noCondition();

    /// None of them.
    Which NONE = _ -> DSL.falseCondition();

    /// As the table of a register is asked for it.
    Condition in(Register register);

    /// Those of some engagements.
    static Which of(Collection<EngagementId> engagements) {
        UUID[] ids = engagements.stream().map(EngagementId::value).toArray(UUID[]::new);
        return register -> register.engagement().eq(DSL.any(ids));
    }

    /// Those of which a column says nothing.
    static Which empty(String column) {
        return register -> field(register, column).isNull();
    }

    /// Those of which a column says something.
    static Which filled(String column) {
        return register -> field(register, column).isNotNull();
    }

    /// Those of which a column says one of these words, whatever the case.
    static Which says(String column, Set<String> words) {
        return register -> {
            var said = DSL.trim(field(register, column).cast(String.class));
            // What has the same letters is the same, even where a database and Java differ about small ones.
            String[] exact = words.toArray(String[]::new);
            String[] small =
                    words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new);
            return said.eq(DSL.any(exact)).or(DSL.lower(said).eq(DSL.any(small)));
        };
    }

    /// Those that last for a day or more between two days, both included.
    ///
    /// @param first the column of the first day
    /// @param last the column of the last one; empty where they last for one
    static Which during(String first, String last, LocalDate from, LocalDate until) {
        return register ->
                day(register, first).le(until).and(end(register, first, last).ge(from));
    }

    /// Those that are over before a day.
    ///
    /// @param first the column of the first day
    /// @param last the column of the last one; empty where they last for one
    static Which before(String first, String last, LocalDate day) {
        return register -> end(register, first, last).lt(day);
    }

    /// Those that are also among others.
    default Which and(Which other) {
        return register -> in(register).and(other.in(register));
    }

    /// Those, and others.
    default Which or(Which other) {
        return register -> in(register).or(other.in(register));
    }

    private static Field<LocalDate> end(Register register, String first, String last) {
        var begin = day(register, first);
        return last.isEmpty() ? begin : DSL.greatest(begin, day(register, last));
    }

    private static Field<LocalDate> day(Register register, String column) {
        return field(register, column).coerce(LocalDate.class);
    }

    private static Field<?> field(Register register, String column) {
        return Objects.requireNonNull(register.column(column).orElseThrow().field());
    }
}
