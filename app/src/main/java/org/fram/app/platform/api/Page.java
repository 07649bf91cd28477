package org.fram.app.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @JsonPropertyDescription("The parts of the list, in its order.")
        List<T> items,

        @JsonPropertyDescription("Leads to those that follow, as the parameter cursor; absent at the end.") @Nullable
        String next) {

    public Page {
        items = List.copyOf(items);
    }
}
