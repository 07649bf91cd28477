package org.fram.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Finds comparisons of a field that takes certain words only with a word that it never takes.
final class WordCheck {

    private final CelAbstractSyntaxTree tree;
    private final FactTypes types;
    private final BiConsumer<CelExpr, String> wrong;

    /// Variables that stand for items of a list of words, with their enum.
    private final Map<String, Class<?>> variables = new HashMap<>();

    private boolean holds = true;

    WordCheck(CelAbstractSyntaxTree tree, FactTypes types, BiConsumer<CelExpr, String> wrong) {
        this.tree = tree;
        this.types = types;
        this.wrong = wrong;
    }

    boolean hold() {
        look(tree.getExpr());
        return holds;
    }

    private void look(CelExpr part) {
        switch (part.getKind()) {
            case SELECT -> look(part.select().operand());
            case LIST -> part.list().elements().forEach(this::look);
            case CALL -> {
                var call = part.call();
                if (List.of("_==_", "_!=_", "@in").contains(call.function())) {
                    compare(call.args().get(0), call.args().get(1));
                    compare(call.args().get(1), call.args().get(0));
                }
                call.target().ifPresent(this::look);
                call.args().forEach(this::look);
            }
            case COMPREHENSION -> {
                var loop = part.comprehension();
                look(loop.iterRange());
                var words = words(loop.iterRange());
                if (words != null) {
                    variables.put(loop.iterVar(), words);
                }
                look(loop.loopStep());
                variables.remove(loop.iterVar());
            }
            case CONSTANT, IDENT, NOT_SET, STRUCT, MAP -> {}
        }
    }

    private void compare(CelExpr field, CelExpr other) {
        var words = words(field);
        if (words == null) {
            return;
        }
        var known = FactTypes.words(words);
        texts(other).forEach(constant -> {
            var text = constant.constant().stringValue();
            if (!known.contains(text)) {
                holds = false;
                wrong.accept(
                        constant,
                        "“%s” is none of the words of this field, which are: %s.%s"
                                .formatted(text, String.join(", ", known), Nearest.question(text, known)));
            }
        });
    }

    private static List<CelExpr> texts(CelExpr part) {
        var parts = part.getKind() == CelExpr.ExprKind.Kind.LIST ? part.list().elements() : List.of(part);
        return parts.stream()
                .filter(one -> one.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && one.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                .toList();
    }

    /// The enum whose words a field, or each item of a list, takes.
    private @Nullable Class<?> words(CelExpr part) {
        if (part.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return part.ident().name().equals("kind")
                    ? org.fram.facts.EngagementKind.class
                    : variables.get(part.ident().name());
        }
        if (part.getKind() != CelExpr.ExprKind.Kind.SELECT || part.select().testOnly()) {
            return null;
        }
        var shape = types.shapeOf(tree.getTypeOrThrow(part.select().operand().id()));
        var field = shape == null ? null : shape.fields().get(part.select().field());
        return field == null ? null : field.words();
    }
}
