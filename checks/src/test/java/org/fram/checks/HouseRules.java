package org.fram.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// The rules of `ARCHITECTURE.md` over the compiled classes. [HouseTest] holds the house to them;
/// [HouseRulesBiteTest] shows for each that it finds a breach.
final class HouseRules {

    /// The engines and which other modules each may use.
    private static final List<Engine> ENGINES = List.of(
            new Engine("facts"),
            new Engine("rules", "facts"),
            new Engine("office"),
            new Engine("review", "facts", "office"),
            new Engine("ledger"),
            new Engine("price"),
            new Engine("drafting", "office"),
            new Engine("report", "facts", "rules", "review", "office", "schedule"),
            new Engine("schedule"),
            new Engine("contacts", "rules"),
            new Engine("incentives"),
            new Engine("inventory"),
            new Engine("dial"),
            new Engine("forecast"),
            new Engine("staffing"));

    /// The modules above the engines; who may use them is for their own rules to say.
    private static final Set<String> UPPER_FLOORS = Set.of("app", "bench", "checks", "cli", "postgres", "schema");

    /// Foreign libraries and the modules through which alone they enter.
    ///
    /// `bench` reads PDFs by itself too: what `office` read is measured against what PDFBox alone sees.
    private static final List<Entrance> ENTRANCES = List.of(
            new Entrance("POI", Set.of("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans.."), "office"),
            new Entrance("PDFBox", Set.of("org.apache.pdfbox..", "org.apache.fontbox.."), "office", "bench"),
            new Entrance("the PDF renderer", Set.of("com.openhtmltopdf.."), "office"),
            new Entrance("the reader of Markdown", Set.of("org.commonmark.."), "office"),
            new Entrance("the reader of separated values", Set.of("org.apache.commons.csv.."), "office"),
            new Entrance("canonical JSON", Set.of("org.erdtman.jcs.."), "ledger"),
            new Entrance("JTE", Set.of("gg.jte.."), "report", "app"),
            new Entrance("the differ", Set.of("com.github.difflib.."), "review"),
            new Entrance("OpenNLP", Set.of("opennlp.."), "review"),
            new Entrance("the embedding model", Set.of("dev.langchain4j..", "ai.onnxruntime..", "ai.djl.."), "review"),
            new Entrance("MPXJ", Set.of("org.mpxj..", "net.sf.mpxj.."), "schedule"),
            new Entrance("OR-Tools", Set.of("com.google.ortools.."), "schedule"),
            new Entrance("DuckDB", Set.of("org.duckdb.."), "contacts"),
            new Entrance("Trino", Set.of("io.trino.."), "contacts"),
            new Entrance("CEL", Set.of("dev.cel.."), "rules"),
            new Entrance("picocli", Set.of("picocli.."), "cli", "bench", "app"),
            new Entrance("Spring", Set.of("org.springframework.."), "app"),
            new Entrance("jOOQ", Set.of("org.jooq.."), "app", "schema"),
            new Entrance("JMH", Set.of("org.openjdk.jmh.."), "bench"));

    private HouseRules() {}

    /// All rules, each with a description that names it.
    static List<ArchRule> all() {
        var rules = new ArrayList<ArchRule>();
        rules.add(everyModuleIsOnTheMap());
        ENGINES.forEach(engine -> rules.add(engine.rule()));
        rules.add(nobodyUsesTheBench());
        ENTRANCES.forEach(entrance -> rules.add(entrance.rule()));
        rules.add(factsHaveNoLogic());
        rules.add(factsNeedOnlyAnnotations());
        rules.add(enginesHaveNoClockAndNoDice());
        rules.add(enginesDoNotSpeakToTheConsole());
        rules.add(enginesHaveNoGlobalState());
        rules.add(whatEnginesPublishIsImmutable());
        rules.add(packagesAreFreeOfCycles());
        rules.add(everyPackageIsNullMarked());
        rules.add(namesSayWhatThingsAre());
        return rules;
    }

    private static ArchRule everyModuleIsOnTheMap() {
        var known = new ArrayList<>(UPPER_FLOORS);
        ENGINES.forEach(engine -> known.add(engine.name()));
        return classes()
                .should()
                .resideInAnyPackage(known.stream()
                        .map(module -> "org.fram." + module + "..")
                        .toArray(String[]::new))
                .as("every module is on the map");
    }

