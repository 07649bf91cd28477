package org.fram.app.platform.register;

import gg.jte.Content;
import java.util.Set;
import org.fram.app.platform.pages.Frame;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// A column of a register.
///
/// @param key in addresses and in the keys of its texts: letters, as `validateBy`
/// @param field of the register's table
/// @param template for cells that show more than their value, or null
public record Column(
        String key,
        Field<?> field,
        CellType type,
        Set<Trait> traits,
        @Nullable Template template) {

    /// What a column is beside its type.
    public enum Trait {
        /// A row does not do without.
        REQUIRED,
        /// Takes what room there is.
        WIDE,
        /// Is shown only to those who choose it.
        HIDDEN
    }

    /// The way out for cells that show more than their value: a template of their own. It changes nothing
    /// about how they are edited, filtered and exported.
    @FunctionalInterface
    public interface Template {
        Content of(Row row, Frame frame);
    }

    public Column {
        if (!key.matches("[a-z][A-Za-z]*")) {
            throw new IllegalArgumentException("A column's key is made of letters, unlike '%s'.".formatted(key));
        }
        traits = Set.copyOf(traits);
    }

    /// A column without a template of its own.
    public static Column of(String key, Field<?> field, CellType type, Trait... traits) {
        return new Column(key, field, type, Set.of(traits), null);
    }

    /// The same with a template for its cells.
    public Column shownBy(Template ownTemplate) {
        return new Column(key, field, type, traits, ownTemplate);
    }

    /// Whether it is that.
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
