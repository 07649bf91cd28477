package org.fram.checks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule finds the breaches that are planted here: small classes, compiled by the test.
class HouseRulesBiteTest {

    @TempDir
    private static Path classes;

    private static JavaClasses planted;

    /// No breach: engines may draw from a seed and read a time that they are given.
    private static final Breach SEEDED = in("org.fram.forecast", """
            class Seeded {
                Object dice = new java.util.Random(7);
                Object at(java.time.InstantSource clock) { return clock.instant(); }
            }
            """).against("engines have no clock and no dice");

    static Stream<Breach> breaches() {
        return Stream.of(
                in("org.fram.telephony", "class PlantedA {}").against("every module is on the map"),
                // engines and each other
                in("org.fram.facts", "class PlantedA { org.fram.review.Used used; }")
                        .against("facts uses no other module"),
                in("org.fram.rules", "class PlantedA { org.fram.office.Used used; }")
                        .against("rules uses facts only"),
                in("org.fram.office", "class PlantedA { org.fram.facts.Used used; }")
                        .against("office uses no other module"),
                in("org.fram.review", "class PlantedA { org.fram.cli.Used used; }")
                        .against("review uses facts and office only"),
                in("org.fram.review", "class PlantedB { org.fram.bench.Used used; }")
                        .against("review uses facts and office only"),
                in("org.fram.report", "class PlantedA { org.fram.cli.Used used; }")
                        .against("report uses facts and rules and review and office and schedule only"),
                in("org.fram.ledger", "class PlantedA { org.fram.office.Used used; }")
                        .against("ledger uses no other module"),
                in("org.fram.price", "class PlantedA { org.fram.ledger.Used used; }")
                        .against("price uses no other module"),
                in("org.fram.drafting", "class PlantedA { org.fram.review.Used used; }")
                        .against("drafting uses office only"),
                in("org.fram.schedule", "class PlantedA { org.fram.app.Used used; }")
                        .against("schedule uses no other module"),
                in("org.fram.contacts", "class PlantedA { org.fram.facts.Used used; }")
                        .against("contacts uses rules only"),
                in("org.fram.incentives", "class PlantedA { org.fram.contacts.Used used; }")
                        .against("incentives uses no other module"),
                in("org.fram.inventory", "class PlantedA { org.fram.app.Used used; }")
                        .against("inventory uses no other module"),
                in("org.fram.dial", "class PlantedA { org.fram.app.Used used; }")
                        .against("dial uses no other module"),
                in("org.fram.forecast", "class PlantedA { org.fram.staffing.Used used; }")
                        .against("forecast uses no other module"),
                in("org.fram.staffing", "class PlantedA { org.fram.forecast.Used used; }")
                        .against("staffing uses no other module"),
                in("org.fram.cli", "class PlantedY { org.fram.bench.Used used; }")
                        .against("nobody uses the bench"),
                // foreign libraries
                in("org.fram.review", "class PlantedC { org.apache.poi.xwpf.usermodel.Used used; }")
                        .against("POI enters through office only"),
                in("org.fram.cli", "class PlantedA { org.apache.pdfbox.Used used; }")
                        .against("PDFBox enters through office and bench only"),
                in("org.fram.cli", "class PlantedB { com.openhtmltopdf.Used used; }")
                        .against("the PDF renderer enters through office only"),
                in("org.fram.review", "class PlantedX { org.commonmark.node.Used used; }")
                        .against("the reader of Markdown enters through office only"),
                in("org.fram.review", "class PlantedY { org.apache.commons.csv.Used used; }")
                        .against("the reader of separated values enters through office only"),
                in("org.fram.cli", "class PlantedZ { org.erdtman.jcs.Used used; }")
                        .against("canonical JSON enters through ledger only"),
                in("org.fram.cli", "class PlantedX { gg.jte.Used used; }")
                        .against("JTE enters through report and app only"),
                in("org.fram.office", "class PlantedZ { com.github.difflib.Used used; }")
                        .against("the differ enters through review only"),
                in("org.fram.office", "class PlantedB { opennlp.tools.Used used; }")
                        .against("OpenNLP enters through review only"),
                in("org.fram.bench", "class PlantedA { dev.langchain4j.model.Used used; }")
                        .against("the embedding model enters through review only"),
                in("org.fram.forecast", "class PlantedB { ai.onnxruntime.Used used; }")
                        .against("the embedding model enters through review only"),
                in("org.fram.office", "class PlantedC { org.mpxj.Used used; }")
                        .against("MPXJ enters through schedule only"),
                in("org.fram.staffing", "class PlantedB { com.google.ortools.sat.Used used; }")
                        .against("OR-Tools enters through schedule only"),
                in("org.fram.forecast", "class PlantedC { org.duckdb.Used used; }")
                        .against("DuckDB enters through contacts only"),
                in("org.fram.app", "class PlantedA { io.trino.jdbc.Used used; }")
                        .against("Trino enters through contacts only"),
                in("org.fram.review", "class PlantedD { dev.cel.common.Used used; }")
                        .against("CEL enters through rules only"),
                in("org.fram.review", "class PlantedE { picocli.Used used; }")
                        .against("picocli enters through cli and bench and app only"),
                in("org.fram.review", "class PlantedF { org.springframework.stereotype.Used used; }")
                        .against("Spring enters through app only"),
                in("org.fram.contacts", "class PlantedB { org.jooq.Used used; }")
                        .against("jOOQ enters through app and schema only"),
                in("org.fram.cli", "class PlantedJ { org.openjdk.jmh.annotations.Used used; }")
                        .against("JMH enters through bench only"),
                // facts
                in("org.fram.facts", "final class PlantedB { int sum(int a, int b) { return a + b; } }")
                        .against("facts have no logic"),
                in("org.fram.facts", "record PlantedC(tools.jackson.databind.Used used) {}")
                        .against("facts need nothing but annotations"),
                // purity of engines
                in("org.fram.staffing", "class PlantedC { Object at = java.time.Instant.now(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.staffing", "class PlantedD { Object on = java.time.LocalDate.now(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.staffing", "class PlantedE { Object clock = java.time.Clock.systemUTC(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.staffing", "class PlantedF { Object on = new java.util.Date(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.office", "class PlantedD { long at = System.currentTimeMillis(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.office", "class PlantedE { long at = System.nanoTime(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.forecast", "class PlantedD { double draw = Math.random(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.forecast", "class PlantedE { Object dice = new java.util.Random(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.forecast", "class PlantedF { Object id = java.util.UUID.randomUUID(); }")
                        .against("engines have no clock and no dice"),
                in("org.fram.review", "class PlantedG { void say() { System.out.println(); } }")
                        .against("engines do not speak to the console"),
                in("org.fram.review", "class PlantedH { void end() { System.exit(1); } }")
                        .against("engines do not speak to the console"),
                in("org.fram.review", "class PlantedI { Object home = System.getenv(\"HOME\"); }")
                        .against("engines do not speak to the console"),
                in("org.fram.review", "class PlantedJ { void fail(Exception e) { e.printStackTrace(); } }")
                        .against("engines do not speak to the console"),
                in("org.fram.office", "class PlantedF { static int count; }").against("engines have no global state"),
                in("org.fram.review", "public class PlantedK { private int state; }")
                        .against("what engines publish is immutable"),
                // everywhere
                in("org.fram.cli.one", "public class PlantedA { org.fram.cli.two.Back back; }")
                        .with("org.fram.cli.two", "public class Back { org.fram.cli.one.PlantedA planted; }")
                        .against("packages are free of cycles"),
                in("org.fram.cli", "class PlantedC {}").against("every package is null-marked"),
                in("org.fram.cli", "class PlantedDHelper {}").against("names say what things are"),
                in("org.fram.cli", "class PlantedEUtils {}").against("names say what things are"));
    }

