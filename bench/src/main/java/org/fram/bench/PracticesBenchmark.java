package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.Circumstances;
import org.fram.rules.FactsFile;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Holding all practices against an engagement, as JMH measures it: all of it, and again after one obligation changed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PracticesBenchmark {

    /// The file of the engagement that is enlarged.
    @Param("")
    public String model = "";

    /// How many obligations it gets at least.
    @Param("1000")
    public int obligations;

    private @Nullable Enlarged enlarged;

    /// An engagement of some size, the same with one obligation changed, and what practices say of the first.
    record Enlarged(Catalogue catalogue, FactsDocument facts, FactsDocument changed, Checked checked) {

        static Enlarged of(Path model, int obligations) throws IOException {
            var small = FactsFile.read(Files.readString(model), model.toString());
            var circumstances = Circumstances.on(Objects.requireNonNull(
                    small.asOf(), "The facts do not say for which day they are; give them `asOf`."));
            var facts = EngagementOfSize.of(small, obligations);
            var catalogue = Catalogue.standard();
            return new Enlarged(catalogue, facts, changed(facts), catalogue.check(facts, circumstances));
        }

        int obligations() {
            return Objects.requireNonNull(Objects.requireNonNull(facts.sow()).obligations())
                    .size();
        }

        private static FactsDocument changed(FactsDocument facts) {
            var sow = Objects.requireNonNull(facts.sow());
            var obligations = new ArrayList<>(Objects.requireNonNull(sow.obligations()));
            int middle = obligations.size() / 2;
            obligations.set(
                    middle,
                    SowFactsObligationFactBuilder.builder(obligations.get(middle))
                            .text("The text of this one is another.")
                            .build());
            return FactsDocumentBuilder.builder(facts)
                    .sow(SowFactsBuilder.builder(sow).obligations(obligations).build())
                    .build();
        }
    }

    /// Reads the engagement and enlarges it.
    @Setup
    public void enlarge() throws IOException {
        enlarged = Enlarged.of(Path.of(model), obligations);
    }

    /// All practices over all facts.
    @Benchmark
    public Checked all() {
        var now = Objects.requireNonNull(enlarged);
        return now.catalogue.check(now.facts, now.checked.circumstances());
    }

    /// The same after a change, by one who knows what it was before.
    @Benchmark
    public Checked afterOneChange() {
        var now = Objects.requireNonNull(enlarged);
        return now.catalogue.check(now.changed, now.checked);
    }
}
