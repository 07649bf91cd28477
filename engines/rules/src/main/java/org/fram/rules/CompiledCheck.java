package org.fram.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A check with its code.
///
/// @param items gives the items, or, where there is a filter, those that it is asked of; null where the check
/// is about the whole
/// @param filter says whether an item is one, or null where all are
/// @param itemSlot the position of the item in a frame; -1 where there is none
/// @param list the path of the list that the items are taken from as they are, or null
/// @param outer what `when`, message, fix and severity read beside the item and parameters, to two steps
record CompiledCheck(
        Practice.Check check,
        @Nullable Expression items,
        @Nullable Expression filter,
        Expression when,
        Sentence message,
        @Nullable Sentence fix,
        @Nullable Expression severity,
        int itemSlot,
        @Nullable String list,
        Set<String> outer) {

    /// The same with an answer in place of the question that it asks.
    CompiledCheck answering(boolean always) {
        var text = new Written(String.valueOf(always), new Place("", 1, 1), false);
        var answer = Objects.requireNonNull(
                Language.over(org.fram.facts.MoneyFact.class).read(text, SimpleType.BOOL, new Mistakes()));
        return new CompiledCheck(check, items, filter, answer, message, fix, severity, itemSlot, list, outer);
    }

    /// The types of parameters.
    static Map<String, CelType> types(Map<String, Practice.Parameter> parameters) {
        var types = new LinkedHashMap<String, CelType>();
        parameters.forEach(
                (name, parameter) -> types.put(name, parameter.whole() ? SimpleType.INT : SimpleType.DOUBLE));
        return types;
    }

    /// Compiles a check; null where it cannot be, and `mistakes` then says why.
    static @Nullable CompiledCheck of(
            PackFile.CheckEntry written, Practice.Check check, Language language, Mistakes mistakes) {
        needs(written, language, mistakes);
        Expression items = null;
        Expression filter = null;
        var inner = language;
        if (check.variable() != null && written.items() != null) {
            var text = written.items().get(check.variable());
            items = text == null ? null : language.read(text, ListType.create(SimpleType.DYN), mistakes);
            if (items == null) {
                return null;
            }
            var element = ((ListType) items.type()).elemType();
            inner = language.with(Map.of(check.variable(), element));
            var filtered = Filtered.of(items, language, element);
            if (filtered != null) {
                items = filtered.list();
                filter = filtered.predicate();
            }
        }
        var when = inner.read(written.when(), SimpleType.BOOL, mistakes);
        var message = Sentence.read(written.message(), inner, mistakes);
        var fix = written.fix() == null ? null : Sentence.read(written.fix(), inner, mistakes);
        var severityText =
                written.severity() == null ? null : written.severity().expression();
        var severity = severityText == null ? null : inner.read(severityText, SimpleType.STRING, mistakes);
        if (when == null || message == null || (severityText != null && severity == null)) {
            return null;
        }
        var variable = check.variable();
        var outer = new TreeSet<>(outside(when.reads(), variable));
        outer.addAll(outside(message.reads(), variable));
        if (fix != null) {
            outer.addAll(outside(fix.reads(), variable));
        }
        if (severity != null) {
            outer.addAll(outside(severity.reads(), variable));
        }
        if (filter != null) {
            outer.addAll(filter.reads());
            outer.removeIf(path -> !language.knows(path.replaceAll("\\..*", "")));
        }
        return new CompiledCheck(
                check,
                items,
                filter,
                when,
                message,
                fix,
                severity,
                variable == null ? -1 : Objects.requireNonNull(inner.slots().get(variable)),
                items == null ? null : Compiler.pathOf(items.tree().getExpr()),
                Set.copyOf(outer));
    }

    private static Set<String> outside(Set<String> reads, @Nullable String variable) {
        var outside = new TreeSet<>(reads);
        outside.removeIf(path -> variable != null && (path.equals(variable) || path.startsWith(variable + ".")));
        return outside;
    }

    private static void needs(PackFile.CheckEntry written, Language language, Mistakes mistakes) {
        if (written.needs() != null) {
            written.needs().forEach(need -> FactPath.check(need, language.types(), mistakes));
        }
    }
}
