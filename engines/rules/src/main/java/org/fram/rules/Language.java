package org.fram.rules;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The expression language over one tree of facts: which variables there are and of which type. Reads
/// expressions and says what is wrong with them.
final class Language {

    /// Longer expressions than anybody writes; a limit for those that somebody generates.
    private static final int LONGEST = 10_000;

    private static final int DEEPEST = 100;

    private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern NO_NAME = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '(\\(.*?\\))'.*");
    private static final Pattern EXPECTING = Pattern.compile("(.*) expecting \\{.*");

    /// What facts have a use for: the checker goes through all declarations for each expression.
    private static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) ->
                    Compiler.knows(function.functionDecl().name())
                            && overload.celOverloadDecl().parameterTypes().stream()
                                    .noneMatch(type -> type.equals(SimpleType.UINT) || type.equals(SimpleType.BYTES)))
            .build();

    private final FactTypes types;
    private final Functions functions;
    private final Map<String, CelType> variables;
    private final CelCompiler compiler;

    /// Languages with more variables, and expressions that were read: practices name the same items and say the same
    /// of them (`{o.id}`), and checking types takes its time.
    private final Map<Map<String, CelType>, Language> extended = new ConcurrentHashMap<>();

    private final Map<Reading, Expression> known = new ConcurrentHashMap<>();

    private record Reading(String text, @Nullable CelType wanted) {}

    private Language(FactTypes types, Functions functions, Map<String, CelType> variables) {
        this.types = types;
        this.functions = functions;
        this.variables = variables;
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current()
                        .populateMacroCalls(true)
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(DEEPEST)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .setTypeProvider(types)
                .addFunctionDeclarations(functions.declarations());
        variables.forEach(builder::addVar);
        this.compiler = builder.build();
    }

    /// The variables are the fields of the root record, `today` and `kind`.
    static Language over(Class<? extends Record> root) {
        var types = FactTypes.of(root);
        var variables = new LinkedHashMap<String, CelType>();
        types.root().fields().forEach((name, field) -> variables.put(name, field.type()));
        variables.put("today", SimpleType.TIMESTAMP);
        variables.put("kind", SimpleType.STRING);
        return new Language(types, new Functions(types), variables);
    }

    /// The same with more variables, behind those that are there.
    Language with(Map<String, CelType> more) {
        if (more.isEmpty()) {
            return this;
        }
        return extended.computeIfAbsent(Map.copyOf(more), _ -> {
            var all = new LinkedHashMap<>(variables);
            all.putAll(more);
            return new Language(types, functions, all);
        });
    }

    FactTypes types() {
        return types;
    }

    boolean knows(String variable) {
        return variables.containsKey(variable);
    }

    /// The position of a variable in a frame.
    Map<String, Integer> slots() {
        var slots = new LinkedHashMap<String, Integer>();
        variables.keySet().forEach(name -> slots.put(name, slots.size()));
        return slots;
    }

    /// Reads an expression.
    ///
    /// @param wanted the type that it has to give, or null for any
    /// @return null where it cannot be used; `mistakes` then says why
    @Nullable
    Expression read(Written written, @Nullable CelType wanted, Mistakes mistakes) {
        var reading = new Reading(written.text(), wanted);
        var before = known.get(reading);
        if (before != null) {
            return before;
        }
        var expression = readNew(written, wanted, mistakes);
        if (expression != null) {
            known.put(reading, expression);
        }
        return expression;
    }

    /// The same without remembering it: for what people write while the server runs, of which there is no end.
    @Nullable
    Expression readOnce(Written written, @Nullable CelType wanted, Mistakes mistakes) {
        return readNew(written, wanted, mistakes);
    }

    private @Nullable Expression readNew(Written written, @Nullable CelType wanted, Mistakes mistakes) {
        var result = compiler.compile(written.text());
        if (result.hasError()) {
            result.getErrors().forEach(issue -> mistakes.add(place(written, issue), explain(issue, written.text())));
            return null;
        }
        try {
            var tree = result.getAst();
            if (wanted != null && wanted.kind() != tree.getResultType().kind()) {
                mistakes.add(
                        written.place(),
                        "This gives %s, where %s is wanted.".formatted(name(tree.getResultType()), name(wanted)));
                return null;
            }
            return checked(written, tree, mistakes);
        } catch (CelValidationException e) {
            throw new IllegalStateException("An expression without errors has no tree.", e);
        }
    }

    private @Nullable Expression checked(Written written, CelAbstractSyntaxTree tree, Mistakes mistakes) {
        var words = new WordCheck(tree, types, (part, message) -> {
            int offset = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
            mistakes.add(at(written, tree, offset), message);
        });
        if (!words.hold()) {
            return null;
        }
        try {
            var compiler = new Compiler(tree, types, functions, slots(), false);
            var code = compiler.code();
            var traced = new Compiler(tree, types, functions, slots(), true);
            return new Expression(
                    written.text(),
                    tree,
                    code,
                    traced.code(),
                    Math.max(compiler.slotCount(), traced.slotCount()),
                    slots());
        } catch (IllegalArgumentException unusable) {
            mistakes.add(written.place(), String.valueOf(unusable.getMessage()));
            return null;
        }
    }

    private static Place at(Written written, CelAbstractSyntaxTree tree, int offset) {
        return tree.getSource()
                .getOffsetLocation(offset)
                .map(location -> written.at(location.getLine(), location.getColumn()))
                .orElse(written.place());
    }

    private static Place place(Written written, CelIssue issue) {
        var location = issue.getSourceLocation();
        return location.getLine() < 1 ? written.place() : written.at(location.getLine(), location.getColumn());
    }

    /// CEL's message in the words of who writes practices, with what they probably meant.
    private String explain(CelIssue issue, String text) {
        var message = issue.getMessage();
        var field = NO_FIELD.matcher(message);
        if (field.matches()) {
            return "There is no field “%s”.%s"
                    .formatted(
                            field.group(1), Nearest.question(field.group(1), fieldsHere(field.group(1), issue, text)));
        }
        var name = NO_NAME.matcher(message);
        if (name.matches()) {
            return "“%s” is no variable and no function.%s"
                    .formatted(name.group(1), Nearest.question(name.group(1), allNames()));
        }
        var overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "%s does not go with %s.".formatted(operator(overload.group(1)), friendly(overload.group(2)));
        }
        var expecting = EXPECTING.matcher(message);
        return friendly(expecting.matches() ? expecting.group(1) : message) + ".";
    }

    /// Names of fields that the record at hand has and that are near. Of which record it is, the type checker knows
    /// alone, so it is asked with each of them.
    private List<String> fieldsHere(String written, CelIssue issue, String text) {
        var lines = text.split("\n", -1);
        int line = issue.getSourceLocation().getLine() - 1;
        if (line < 0 || line >= lines.length) {
            return List.of();
        }
        int from = lines[line].offsetByCodePoints(0, issue.getSourceLocation().getColumn());
        int at = lines[line].indexOf(written, from);
        if (at < 0) {
            return List.of();
        }
        var whole = lines[line];
        return Nearest.all(written, types.fieldNames()).stream()
                .filter(name -> {
                    lines[line] = whole.substring(0, at) + name + whole.substring(at + written.length());
                    return compiler.compile(String.join("\n", lines)).getErrors().stream()
                            .noneMatch(error -> error.getSourceLocation().equals(issue.getSourceLocation())
                                    && NO_FIELD.matcher(error.getMessage()).matches());
                })
                .toList();
    }

    private Collection<String> allNames() {
        var names = new TreeSet<>(variables.keySet());
        names.addAll(functions.names());
        names.removeIf(name -> name.startsWith("_"));
        return names;
    }

    private static String operator(String name) {
        var bare = name.replaceAll("_", "").replace("@", "");
        return "“%s”".formatted(bare.isEmpty() ? name : bare);
    }

    private static String friendly(String message) {
        return message.replace("google.protobuf.Timestamp", "day")
                .replace("google.protobuf.Duration", "days")
                .replace("<EOF>", "the end");
    }

    private static String name(CelType type) {
        return switch (type.kind()) {
            case BOOL -> "true or false";
            case STRING -> "a text";
            case INT, DOUBLE -> "a number";
            case LIST -> "a list";
            case TIMESTAMP -> "a day";
            case DURATION -> "a number of days";
            default -> "“%s”".formatted(type.name());
        };
    }
}
