package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our closures give what CEL's own runtime gives: for every expression of the packs, and for random ones, on facts
/// with all of their parts and with parts taken away.
class OracleTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 15);
    private static final FactsDocument SAMPLE =
            FactsFile.read(PageTable.read(Path.of("../../samples/rivermark_permits_line.facts.yaml")), "facts.yaml");
    private static final Catalogue PRACTICES = Catalogue.standard();

    /// Facts with a share of their optional fields taken away; the first are whole.
    private static final List<FactsDocument> FACTS = LongStream.range(0, 8)
            .mapToObj(seed -> Thinned.of(SAMPLE, seed * 0.04, new Random(20_270_315 + seed)))
            .toList();

    private static final Oracle ORACLE = new Oracle();

    private static Stream<Practice> practices() {
        return PRACTICES.packs().stream().flatMap(pack -> pack.practices().stream());
    }

    @ParameterizedTest
    @MethodSource("practices")
    void aPracticeIsToCelWhatItIsToUs(Practice practice) {
        for (var check : PRACTICES.checks(practice)) {
            var asked = new Asked(practice, check);
            for (var facts : FACTS) {
                asked.compareOn(facts);
            }
        }
    }

    @Test
    void theFactsMakeExpressionsTrueFalseAndUnknown() {
        var seen = new TreeSet<String>();
        practices()
                .limit(20)
                .forEach(practice -> PRACTICES
                        .checks(practice)
                        .forEach(check ->
                                FACTS.forEach(facts -> seen.addAll(new Asked(practice, check).compareOn(facts)))));

        assertThat(seen).containsExactly("error", "false", "true");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomExpressionIsToCelWhatItIsToUs(long seed) {
        var random = new RandomExpressions(new Random(seed));
        var language = Language.over(FactsDocument.class);
        for (int i = 0; i < 40; i++) {
            var text = random.truth(4);
            var mistakes = new Mistakes();
            var ours = language.read(new Written(text, new Place("", 1, 1), true), SimpleType.BOOL, mistakes);
            mistakes.refuse();
            var theirs = ORACLE.program(text, Map.of());
            for (var facts : FACTS.subList(0, 4)) {
                assertThat(told(value(Objects.requireNonNull(ours), facts)))
                        .as(text)
                        .isEqualTo(told(theirs.value(ORACLE.on(facts, TODAY))));
            }
        }
    }

    private static LongStream seeds() {
        return LongStream.range(1, 13);
    }

    private static Object value(Expression expression, FactsDocument facts) {
        var slots = new @Nullable Object[expression.slotCount()];
        int slot = 0;
        for (var field : ORACLE.types().root().fields().values()) {
            Object value = field.reading().of(facts);
            slots[slot++] = value == null && field.name().equals("unread") ? List.of() : value;
        }
        slots[slot++] = TODAY;
        var engagement = facts.engagement();
        slots[slot] = engagement == null || engagement.kind() == null ? null : FactTypes.word(engagement.kind());
        return expression
                .code()
                .value(new Frame(
                        slots,
                        Evaluation.holidays(facts),
                        new Budget(Long.MAX_VALUE, () -> false),
                        null,
                        new Remembered(null)));
    }

    /// A value as both sides tell it.
    private static Object told(Object value) {
        return ORACLE.out(value);
    }

    /// The expressions of one check, on both sides.
    private static final class Asked {

        private final Practice practice;
        private final CompiledCheck check;
        private final Map<String, CelType> types = new LinkedHashMap<>();
        private final Oracle.@Nullable Program items;
        private final Oracle.Program when;
        private final Oracle.@Nullable Program severity;

        Asked(Practice practice, CompiledCheck check) {
            this.practice = practice;
            this.check = check;
            types.putAll(CompiledCheck.types(practice.parameters()));
            var plain = check.check();
            items = plain.items() == null ? null : ORACLE.program(plain.items(), types);
            if (plain.variable() != null && items != null) {
                types.put(plain.variable(), items.itemType());
            }
            when = ORACLE.program(plain.when(), types);
            severity = plain.severityExpression() == null ? null : ORACLE.program(plain.severityExpression(), types);
        }

        /// Compares; what `when` gave for one item or another, in words.
        Set<String> compareOn(FactsDocument facts) {
            var seen = new TreeSet<String>();
            var parameters = new HashMap<String, Object>();
            practice.parameters()
                    .forEach((name, parameter) -> parameters.put(
                            name,
                            parameter.whole()
                                    ? (Object) Math.round(parameter.standard())
                                    : (Object) parameter.standard()));
            var evaluation = new Evaluation(
                    practice,
                    check,
                    ORACLE.types(),
                    facts,
                    TODAY,
                    parameters,
                    new Budget(Long.MAX_VALUE, () -> false),
                    new Remembered(null));
            var variables = ORACLE.on(facts, TODAY);
            variables.putAll(parameters);
            for (var item : items(evaluation, variables)) {
                if (check.check().variable() != null) {
                    variables.put(check.check().variable(), told(item));
                }
                Object ours = told(check.when().code().value(evaluation.frame(check.when(), item, null)));
                assertThat(ours)
                        .as("%s: %s", practice.id(), check.check().when())
                        .isEqualTo(when.value(variables));
                seen.add(ours.toString());
                if (check.severity() != null && severity != null) {
                    assertThat(told(check.severity().code().value(evaluation.frame(check.severity(), item, null))))
                            .as(practice.id())
                            .isEqualTo(severity.value(variables));
                }
            }
            return seen;
        }

        /// Our items, which are CEL's: those that pass the filter which stands apart from the list.
        private List<?> items(Evaluation evaluation, Map<String, Object> variables) {
            if (check.items() == null || items == null) {
                return List.of(Evaluation.WHOLE);
            }
            Object list = check.items().code().value(evaluation.frame(check.items(), null, null));
            Object theirs = items.value(variables);
            if (list instanceof Unknown) {
                assertThat(theirs).as(practice.id()).isEqualTo(Oracle.ERROR);
                return List.of();
            }
            var ours = new ArrayList<Object>();
            boolean untold = false;
            for (var item : (List<?>) list) {
                Object wanted = check.filter() == null
                        ? (Object) true
                        : check.filter().code().value(evaluation.frame(check.filter(), item, null));
                untold |= wanted instanceof Unknown;
                if (wanted.equals(true)) {
                    ours.add(item);
                }
            }
            // Where it cannot be told of one item whether it is one, CEL gives no list.
            assertThat(theirs).as(practice.id()).isEqualTo(untold ? Oracle.ERROR : told(ours));
            return ours;
        }
    }
}
