package org.fram.app.platform.api.registers;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.fram.app.platform.register.CellJson;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import tools.jackson.databind.node.ObjectNode;

/// A row of any register. What its values are says the register's own schema.
public record RowJson(
        @JsonPropertyDescription("Names it for good.") UUID id,
        @JsonPropertyDescription("How often it was stored.") int version,

        @JsonPropertyDescription("By the keys of the columns; what is not known is left out.")
        ObjectNode values) {

    static RowJson of(Register register, Row row) {
        return new RowJson(row.id(), row.version(), CellJson.values(register, row.values()));
    }
}