    /// Compiles all breaches at once, and an empty class for each that they name `Used`.
    @BeforeAll
    static void plant() {
        var sources = Stream.concat(breaches(), Stream.of(SEEDED))
                .flatMap(breach -> breach.sources().stream())
                .toList();
        var used = sources.stream()
                .flatMap(source -> source.used().stream())
                .distinct()
                .map(inPackage -> new Source(inPackage, "public class Used {}"));
        var options = List.of("-d", classes.toString(), "-proc:none", "-cp", classes.toString());
        var units = Stream.concat(sources.stream(), used).toList();
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, options, null, units)
                        .call())
                .isTrue();
        planted = new ClassFileImporter().importPath(classes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void aRuleFindsTheBreach(Breach breach) {
        assertThat(whatTheRuleSaysOf(breach)).isNotEmpty();
    }

    @Test
    void seedsAndGivenClocksAreNoBreach() {
        assertThat(whatTheRuleSaysOf(SEEDED)).isEmpty();
    }

    @Test
    void noRuleIsWithoutABreach() {
        assertThat(breaches().map(Breach::rule).collect(toSet()))
                .isEqualTo(
                        HouseRules.all().stream().map(ArchRule::getDescription).collect(toSet()));
    }

    private static List<String> whatTheRuleSaysOf(Breach breach) {
        var broken = HouseRules.all().stream()
                .filter(rule -> rule.getDescription().equals(breach.rule()))
                .findAny()
                .orElseThrow();
        return broken.evaluate(planted).getFailureReport().getDetails().stream()
                .filter(detail -> Pattern.compile(
                                "\\b" + breach.sources().getFirst().name() + "\\b")
                        .matcher(detail)
                        .find())
                .toList();
    }

    private static Breach in(String inPackage, String source) {
        return new Breach("", List.of(new Source(inPackage, source)));
    }

    /// Sources that break a rule.
    private record Breach(String rule, List<Source> sources) {

        Breach with(String inPackage, String source) {
            return new Breach(
                    rule,
                    Stream.concat(sources.stream(), Stream.of(new Source(inPackage, source)))
                            .toList());
        }

        Breach against(String broken) {
            return new Breach(broken, sources);
        }

        @Override
        public String toString() {
            return rule + ": " + sources.getFirst();
        }
    }

    /// A class as text.
    private static final class Source extends SimpleJavaFileObject {

        private static final Pattern NAME = Pattern.compile("\\b(?:class|record) (\\w+)");
        private static final Pattern USED = Pattern.compile("([\\w.]+)\\.Used\\b");

        private final String inPackage;
        private final String text;

        Source(String inPackage, String text) {
            super(
                    URI.create("string:///" + inPackage.replace('.', '/') + "/" + name(text) + ".java"),
                    JavaFileObject.Kind.SOURCE);
            this.inPackage = inPackage;
            this.text = text;
        }

        private static String name(String text) {
            var name = NAME.matcher(text);
            if (!name.find()) {
                throw new IllegalArgumentException("No class in: " + text);
            }
            return name.group(1);
        }

        /// The class's name with its package.
        String name() {
            return inPackage + "." + name(text);
        }

        /// The packages of which it uses the class `Used`.
        List<String> used() {
            return USED.matcher(text).results().map(found -> found.group(1)).toList();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package %s; %s".formatted(inPackage, text);
        }

        @Override
        public String toString() {
            return inPackage + ": " + text;
        }
    }
}
