package org.fram.app.agreement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fram.app.agreement.Assent;
import org.fram.app.agreement.Remark;
import org.fram.app.agreement.Standing;
import org.jspecify.annotations.Nullable;

/// How far both sides agree on a statement of work.
record AgreementJson(
        @JsonPropertyDescription("The newest version.") int version,

        @JsonPropertyDescription("The version that all signed last; absent where there is none.") @Nullable
        Integer inForce,

        @JsonPropertyDescription("Whether the newest version is being signed.")
        boolean beingSigned,

        @JsonPropertyDescription("The parties that have to agree.")
        List<UUID> parties,

        @JsonPropertyDescription("In the order of the document.")
        List<AgreedSectionJson> sections) {

    /// A part that is agreed on as a whole.
    record AgreedSectionJson(
            @JsonPropertyDescription("Its name across versions.")
            String key,

            @JsonPropertyDescription("As printed, or empty.")
            String number,

            String title,

            @JsonPropertyDescription("The digest of its words, which whoever agrees names.")
            String sha256,

            @JsonPropertyDescription("Parties that agree to these words.")
            List<UUID> agreed,

            List<SectionRemarkJson> remarks) {}

    /// What somebody said about a section.
    record SectionRemarkJson(
            UUID id,

            @JsonPropertyDescription("The party of whoever said it.")
            UUID party,

            UUID person,

            String text,

            @JsonPropertyDescription("What it should say instead, or empty.")
            String suggestion,

            Instant written,

            @JsonPropertyDescription("`taken` or `declined`; absent while it is open.") @Nullable
            String outcome,

            @JsonPropertyDescription("The answer, or absent.") @Nullable
            String answer) {}

    static AgreementJson of(Standing standing) {
        var inForce = standing.inForce();
        return new AgreementJson(
                standing.ordinal(),
                inForce == null ? null : inForce.ordinal(),
                standing.open() != null,
                standing.parties().stream().map(party -> party.value()).toList(),
                standing.sections().stream().map(AgreementJson::section).toList());
    }

    private static AgreedSectionJson section(Standing.Part part) {
        var section = part.section();
        return new AgreedSectionJson(
                section.key(),
                section.number(),
                section.title(),
                section.sha256(),
                part.assents().stream()
                        .map(Assent::party)
                        .map(party -> party.value())
                        .toList(),
                part.remarks().stream().map(AgreementJson::remark).toList());
    }

    private static SectionRemarkJson remark(Remark remark) {
        var settled = remark.settled();
        return new SectionRemarkJson(
                remark.id(),
                remark.party().value(),
                remark.by().value(),
                remark.text(),
                remark.suggestion(),
                remark.written(),
                settled == null ? null : settled.outcome().name().toLowerCase(Locale.ROOT),
                settled == null ? null : settled.answer());
    }
}
