package org.fram.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelUnparserFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `list.filter(x, …)` as the list and what is asked of each item, so that after a change the question is put
/// to changed items only.
///
/// @param predicate sees the item in the slot behind all other variables
record Filtered(Expression list, Expression predicate) {

    /// The parts of such an expression, or null where it is none.
    static @Nullable Filtered of(Expression items, Language language, CelType element) {
        var root = items.tree().getExpr();
        if (root.getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) {
            return null;
        }
        var macro = items.tree().getSource().getMacroCalls().get(root.id());
        if (macro == null || !macro.call().function().equals("filter")) {
            return null;
        }
        var loop = root.comprehension();
        var mistakes = new Mistakes();
        var list = language.read(written(items, loop.iterRange()), null, mistakes);
        var predicate = language.with(Map.of(loop.iterVar(), element))
                .read(written(items, loop.loopStep().call().args().getFirst()), null, mistakes);
        return list == null || predicate == null ? null : new Filtered(list, predicate);
    }

    private static Written written(Expression items, CelExpr part) {
        var tree = CelAbstractSyntaxTree.newParsedAst(part, items.tree().getSource());
        return new Written(CelUnparserFactory.newUnparser().unparse(tree), new Place("", 1, 1), false);
    }
}
