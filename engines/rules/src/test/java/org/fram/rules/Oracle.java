package org.fram.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fram.facts.FactsDocument;
import org.fram.facts.MoneyFact;

/// Evaluates expressions by CEL's own runtime, for comparison with our closures. Functions of ours are bound to our
/// work, as CEL knows none.
///
/// Records are maps to it, without the keys that are absent, so that what is absent is an error, as it is a missing
/// value to us. `has(a.b.c)` is written out as `has(a.b) && has(a.b.c)`, which is the one respect in which we depart
/// from CEL.
@SuppressWarnings("Immutable") // what is bound is only read
final class Oracle {

    /// In place of a value where there is none: what is absent, and what went wrong.
    static final Object ERROR = "error";

    private static final CelOptions OPTIONS = CelOptions.current()
            .populateMacroCalls(true)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final FactTypes types = FactTypes.of(FactsDocument.class);
    private final Functions functions = new Functions(types);
    private final IdentityHashMap<FactsDocument, Map<String, Object>> known = new IdentityHashMap<>();
    private final Map<Map<String, CelType>, CelCompiler> compilers = new HashMap<>();
    private Set<LocalDate> holidays = Set.of();
    private final CelRuntime runtime;

    Oracle() {
        var builder = CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS);
        functions.declarations().forEach(declared -> {
            var bindings = declared.overloads().stream()
                    .map(overload -> CelFunctionBinding.from(
                            overload.overloadId(),
                            overload.parameterTypes().stream()
                                    .<Class<?>>map(Oracle::classOf)
                                    .toList(),
                            arguments -> work(overload.overloadId(), arguments)))
                    .toList();
            builder.addFunctionBindings(bindings);
        });
        this.runtime = builder.build();
    }

    /// An expression as CEL runs it.
    record Program(CelRuntime.Program program, CelType type) {

        /// What it gives; [#ERROR] where it gives nothing.
        Object value(Map<String, Object> variables) {
            try {
                Object value = program.eval(variables);
                // A variable without a value is not an error to CEL, and to us it is absent like a field.
                return value instanceof CelUnknownSet ? ERROR : value;
            } catch (CelEvaluationException absentOrWrong) {
                return ERROR;
            }
        }

        CelType itemType() {
            return ((ListType) type).elemType();
        }
    }

    /// @param more variables beside those of the facts
    Program program(String expression, Map<String, CelType> more) {
        try {
            var tree = compilers
                    .computeIfAbsent(Map.copyOf(more), this::compiler)
                    .compile(expression)
                    .getAst();
            return new Program(runtime.createProgram(tree), tree.getResultType());
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException(expression, wrong);
        }
    }

    private CelCompiler compiler(Map<String, CelType> more) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS.stream()
                        .filter(macro -> macro != CelStandardMacro.HAS)
                        .toList())
                .addMacros(CelMacro.newGlobalMacro("has", 1, Oracle::has))
                .setTypeProvider(types)
                .addFunctionDeclarations(functions.declarations());
        variables().forEach(builder::addVar);
        more.forEach(builder::addVar);
        return builder.build();
    }

    private Map<String, CelType> variables() {
        var variables = new LinkedHashMap<String, CelType>();
        types.root().fields().forEach((name, field) -> variables.put(name, field.type()));
        variables.put("today", SimpleType.TIMESTAMP);
        variables.put("kind", SimpleType.STRING);
        return variables;
    }

    FactTypes types() {
        return types;
    }

    /// The values of the variables, and from now on the holidays, are those of the facts.
    Map<String, Object> on(FactsDocument facts, LocalDate today) {
        holidays = Evaluation.holidays(facts);
        return new HashMap<>(known.computeIfAbsent(facts, _ -> values(facts, today)));
    }

    /// A section that is absent is a record in which all is.
    private Map<String, Object> values(FactsDocument facts, LocalDate today) {
        var variables = new LinkedHashMap<String, Object>();
        types.root().fields().values().forEach(field -> {
            Object value = field.reading().of(facts);
            if (value != null) {
                variables.put(field.name(), out(value));
            } else if (types.shapeOf(field.type()) != null) {
                variables.put(field.name(), Map.of());
            }
        });
        variables.putIfAbsent("unread", List.of());
        variables.put("today", out(today));
        var engagement = facts.engagement();
        if (engagement != null && engagement.kind() != null) {
            variables.put("kind", FactTypes.word(engagement.kind()));
        }
        return variables;
    }

    private static Optional<CelExpr> has(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        return Optional.of(known(factory, arguments.getFirst()));
    }

    private static CelExpr known(CelMacroExprFactory factory, CelExpr part) {
        var select = part.select();
        var there = factory.newSelect(factory.copy(select.operand()), select.field(), true);
        return select.operand().getKind() == CelExpr.ExprKind.Kind.SELECT
                ? factory.newGlobalCall("_&&_", known(factory, select.operand()), there)
                : there;
    }

    private Object work(String overload, Object[] arguments) throws CelEvaluationException {
        var ours = new Object[arguments.length];
        for (int i = 0; i < ours.length; i++) {
            ours[i] = in(arguments[i]);
        }
        var frame = new Frame(new Object[0], holidays, new Budget(Long.MAX_VALUE, () -> false), null, null);
        Object result;
        try {
            result = Objects.requireNonNull(functions.work(overload)).of(ours, frame);
        } catch (ArithmeticException | java.time.DateTimeException tooLarge) {
            throw new CelEvaluationException("too large", tooLarge);
        }
        if (result instanceof Unknown(var what, var _)) {
            throw new CelEvaluationException(what);
        }
        return out(result);
    }

    private static Class<?> classOf(CelType type) {
        return switch (type.kind()) {
            case BOOL -> Boolean.class;
            case INT -> Long.class;
            case DOUBLE -> Double.class;
            case STRING -> String.class;
            case TIMESTAMP -> Instant.class;
            case DURATION -> Duration.class;
            case LIST -> Collection.class;
            case STRUCT -> Map.class;
            default -> Object.class;
        };
    }

    /// A value of ours as one of CEL's.
    Object out(Object value) {
        return switch (value) {
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case Days(var count) -> Duration.ofDays(count);
            case List<?> list -> list.stream().map(this::out).toList();
            case Unknown _ -> ERROR;
            case Record record -> {
                var map = new LinkedHashMap<String, Object>();
                types.shape(record.getClass().getSimpleName()).fields().values().forEach(field -> {
                    Object part = field.reading().of(record);
                    if (part != null) {
                        map.put(field.name(), out(part));
                    }
                });
                yield map;
            }
            default -> value;
        };
    }

    /// A value of CEL's as one of ours. Of records only money is computed with.
    private Object in(Object value) {
        return switch (value) {
            case Instant time -> LocalDate.ofInstant(time, ZoneOffset.UTC);
            case Duration span -> new Days(span.toDays());
            case Map<?, ?> map
            when map.get("minorUnits") instanceof Long units ->
                new MoneyFact(units, String.valueOf(map.get("currency")));
            case Collection<?> list -> {
                var ours = new ArrayList<Object>();
                list.forEach(item -> ours.add(in(item)));
                yield ours;
            }
            default -> value;
        };
    }
}
