package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.fram.facts.EngagementKind;
import org.fram.facts.Severity;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.fram.office.Remark;
import org.fram.review.Review;
import org.fram.review.Review.Boilerplate;
import org.fram.review.Review.Contradiction;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Vague;
import org.junit.jupiter.api.Test;

class ReviewRemarksTest {

    private static final Place FIRST = Place.paragraph(1, 2);
    private static final Place SECOND = Place.paragraph(4, 3);
    private static final Document DOCUMENT = new Document(
            "a.docx",
            Document.Format.DOCX,
            0,
            List.of(
                    new Block.Heading(1, "", "Statement of work", Place.paragraph(1, 1)),
                    new Block.Paragraph("", "Some help as needed.", FIRST),
                    new Block.Paragraph("", "Go-live is 9 May.", SECOND)),
            List.of(),
            List.of());

    @Test
    void whatIsMissingFromTheWholeStandsAtTheBeginning() {
        var missing = new Finding(
                "SOW-01", "Title.", Severity.WARNING, "Nothing is said on rollback. Add it.", "", null, "", null);

        assertThat(remarks(List.of(missing), List.of(), List.of(), List.of()))
                .containsExactly(new Remark(
                        Place.paragraph(1, 1),
                        "Statement of work",
                        "Fram",
                        "Nothing blocks it, but 1 warning to settle.\n"
                                + "• SOW-01 (warning): Nothing is said on rollback. Add it."));
    }

    @Test
    void severalFindingsOnOneTextAreOneComment() {
        var vague =
                new Finding("SOW-12", "Title.", Severity.WARNING, "Vague.", "", null, "Some help as needed.", FIRST);
        var nobody =
                new Finding("SOW-02", "Title.", Severity.BLOCKER, "Nobody.", "", null, "Some help as needed.", FIRST);

        assertThat(remarks(List.of(vague, nobody), List.of(), List.of(), List.of()))
                .last()
                .isEqualTo(new Remark(
                        FIRST,
                        "Some help as needed.",
                        "Fram",
                        "SOW-12 (warning): Vague.\n\nSOW-02 (blocker): Nobody."));
    }

    @Test
    void poorWordingIsSaidOnce() {
        var finding =
                new Finding("SOW-12", "Title.", Severity.WARNING, "Vague.", "", null, "Some help as needed.", FIRST);
        var vague = new Vague("Some help as needed.", RemarkKind.NO_MEASURE, "as needed", FIRST);
        var boilerplate = new Boilerplate("Go-live is 9 May.", RemarkKind.STANDARD_CLAUSE, "leftover", SECOND);

        assertThat(remarks(List.of(finding), List.of(vague), List.of(boilerplate), List.of()))
                .extracting(Remark::text)
                .containsExactly(
                        "Nothing blocks it, but 1 warning to settle.",
                        "SOW-12 (warning): Vague.",
                        "Boilerplate: leftover. Replace it by what this engagement needs, or strike it.");
        assertThat(remarks(List.of(), List.of(vague), List.of(), List.of())
                        .getLast()
                        .text())
                .isEqualTo("Vague: as needed. Say who, what, how much and by when.");
    }

    @Test
    void aContradictionIsSaidAtBothPlaces() {
        var found = new Contradiction("Some help as needed.", "Go-live is 9 May.", "the date", FIRST, SECOND);

        assertThat(remarks(List.of(), List.of(), List.of(), List.of(found)))
                .extracting(Remark::place, Remark::text)
                .contains(
                        tuple(
                                FIRST,
                                "Contradiction: the date.\nAgainst Statement of work, page 4: “Go-live is 9 May.”\n"
                                        + "Decide which one holds."),
                        tuple(
                                SECOND,
                                "Contradiction: the date.\nAgainst Statement of work, page 1: “Some help as needed.”\n"
                                        + "Decide which one holds."));
    }

    private static List<Remark> remarks(
            List<Finding> findings,
            List<Vague> vague,
            List<Boilerplate> boilerplate,
            List<Contradiction> contradictions) {
        return ReviewRemarks.of(
                new Review(
                        "a.docx",
                        "en",
                        EngagementKind.TECHNOLOGY_PROJECT,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        vague,
                        boilerplate,
                        List.of(),
                        contradictions,
                        null,
                        List.of(),
                        findings),
                DOCUMENT);
    }
}
