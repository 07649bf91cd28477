package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.engagement.ToDo;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;

/// Something that the person has to do.
record ToDoJson(
        @JsonPropertyDescription("The same as long as it is the same thing.")
        String key,

        @JsonPropertyDescription("Whether they owe it, or others wait for their word.")
        Waiting.Kind kind,

        @JsonPropertyDescription("What is to be done, in words.")
        String what,

        UUID engagement,

        @JsonPropertyDescription("The path of the page on which it is done.")
        String path,

        @JsonPropertyDescription("The last day; absent where there is none.") @Nullable
        LocalDate due,

        @JsonPropertyDescription("Days until the last one, below zero where it has passed.") @Nullable
        Long daysLeft) {

    static ToDoJson of(Texts texts, ToDo.Line line) {
        return new ToDoJson(
                line.item().key(),
                line.item().kind(),
                texts.of(line.item().what()),
                line.engagement().id().value(),
                line.address(),
                line.item().due(),
                line.daysLeft().orElse(null));
    }
}
