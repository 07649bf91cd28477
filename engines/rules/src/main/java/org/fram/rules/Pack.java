package org.fram.rules;

import java.util.List;

/// Practices that belong together.
///
/// @param id its name, such as `sow`
/// @param title for people
public record Pack(String id, String title, List<Practice> practices) {

    public Pack {
        practices = List.copyOf(practices);
    }
}
