package org.fram.app.platform.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that binds, as an act did it.
///
/// @param kind in lower case with hyphens, such as `waiver-granted`; `ledger.deed.KIND` is its title
/// @param subject the id of what it is about
/// @param what the rest that whoever looks must know, by names in camel case, of which `ledger.what.NAME` is the label.
/// It names people and parties by ids alone.
public record Deed(String kind, UUID subject, Map<String, String> what) {

    public Deed {
        what = Map.copyOf(what);
    }

    /// A deed without what is null.
    public static Deed of(String kind, UUID subject, Map<String, ? extends @Nullable Object> what) {
        var known = new TreeMap<String, String>();
        what.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                known.put(name, value.toString());
            }
        });
        return new Deed(kind, subject, known);
    }
}
