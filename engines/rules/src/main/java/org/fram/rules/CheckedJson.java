package org.fram.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.fram.facts.EngagementKind;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What practices say of facts, as JSON: the findings format of `docs/reference/findings-format.md`.
///
/// Names are in snake case and fields in the order of the records, as in the review format. What is not known is left
/// out. The same verdicts always give the same text.
public final class CheckedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private CheckedJson() {}

    /// All of it.
    ///
    /// @param today the day for which it was asked
    /// @param gate the gate whose findings are shown, or absent for all
    /// @param engagement its name, where the facts tell it
    /// @param kind of engagement, where the facts tell it
    /// @param verdicts one for each practice, in the order of the packs
    /// @param remarks what whoever decided about practices should know
    record Report(
            LocalDate today,
            @Nullable Gate gate,
            @Nullable String engagement,
            @Nullable EngagementKind kind,
            List<Outcome> verdicts,
            List<String> remarks) {}

    /// What one practice says.
    ///
    /// @param standing `fired`, `waived`, `quiet`, `not evaluated`, `not applicable`, `switched off` or `failed`
    /// @param findings what fired, the waived ones among them
    /// @param unknown what could not be told, for want of which fact
    /// @param reason why it does not apply, is switched off or failed
    record Outcome(
            String practice,
            String title,
            String standing,
            List<Item> findings,
            List<String> unknown,
            @Nullable String reason) {}

    /// Something that fired.
    ///
    /// @param item what it is about; absent where it is about the engagement as a whole
    /// @param list path of the list that the item is in
    record Item(
            @Nullable String item,
            @Nullable String list,
            Severity severity,
            String message,
            @Nullable String fix,
            Finding.@Nullable Waiver waiver) {}

    /// The verdicts as indented JSON that ends with a line break.
    ///
    /// @param gate only practices and findings of this gate, or null for all
    public static String write(Catalogue catalogue, Checked checked, @Nullable Gate gate) {
        var engagement = checked.facts().engagement();
        var report = new Report(
                checked.circumstances().today(),
                gate,
                engagement == null ? null : engagement.name(),
                engagement == null ? null : engagement.kind(),
                checked.verdicts(gate, catalogue).stream()
                        .map(verdict -> outcome(catalogue, verdict))
                        .toList(),
                checked.remarks());
        return MAPPER.writeValueAsString(report) + "\n";
    }

    private static Outcome outcome(Catalogue catalogue, Verdict verdict) {
        return new Outcome(
                verdict.practice(),
                catalogue.known(verdict.practice()).title(),
                verdict.standing().word(),
                verdict.findings().stream().map(CheckedJson::item).toList(),
                verdict.unknown(),
                verdict.reason());
    }

    private static Item item(Finding finding) {
        return new Item(
                finding.item().isEmpty() ? null : finding.item(),
                finding.list(),
                finding.severity(),
                finding.message(),
                finding.fix(),
                finding.waiver());
    }
}
