package org.fram.app.platform.api.registers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellJson;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RegisterPages;
import org.jspecify.annotations.Nullable;

/// A register, as programs get to know it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterDescription(
        @JsonPropertyDescription("As addresses have it.") String name,
        @JsonPropertyDescription("As people call it.") String title,

        @JsonPropertyDescription("The columns; the first numbers the rows.")
        List<ColumnDescription> columns) {

    /// A column.
    public record ColumnDescription(
            @JsonPropertyDescription("By which rows have its values.")
            String key,

            @JsonPropertyDescription("As people call it.") String title,

            @JsonPropertyDescription("What its values are: text, choice, yes-no, day, money, labels or seen-by.")
            String type,

            @JsonPropertyDescription("Whether a row does not do without.")
            boolean required,

            @JsonPropertyDescription("The codes of a choice.") @Nullable
            List<String> choices) {}

    static RegisterDescription of(Frame frame, Register register) {
        return new RegisterDescription(
                register.name(),
                frame.text(register.texts() + ".title"),
                register.columns().stream()
                        .map(column -> new ColumnDescription(
                                column.key(),
                                RegisterPages.title(frame, register, column),
                                CellJson.name(column.type()),
                                column.is(Trait.REQUIRED),
                                column.type() instanceof OneOf(var codes, var _) ? codes : null))
                        .toList());
    }
}
