package org.fram.app.platform.register;

import java.util.Map;
import org.fram.app.platform.texts.Text;

/// What must hold for the rows of a register beyond the types of its cells.
@FunctionalInterface
public interface RowRules {

    /// No rules but those of the cells.
    RowRules NONE = _ -> Map.of();

    /// Why a row cannot be stored as it is, by the keys of the columns; empty where it can.
    Map<String, Text> refuse(Row row);
}
