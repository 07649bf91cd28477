package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.Map;
import org.fram.facts.FactsDocument;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Circumstances TODAY = Circumstances.on(LocalDate.of(2026, 6, 1));

    @Test
    void mistakesOfAPackAreToldAllAtOnceWithTheirPlacesAndTheNearestName() {
        var pack = """
                pack: own
                title: Our own
                practices:
                - id: OWN-1
                  title: An obligation has no owner
                  applies: [outsourced servise]
                  gates: [sign]
                  severity: warning
                  source: us
                  why: It is so.
                  when: "true"
                  message: Hm.
                """;
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", pack)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("own.yaml:6:13: “outsourced servise” is none of: technology project, outsourced service."
                        + " Did you mean “outsourced service”?");
        var expressions = pack.replace("servise", "service")
                .replace(
                        "  when: \"true\"",
                        "  for: {o: sow.obligations}\n  when: \"!has(o.acountable) && o.kind == 'dury'\"");
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", expressions)))
                .hasMessage("own.yaml:12:14: There is no field “acountable”. Did you mean “accountable”?");
        var word = expressions.replace("acountable", "accountable");
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", word)))
                .hasMessageStartingWith("own.yaml:12:43: “dury” is none of the words of this field")
                .hasMessageEndingWith("Did you mean “duty”?");
    }

    /// Other records have `ownerId`s and `until`s; only what the record at hand has can be meant.
    @Test
    void whatWasProbablyMeantIsAFieldOfTheRecordAtHand() {
        var language = Language.over(FactsDocument.class);
        assertThat(mistakes(language, "raid.risks.exists(r, r.ownr == 'x')"))
                .isEqualTo("own.yaml:1:23: There is no field “ownr”. Did you mean “owner”?");
        assertThat(mistakes(language, "sow.obligations.exists(o, o.ownr == 'x')"))
                .isEqualTo("own.yaml:1:28: There is no field “ownr”.");
    }

    private static String mistakes(Language language, String expression) {
        var mistakes = new Mistakes();
        assertThat(language.read(new Written(expression, new Place("own.yaml", 1, 1), true), SimpleType.BOOL, mistakes))
                .isNull();
        return String.valueOf(catchThrowable(mistakes::refuse).getMessage());
    }

    @Test
    void afterAChangeOnlyWhatChangedIsEvaluatedAndTheVerdictsAreTheSame() {
        var catalogue = Catalogue.standard();
        var facts = FactsFile.read("""
                version: 1
                engagement: {kind: technology project}
                sow:
                  obligations:
                  - {id: O-1, text: Old handsets will be removed., kind: duty}
                  - {id: O-2, text: The vendor installs gateways., kind: duty, accountable: Kestrel}
                """, "facts.yaml");
        var before = catalogue.check(facts, TODAY);
        var again = catalogue.check(facts, before);

        assertThat(again.verdicts()).isEqualTo(before.verdicts());
        assertThat(before.findings(null)).extracting(Finding::item).contains("O-1");
    }
}
