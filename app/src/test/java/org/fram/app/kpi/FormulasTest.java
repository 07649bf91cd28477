package org.fram.app.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.fram.app.kpi.Formulas.Version;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// By which formula a KPI was computed when.
class FormulasTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows kpis = new SampleRows(engagement, "kpis");

    @Test
    void aFormulaThatWasReplacedStaysWithItsNumberAndItsAuthor() {
        var row = kpis.added(engagement.customer(), "Service level", "formula", "answered / offered");
        var renamed =
                kpis.changed(engagement.customer(), row.id(), new Seen.Version(0), "text", "Service level of calls");
        kpis.changed(
                engagement.vendor(),
                row.id(),
                new Seen.Version(renamed.version()),
                "formula",
                "answered in 20 s / offered");

        var of = of(engagement.customer(), row.id());
        assertThat(of.valid()).isTrue();
        assertThat(of.versions())
                .extracting(Version::number, Version::text, Version::by)
                .containsExactly(
                        tuple(
                                2,
                                "answered in 20 s / offered",
                                engagement.vendor().id()),
                        tuple(1, "answered / offered", engagement.customer().id()));
        assertThat(of.versions()).extracting(Version::since).doesNotContainNull();
    }

    @Test
    void aKpiWithoutAFormulaHasNoneAndTheFirstOneThatIsWrittenIsTheFirst() {
        var row = kpis.added(engagement.customer(), "Service level");
        assertThat(of(engagement.customer(), row.id()).versions()).isEmpty();
        assertThat(of(engagement.customer(), row.id()).valid()).isFalse();

        var first = kpis.changed(engagement.customer(), row.id(), new Seen.Version(0), "formula", "a / b");
        var none = kpis.changed(engagement.customer(), row.id(), new Seen.Version(first.version()), "formula", null);
        assertThat(of(engagement.customer(), row.id()).valid()).isFalse();
        kpis.changed(engagement.customer(), row.id(), new Seen.Version(none.version()), "formula", "b / c");

        assertThat(of(engagement.customer(), row.id()).versions())
                .extracting(Version::number, Version::text)
                .containsExactly(tuple(2, "b / c"), tuple(1, "a / b"));
    }

    @Test
    void whoeverDoesNotSeeAKpiDoesNotSeeItsFormulas() {
        var row = kpis.added(engagement.customer(), "Our own", "formula", "a / b", "seenBy", true);

        assertThatThrownBy(() -> of(engagement.vendor(), row.id())).isInstanceOf(NotFoundException.class);
    }

    private Formulas.Of of(TestPerson person, UUID kpi) {
        return person.asks(() -> RunningApp.shared().get(Formulas.class).of(engagement.id(), kpi));
    }
}
