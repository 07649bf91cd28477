package org.fram.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.List;
import java.util.Set;

/// A path of the facts document, such as `sow.obligations`, or `sow.obligations.role` for a field of its
/// items.
final class FactPath {

    private FactPath() {}

    /// Makes sure that the facts have such a path.
    static void check(Written path, FactTypes types, Mistakes mistakes) {
        var shape = types.root();
        var names = path.text().split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            var field = shape.fields().get(names[i]);
            if (field == null) {
                mistakes.add(
                        path.place(),
                        "There is no field “%s” in %s.%s"
                                .formatted(
                                        names[i],
                                        i == 0 ? "the facts" : names[i - 1],
                                        Nearest.question(
                                                names[i], shape.fields().keySet())));
                return;
            }
            CelType type = field.type() instanceof ListType list ? list.elemType() : field.type();
            var next = types.shapeOf(type);
            if (next == null) {
                if (i < names.length - 1) {
                    mistakes.add(path.place(), "“%s” has no fields.".formatted(names[i]));
                }
                return;
            }
            shape = next;
        }
    }

    /// Whether the facts know what is at the path. A field of a list's items is known where the list is,
    /// unless whoever wrote the facts could not tell it.
    ///
    /// @param unread paths that whoever wrote the facts could not tell
    static boolean known(Object facts, String path, FactTypes types, Set<String> unread) {
        if (unread.contains(path)) {
            return false;
        }
        Object value = facts;
        var shape = types.root();
        for (var name : path.split("\\.", -1)) {
            var field = shape.fields().get(name);
            value = field == null ? null : field.reading().of(value);
            if (value == null) {
                return false;
            }
            if (value instanceof List<?>) {
                return true;
            }
            var next = field == null ? null : types.shapeOf(field.type());
            if (next == null) {
                return true;
            }
            shape = next;
        }
        return true;
    }
}
