package org.fram.app.platform.register;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a change of rows comes from.
///
/// @param code as the table has it; `register.origin.CODE` is its text
/// @param undoes the act that it takes back, or null
public record Origin(String code, @Nullable UUID undoes) {

    /// A page, unless somebody says otherwise.
    public static final Origin PAGE = new Origin("page", null);

    /// A list that came in.
    public static final Origin IMPORT = new Origin("import", null);

    /// A program that acts as a person.
    public static final Origin API = new Origin("api", null);

    private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

    /// Taking back an act.
    static Origin undoing(UUID act) {
        return new Origin("undo", act);
    }

    /// Does something whose changes come from here.
    public void during(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// The same for something that has a result.
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    static Origin current() {
        return CURRENT.orElse(PAGE);
    }
}
