package org.fram.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fram.rules.FactTypes.Field;
import org.jspecify.annotations.Nullable;

/// Makes code of a checked expression.
///
/// The parser and the type checker are CEL's; the code is our own, since that of the library takes some
/// microseconds for each item, and a catalogue goes through a hundred thousand of them several dozen times.
final class Compiler {

    /*
     * An absent field is Unknown, and so is what is computed from it. As in CEL, `&&` and `||` do not mind an unknown
     * side where the other one decides; `exists` and `all` are long forms of these. `has(a.b.c)` is false where any of
     * b and c is absent, also where a itself is (CEL's own is an error there).
     */

    private final CelAbstractSyntaxTree tree;
    private final FactTypes types;
    private final Functions functions;
    private final Map<String, Integer> slots;
    private final boolean traced;
    private final CelUnparser unparser = CelUnparserFactory.newUnparser();
    private final Map<String, Integer> locals = new HashMap<>();
    private int nextSlot;

    Compiler(
            CelAbstractSyntaxTree tree,
            FactTypes types,
            Functions functions,
            Map<String, Integer> slots,
            boolean traced) {
        this.tree = tree;
        this.types = types;
        this.functions = functions;
        this.slots = slots;
        this.traced = traced;
        this.nextSlot = slots.size();
    }

    Code code() {
        return code(tree.getExpr());
    }

    /// How many slots a frame for this code needs.
    int slotCount() {
        return highestSlot;
    }

    private int highestSlot;

    private Code code(CelExpr part) {
        highestSlot = Math.max(highestSlot, nextSlot);
        var code = untraced(part);
        if (!traced || part.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return code;
        }
        var text = text(part);
        return frame ->
                frame.trace() == null ? code.value(frame) : frame.trace().of(text, code, frame);
    }

