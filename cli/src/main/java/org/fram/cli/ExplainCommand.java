package org.fram.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.rules.Catalogue;
import org.fram.rules.Explanation;
import org.fram.rules.Practice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram explain`: what a practice is, and how it comes to its verdict on some facts.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says what a practice is: why it matters, who says so, its parameters and its expressions.",
            "With facts: how it comes to its verdict on them, step by step."
        },
        footer = {
            "",
            "Examples:",
            "  fram explain SOW-02",
            "  fram explain SOW-02 facts.yaml",
            "",
            "Exit codes: 0 explained; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "PRACTICE", description = "The id of a practice.")
    private String id = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FACTS", description = "A facts document: YAML or JSON.")
    private @Nullable Path facts;

    @Mixin
    private Rules rules = new Rules();

    @Override
    public Integer call() {
        var catalogue = rules.catalogue();
        var practice = catalogue.known(id);
        var out = spec.commandLine().getOut();
        describe(practice, out);
        var file = facts;
        if (file != null) {
            explain(catalogue, file, out);
        }
        out.flush();
        return 0;
    }

    private static void describe(Practice practice, PrintWriter out) {
        out.println("%s  %s".formatted(practice.id(), safe(practice.title())));
        out.println("  why      " + safe(practice.why()));
        out.println("  source   " + safe(practice.source()));
        out.println("  for      "
                + String.join(
                        ", ",
                        practice.applies().stream()
                                .sorted()
                                .map(ExplainCommand::word)
                                .toList()));
        var gates = practice.gates().stream().map(Gates::word).toList();
        out.println("  gates    " + (practice.always() ? "all" : String.join(", ", gates)));
        practice.parameters()
                .forEach((name, parameter) -> out.println("  with     %s = %s%s: %s"
                        .formatted(
                                name,
                                parameter.whole()
                                        ? Long.toString(Math.round(parameter.standard()))
                                        : Double.toString(parameter.standard()),
                                parameter.unit() == null ? "" : " " + parameter.unit(),
                                safe(parameter.about()))));
        for (var check : practice.checks()) {
            out.println();
            describe(check, out);
        }
    }

    private static void describe(Practice.Check check, PrintWriter out) {
        if (!check.needs().isEmpty()) {
            out.println("  needs    " + String.join(", ", check.needs()));
        }
        if (check.variable() != null) {
            out.println("  for each %s in %s".formatted(check.variable(), safe(String.valueOf(check.items()))));
        }
        out.println("  when     " + safe(check.when()));
        out.println("  says     " + safe(check.message()));
        if (check.fix() != null) {
            out.println("  fix      " + safe(check.fix()));
        }
        out.println("  severity " + (check.severity() == null ? check.severityExpression() : word(check.severity())));
    }

    private void explain(Catalogue catalogue, Path file, PrintWriter out) {
        var read = rules.facts(file);
        Explanation explanation = catalogue.explain(id, read, rules.circumstances(read));
        out.println();
        out.println("%s: %s%s"
                .formatted(
                        safe(file.toString()),
                        word(explanation.verdict().standing()),
                        explanation.verdict().reason() == null
                                ? ""
                                : " – " + safe(explanation.verdict().reason())));
        for (var check : explanation.checks()) {
            out.println();
            out.println("  " + safe(check.check().when()));
            if (!check.missing().isEmpty()) {
                out.println("    cannot be told, as these are not known: " + String.join(", ", check.missing()));
            }
            if (check.fault() != null) {
                out.println("    " + safe(check.fault()));
            }
            check.items().forEach(item -> explain(item, out));
            if (check.more() > 0) {
                out.println("    … and %d more items".formatted(check.more()));
            }
        }
    }

    private static void explain(Explanation.OfItem item, PrintWriter out) {
        var margin = "    ";
        if (!item.name().isEmpty()) {
            out.println(margin + safe(item.name()) + (item.fires() ? "  fires" : ""));
            margin += "  ";
        }
        // The blanks at the beginning of a line tell what is a part of what.
        for (var line : item.lines()) {
            out.println(margin + indent(line) + safe(line.strip()));
        }
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String safe(@Nullable String text) {
        return Terminal.safe(String.valueOf(text));
    }
}