    /// Measuring is no part of what is measured.
    private static ArchRule nobodyUsesTheBench() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.fram.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fram.bench..")
                .as("nobody uses the bench");
    }

    private static ArchRule factsHaveNoLogic() {
        var plain = new DescribedPredicate<JavaClass>("records, enums or interfaces") {
            @Override
            public boolean test(JavaClass type) {
                return type.isRecord() || type.isEnum() || type.isInterface();
            }
        };
        return classes()
                .that()
                .resideInAPackage("org.fram.facts..")
                .and(DescribedPredicate.not(areBuiltByTheCompiler()))
                .should(be(plain))
                .allowEmptyShould(true)
                .as("facts have no logic");
    }

    private static ArchRule factsNeedOnlyAnnotations() {
        return classes()
                .that()
                .resideInAPackage("org.fram.facts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.fram.facts..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..")
                .allowEmptyShould(true)
                .as("facts need nothing but annotations");
    }

    /// Time enters an engine as an `InstantSource`, randomness as a seed or a generator.
    private static ArchRule enginesHaveNoClockAndNoDice() {
        var clockOrDice = new DescribedPredicate<JavaAccess<?>>("the clock or dice") {
            @Override
            public boolean test(JavaAccess<?> access) {
                AccessTarget target = access.getTarget();
                String owner = target.getOwner().getName();
                String name = target.getName();
                return switch (owner) {
                    case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
                    case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
                    case "java.util.UUID" -> name.equals("randomUUID");
                    case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
                    case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
                    case "java.util.Date", "java.util.Random", "java.security.SecureRandom" ->
                        name.equals("<init>")
                                && ((AccessTarget.ConstructorCallTarget) target)
                                        .getRawParameterTypes()
                                        .isEmpty();
                    default -> owner.startsWith("java.time.") && name.equals("now");
                };
            }
        };
        return noClasses()
                .that(areEngines())
                .should()
                .accessTargetWhere(clockOrDice)
                .as("engines have no clock and no dice");
    }

    private static ArchRule enginesDoNotSpeakToTheConsole() {
        var console = new DescribedPredicate<JavaAccess<?>>("the console, the environment or the process") {
            @Override
            public boolean test(JavaAccess<?> access) {
                String owner = access.getTarget().getOwner().getName();
                String name = access.getTarget().getName();
                return name.equals("printStackTrace")
                        || (owner.equals("java.lang.System")
                                && Set.of("out", "err", "in", "exit", "getenv").contains(name));
            }
        };
        return noClasses()
                .that(areEngines())
                .should()
                .accessTargetWhere(console)
                .as("engines do not speak to the console");
    }

    private static ArchRule enginesHaveNoGlobalState() {
        return fields().that()
                .areDeclaredInClassesThat(areEngines())
                .and()
                .areStatic()
                .should()
                .beFinal()
                .as("engines have no global state");
    }

    private static ArchRule whatEnginesPublishIsImmutable() {
        var published = new DescribedPredicate<JavaClass>("are published by engines") {
            @Override
            public boolean test(JavaClass type) {
                return areEngines().test(type)
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.isTopLevelClass()
                        && !areBuiltByTheCompiler().test(type);
            }
        };
        return fields().that()
                .areDeclaredInClassesThat(published)
                .should()
                .beFinal()
                .as("what engines publish is immutable");
    }

    private static ArchRule packagesAreFreeOfCycles() {
        return slices().matching("org.fram.(**)").should().beFreeOfCycles().as("packages are free of cycles");
    }

    private static ArchRule everyPackageIsNullMarked() {
        var marked = new ArchCondition<JavaClass>("be in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var info = type.getPackage().tryGetPackageInfo();
                if (info.isEmpty() || !info.get().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s is in a package without @NullMarked.".formatted(type.getName())));
                }
            }
        };
        return classes()
                .that()
                // what JMH's annotation processor writes
                .resideOutsideOfPackage("..jmh_generated..")
                .should(marked)
                .as("every package is null-marked");
    }

    private static ArchRule namesSayWhatThingsAre() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager)")
                .as("names say what things are");
    }

    /// The builders of the facts, which an annotation processor writes, one for each record.
    private static DescribedPredicate<JavaClass> areBuiltByTheCompiler() {
        return new DescribedPredicate<>("are builders of the facts") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().equals("org.fram.facts")
                        && type.getName().replaceAll("\\$.*", "").endsWith("Builder");
            }
        };
    }

    private static DescribedPredicate<JavaClass> areEngines() {
        return resideInAnyPackage(ENGINES.stream().map(Engine::packages).toArray(String[]::new))
                .as("are engines");
    }

    /// An engine and the modules that it may use beside itself.
    private record Engine(String name, List<String> mayUse) {

        Engine(String name, String... mayUse) {
            this(name, List.of(mayUse));
        }

        String packages() {
            return "org.fram." + name + "..";
        }

        ArchRule rule() {
            var others = resideInAPackage("org.fram..").and(DescribedPredicate.not(resideInAPackage(packages())));
            for (var used : mayUse) {
                others = others.and(DescribedPredicate.not(resideInAPackage("org.fram." + used + "..")));
            }
            return noClasses()
                    .that()
                    .resideInAPackage(packages())
                    .should(dependOnClassesThat(others))
                    .allowEmptyShould(true)
                    .as(name + " uses "
                            + (mayUse.isEmpty() ? "no other module" : String.join(" and ", mayUse) + " only"));
        }
    }

    /// A foreign library and the modules through which it enters.
    private record Entrance(String library, Set<String> packages, List<String> modules) {

        Entrance(String library, Set<String> packages, String... modules) {
            this(library, packages, List.of(modules));
        }

        ArchRule rule() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(modules.stream()
                            .map(module -> "org.fram." + module + "..")
                            .toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.toArray(String[]::new))
                    .as(library + " enters through " + modules.stream().collect(joining(" and ")) + " only");
        }
    }
}