    private Code untraced(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part);
            case IDENT -> ident(part.ident().name());
            case SELECT -> select(part);
            case CALL -> call(part);
            case LIST -> list(part);
            case COMPREHENSION -> comprehension(part);
            case NOT_SET, STRUCT, MAP ->
                throw new IllegalArgumentException("Expressions over facts make no records and no maps.");
        };
    }

    private static Code constant(CelExpr part) {
        var constant = part.constant();
        Object value = switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            default ->
                throw new IllegalArgumentException(
                        "Expressions over facts know no %s; ask has(…) whether something is there."
                                .formatted(constant.getKind()));
        };
        return _ -> value;
    }

    private Code ident(String name) {
        Integer local = locals.get(name);
        Integer slot = local != null ? local : slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("“%s” is no variable.".formatted(name));
        }
        int position = slot;
        var absent = Unknown.absent(name);
        return frame -> {
            Object value = frame.slots()[position];
            return value == null ? absent : value;
        };
    }

    private Code select(CelExpr part) {
        var select = part.select();
        var operand = code(select.operand());
        var field = field(part);
        if (field == null) {
            return ofMap(operand, select.field(), select.testOnly());
        }
        var reading = field.reading();
        if (select.testOnly()) {
            return frame -> {
                Object record = operand.value(frame);
                return record instanceof Unknown unknown
                        ? unknown.fault() ? unknown : (Object) false
                        : (Object) (reading.of(record) != null);
            };
        }
        var absent = Unknown.absent(text(part));
        return frame -> {
            Object record = operand.value(frame);
            if (record instanceof Unknown) {
                return record;
            }
            Object value = reading.of(record);
            return value == null ? absent : value;
        };
    }

    private static Code ofMap(Code operand, String key, boolean testOnly) {
        var absent = Unknown.absent(key);
        return frame -> {
            Object map = operand.value(frame);
            if (map instanceof Unknown) {
                return testOnly ? false : map;
            }
            Object value = ((Map<?, ?>) map).get(key);
            if (testOnly) {
                return value != null;
            }
            return value == null ? absent : value;
        };
    }

    /// The field that a selection reads, or null where it is not one of a record.
    private @Nullable Field field(CelExpr select) {
        var shape = types.shapeOf(tree.getTypeOrThrow(select.select().operand().id()));
        return shape == null ? null : shape.fields().get(select.select().field());
    }

    /// Whether there is work for an operator or function of CEL's own.
    static boolean knows(String function) {
        return switch (function) {
            case "_&&_", "_||_", "_?_:_", "matches", "@not_strictly_false" -> true;
            default -> Operators.work(function) != null;
        };
    }

    private Code call(CelExpr part) {
        var call = part.call();
        var arguments = new ArrayList<CelExpr>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return switch (call.function()) {
            case "_&&_" -> junction(code(arguments.get(0)), code(arguments.get(1)), false);
            case "_||_" -> junction(code(arguments.get(0)), code(arguments.get(1)), true);
            case "_?_:_" -> conditional(code(arguments.get(0)), code(arguments.get(1)), code(arguments.get(2)));
            default -> applied(part, arguments);
        };
    }

    /// Both sides of `&&` (decided by false) or `||` (decided by true).
    private static Code junction(Code left, Code right, boolean decides) {
        return frame -> {
            Object one = left.value(frame);
            if (one.equals(decides)) {
                return decides;
            }
            Object other = right.value(frame);
            if (other.equals(decides)) {
                return decides;
            }
            return one instanceof Unknown ? one : other;
        };
    }

    private static Code conditional(Code condition, Code then, Code otherwise) {
        return frame -> {
            Object truth = condition.value(frame);
            return truth instanceof Unknown ? truth : (Boolean) truth ? then.value(frame) : otherwise.value(frame);
        };
    }

    /// Whether a regular expression is found in a text. It is written out, so that it is looked at once.
    private static Code matching(Code text, CelExpr regex) {
        if (regex.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw new IllegalArgumentException("A regular expression is written out, as a text in quotes.");
        }
        var written = regex.constant().stringValue();
        Regexes.fault(written).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        var pattern = Regexes.compiled(written);
        return frame -> {
            Object value = text.value(frame);
            if (value instanceof Unknown) {
                return value;
            }
            frame.budget().step();
            return pattern.matcher((String) value).find();
        };
    }

    private Code applied(CelExpr part, List<CelExpr> arguments) {
        var function = part.call().function();
        if (function.equals("matches")) {
            return matching(code(arguments.get(0)), arguments.get(1));
        }
        var work = work(part);
        var codes = arguments.stream().map(this::code).toArray(Code[]::new);
        var constants = function.equals("@in") ? constants(arguments.get(1)) : null;
        if (constants != null) {
            var set = Operators.constants(constants);
            codes[1] = _ -> set;
        }
        var text = text(part);
        return frame -> {
            var values = new Object[codes.length];
            for (int i = 0; i < codes.length; i++) {
                values[i] = codes[i].value(frame);
                if (values[i] instanceof Unknown) {
                    return values[i];
                }
            }
            frame.budget().step();
            try {
                return work.of(values, frame);
            } catch (ArithmeticException | java.time.DateTimeException tooLarge) {
                return Unknown.fault("%s is too large to be computed".formatted(text));
            }
        };
    }

    /// Our own work where the checker chose one of our overloads, else CEL's.
    private Functions.Work work(CelExpr part) {
        var function = part.call().function();
        var overloads = tree.getReference(part.id())
                .map(reference -> reference.overloadIds())
                .orElse(null);
        if (overloads != null && overloads.size() == 1) {
            var ours = functions.work(overloads.getFirst());
            if (ours != null) {
                return ours;
            }
        }
        var standard = Operators.work(function);
        if (standard == null) {
            throw new IllegalArgumentException(
                    "Expressions over facts do not know the function “%s”.".formatted(function));
        }
        return standard;
    }

    private static @Nullable List<Object> constants(CelExpr list) {
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST
                || !list.list().elements().stream()
                        .allMatch(element -> element.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                                && element.constant().getKind() == dev.cel.common.ast.CelConstant.Kind.STRING_VALUE)) {
            return null;
        }
        return list.list().elements().stream()
                .<Object>map(element -> element.constant().stringValue())
                .toList();
    }

    private Code list(CelExpr part) {
        var fixed = constants(part);
        if (fixed != null) {
            return _ -> fixed;
        }
        var codes = part.list().elements().stream().map(this::code).toList();
        return frame -> {
            var values = new ArrayList<Object>(codes.size());
            for (var code : codes) {
                Object value = code.value(frame);
                if (value instanceof Unknown) {
                    return value;
                }
                values.add(value);
            }
            return values;
        };
    }

    /// A list that one of the macros goes through; its parts are taken from the loop that the parser made of
    /// it.
    private Code comprehension(CelExpr part) {
        var loop = part.comprehension();
        var macro = tree.getSource().getMacroCalls().get(part.id());
        var name = macro == null ? "" : macro.call().function();
        var range = code(loop.iterRange());
        int slot = nextSlot++;
        var hidden = locals.put(loop.iterVar(), slot);
        var arguments = loop.loopStep().call().args();
        try {
            var key = closed(part) ? text(part) : null;
            var code = switch (name) {
                case "exists" -> any(range, slot, item(loop.iterVar(), slot, arguments.get(1), false, true), true, key);
                case "all" -> any(range, slot, item(loop.iterVar(), slot, arguments.get(1), true, false), false, key);
                case "existsOne", "exists_one" ->
                    one(range, slot, item(loop.iterVar(), slot, arguments.get(0), false, true));
                case "filter" -> filter(range, slot, item(loop.iterVar(), slot, arguments.get(0), false, true), key);
                case "map" ->
                    mapped(
                            range,
                            slot,
                            loop.iterVar(),
                            loop.loopStep(),
                            loop.loopStep().call().function().equals("_?_:_"));
                default ->
                    throw new IllegalArgumentException("Expressions over facts do not know “%s”.".formatted(name));
            };
            return ofTheWhole(part) ? once(text(part), code) : code;
        } finally {
            highestSlot = Math.max(highestSlot, nextSlot);
            nextSlot--;
            if (hidden == null) {
                locals.remove(loop.iterVar());
            } else {
                locals.put(loop.iterVar(), hidden);
            }
        }
    }

    /// Whether a part reads nothing but the facts, so that it has one value in all of a check: no item, no parameter.
    private boolean ofTheWhole(CelExpr part) {
        var roots = new TreeSet<String>();
        collect(part, List.of(), 1, roots);
        int facts = types.root().fields().size() + 2;
        return roots.stream().allMatch(root -> slots.getOrDefault(root, facts) < facts && !locals.containsKey(root));
    }

    /// Whether what a loop asks of an item is decided by the item alone, and the day that it is.
    private boolean closed(CelExpr part) {
        var loop = part.comprehension();
        var reads = new TreeSet<String>();
        collect(loop.loopStep(), List.of(loop.iterVar(), loop.accuVar()), 1, reads);
        reads.remove("today");
        return reads.isEmpty() && ofTheWhole(part);
    }

    private static Code once(String text, Code code) {
        return frame -> {
            var remembered = frame.remembered();
            if (remembered == null) {
                return code.value(frame);
            }
            Object known = remembered.value(text);
            if (known == null) {
                known = code.value(frame);
                remembered.value(text, known);
            }
            return known;
        };
    }

    /// The code for an item; explanations show the items for which it decides.
    private Code item(String variable, int slot, CelExpr part, boolean onFalse, boolean onTrue) {
        var code = code(part);
        if (!traced) {
            return code;
        }
        var decides = new boolean[] {onFalse, onTrue};
        return frame -> frame.trace() == null
                ? code.value(frame)
                : frame.trace().ofItem(variable, item(frame, slot), decides, code, frame);
    }

    private static Object item(Frame frame, int slot) {
        Object item = frame.slots()[slot];
        return item == null ? "" : item;
    }

    /// @param key under which it is remembered what was found, or null
    private static Code any(Code range, int slot, Code predicate, boolean decides, @Nullable String key) {
        return frame -> {
            Object list = range.value(frame);
            if (list instanceof Unknown) {
                return list;
            }
            var items = (List<?>) list;
            var remembered = key == null ? null : frame.remembered();
            var before = key == null || remembered == null ? null : remembered.sought(key);
            if (before != null && before.found() >= 0 && before.found() < items.size()) {
                if (before.knows(before.found(), items.get(before.found()))) {
                    return decides;
                }
            }
            var noneBefore = before != null && before.found() < 0 ? before : null;
            Object result = !decides;
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                if (noneBefore != null && noneBefore.knows(i, item)) {
                    continue;
                }
                frame.budget().step();
                frame.slots()[slot] = item;
                Object truth = predicate.value(frame);
                if (truth.equals(decides)) {
                    if (key != null && remembered != null) {
                        remembered.sought(key, new Remembered.Sought(items, i));
                    }
                    return decides;
                }
                if (truth instanceof Unknown && !(result instanceof Unknown)) {
                    result = truth;
                }
            }
            if (key != null && remembered != null && !(result instanceof Unknown)) {
                remembered.sought(key, new Remembered.Sought(items, -1));
            }
            return result;
        };
    }

    private static Code one(Code range, int slot, Code predicate) {
        return frame -> {
            Object kept = filter(range, slot, predicate, null).value(frame);
            return kept instanceof Unknown ? kept : (Object) (((List<?>) kept).size() == 1);
        };
    }

    /// @param key under which it is remembered what was kept, or null
    private static Code filter(Code range, int slot, Code predicate, @Nullable String key) {
        return frame -> {
            Object list = range.value(frame);
            if (list instanceof Unknown) {
                return list;
            }
            var items = (List<?>) list;
            var remembered = key == null ? null : frame.remembered();
            var before = key == null || remembered == null ? null : remembered.kept(key);
            var kept = new ArrayList<Object>();
            var wanted = new BitSet(items.size());
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                boolean keep;
                if (before != null && before.knows(i, item)) {
                    keep = before.wanted().get(i);
                } else {
                    frame.budget().step();
                    frame.slots()[slot] = item;
                    Object truth = predicate.value(frame);
                    if (truth instanceof Unknown) {
                        return truth;
                    }
                    keep = (Boolean) truth;
                }
                if (keep) {
                    kept.add(item);
                    wanted.set(i);
                }
            }
            if (key != null && remembered != null) {
                remembered.kept(key, new Remembered.Kept(items, wanted));
            }
            return kept;
        };
    }

    private Code mapped(Code range, int slot, String variable, CelExpr step, boolean filtered) {
        var predicate = filtered ? item(variable, slot, step.call().args().get(0), false, true) : null;
        var append = filtered ? step.call().args().get(1) : step;
        var element = code(append.call().args().get(1).list().elements().getFirst());
        return frame -> {
            Object list = range.value(frame);
            if (list instanceof Unknown) {
                return list;
            }
            var made = new ArrayList<Object>();
            for (var item : (List<?>) list) {
                frame.budget().step();
                frame.slots()[slot] = item;
                Object wanted = predicate == null ? (Object) true : predicate.value(frame);
                if (wanted instanceof Unknown) {
                    return wanted;
                }
                if ((Boolean) wanted) {
                    Object value = element.value(frame);
                    if (value instanceof Unknown) {
                        return value;
                    }
                    made.add(value);
                }
            }
            return made;
        };
    }

    private String text(CelExpr part) {
        return unparser.unparse(CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()));
    }

    /// The fields that an expression reads, from a variable on: `sow.obligations`, `today`.
    ///
    /// @param depth how many steps of a path are kept
    static SortedSet<String> reads(CelAbstractSyntaxTree tree, int depth) {
        var reads = new TreeSet<String>();
        collect(tree.getExpr(), List.of(), depth, reads);
        return reads;
    }

    private static void collect(CelExpr part, List<String> local, int depth, Set<String> reads) {
        switch (part.getKind()) {
            case IDENT -> {
                if (!local.contains(part.ident().name())) {
                    reads.add(part.ident().name());
                }
            }
            case SELECT -> {
                var path = path(part);
                if (path == null) {
                    collect(part.select().operand(), local, depth, reads);
                } else if (!local.contains(path.getFirst())) {
                    reads.add(String.join(".", path.subList(0, Math.min(depth, path.size()))));
                }
            }
            case CALL -> {
                part.call().target().ifPresent(target -> collect(target, local, depth, reads));
                part.call().args().forEach(argument -> collect(argument, local, depth, reads));
            }
            case LIST -> part.list().elements().forEach(element -> collect(element, local, depth, reads));
            case COMPREHENSION -> {
                var loop = part.comprehension();
                collect(loop.iterRange(), local, depth, reads);
                var within = new ArrayList<>(local);
                within.add(loop.iterVar());
                within.add(loop.accuVar());
                collect(loop.loopStep(), within, depth, reads);
            }
            case CONSTANT, NOT_SET, STRUCT, MAP -> {}
        }
    }

    /// `a.b.c` as its names, or null where it begins with something else than a variable.
    private static @Nullable List<String> path(CelExpr part) {
        var names = new ArrayList<String>();
        var left = part;
        while (left.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            names.addFirst(left.select().field());
            left = left.select().operand();
        }
        if (left.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return null;
        }
        names.addFirst(left.ident().name());
        return names;
    }

    /// `sow.obligations` where the expression is that path and nothing else, or null.
    static @Nullable String pathOf(CelExpr part) {
        var names = path(part);
        return names == null || names.size() < 2 ? null : String.join(".", names);
    }
}
