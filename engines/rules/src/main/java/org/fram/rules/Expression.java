package org.fram.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import java.util.Map;
import java.util.SortedSet;

/// An expression that was read and checked.
///
/// @param text as written
/// @param slotCount how many slots a frame needs for it
/// @param slots the positions of variables
record Expression(
        String text, CelAbstractSyntaxTree tree, Code code, Code traced, int slotCount, Map<String, Integer> slots) {

    CelType type() {
        return tree.getResultType();
    }

    /// The variables and fields that it reads, to two steps: `sow.obligations`, `today`, `o.due`.
    SortedSet<String> reads() {
        return Compiler.reads(tree, 2);
    }
}
