package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Severity;
import org.fram.facts.Side;
import org.fram.office.Place;
import org.fram.review.Difference.Aspect;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Kpi;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.Review.Price;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    private static final Place HERE = Place.paragraph(1, 1);
    private static final Obligation INSTALL =
            obligation("Orlo will install 40 headsets by 3 May.", "Orlo", "by 3 May", "40 headsets", null);
    private static final Obligation TRAIN =
            obligation("Orlo shall train two super users for each site.", "Orlo", null, null, null);
    private static final Obligation PAY =
            obligation("Lakeside pays $900 within 30 days of the invoice.", "Lakeside", "within 30 days", null, "$900");

    // ---- by hand

    @Test
    void anotherDateAndAnotherQuantityAreToldApartFromTheWording() {
        var moved = obligation("Orlo will install 60 headsets by 9 June.", "Orlo", "by 9 June", "60 headsets", null);

        assertThat(differences(compare(List.of(INSTALL, TRAIN), List.of(moved, TRAIN))))
                .containsExactly(
                        new Difference(Aspect.DUE, "by 3 May", "by 9 June"),
                        new Difference(Aspect.QUANTITY, "40 headsets", "60 headsets"));
    }

    @Test
    void anotherPriceIsTold() {
        var dearer = obligation(
                "Lakeside pays $1,100 within 30 days of the invoice.", "Lakeside", "within 30 days", null, "$1,100");

        assertThat(differences(compare(List.of(PAY), List.of(dearer))))
                .containsExactly(new Difference(Aspect.AMOUNT, "$900", "$1,100"));
    }

    @Test
    void anObligationMovesToAnotherParty() {
        var theirs = obligation("Lakeside shall train two super users for each site.", "Lakeside", null, null, null);

        var comparison = compare(List.of(INSTALL, TRAIN), List.of(INSTALL, theirs));

        assertThat(differences(comparison)).first().isEqualTo(new Difference(Aspect.PARTY, "Orlo", "Lakeside"));
        assertThat(Comparison.added(comparison.obligations())).isEmpty();
    }

    @Test
    void aRewordedObligationShowsItsWords() {
        var softer = obligation("Orlo shall train a few super users for each site.", "Orlo", null, null, null);

        var changed =
                Comparison.changed(compare(List.of(TRAIN), List.of(softer)).obligations());

        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().differences())
                .extracting(Difference::aspect)
                .containsExactly(Aspect.WORDING);
        assertThat(changed.getFirst().words())
                .containsExactly(
                        new WordRun(WordRun.Kind.SAME, "Orlo shall train"),
                        new WordRun(WordRun.Kind.DELETED, "two"),
                        new WordRun(WordRun.Kind.INSERTED, "a few"),
                        new WordRun(WordRun.Kind.SAME, "super users for each site."));
    }

    @Test
    void whatIsGoneAndWhatIsNewStandWhereAReaderLooksForThem() {
        var monitor = obligation("Orlo monitors the trunks day and night.", "Orlo", null, null, null);

        var comparison = compare(List.of(INSTALL, TRAIN, PAY), List.of(INSTALL, PAY, monitor));

        assertThat(comparison.obligations())
                .containsExactly(
                        new Change.Kept<>(INSTALL, INSTALL),
                        new Change.Dropped<>(TRAIN),
                        new Change.Kept<>(PAY, PAY),
                        new Change.Added<>(monitor));
    }

    @Test
    void whiteSpaceCaseAndPunctuationAreNoChange() {
        var same = obligation("ORLO will install 40  headsets, by 3 May", "Orlo", "by 3 May", "40  headsets", null);

        assertThat(compare(List.of(INSTALL), List.of(same)).nothingChanged()).isTrue();
    }

    @Test
    void aPartyThatIsOnlyCalledOtherwiseDoesNotMoveItsObligations() {
        var before = review("a", List.of(new Party("Orlo", List.of("the Vendor"), Side.VENDOR)), List.of(INSTALL));
        var renamed = obligation(INSTALL.quote(), "Orlo Systems", "by 3 May", "40 headsets", null);
        var after = review(
                "b", List.of(new Party("Orlo Systems", List.of("Orlo", "the Vendor"), Side.VENDOR)), List.of(renamed));

        assertThat(Comparison.of(before, after).obligations()).singleElement().isInstanceOf(Change.Kept.class);
    }

    @Test
    void amongRepeatedTextsEachKeepsToItsOwnSection() {
        var first = inSection("Testing is complete.", "4 Load test");
        var second = inSection("Testing is complete.", "5 Failover test");

        var comparison = compare(List.of(first, second), List.of(second));

        assertThat(comparison.obligations())
                .containsExactly(new Change.Dropped<>(first), new Change.Kept<>(second, second));
    }

    @Test
    void findingsComeAndGoAndTopicsAreGainedAndLost() {
        var gone = new Finding(
                "SOW-02", "Title.", Severity.BLOCKER, "Nobody is accountable.", "", null, "Training follows.", HERE);
        var came = new Finding(
                "SOW-12", "Title.", Severity.WARNING, "This is vague.", "", null, "Some training follows.", HERE);
        var stays =
                new Finding("SOW-01", "Title.", Severity.BLOCKER, "Nothing is said on rollback.", "", null, "", null);

        var comparison = Comparison.of(
                full("a", List.of("training", "scope"), List.of(gone, stays), "80 %", "$900"),
                full("b", List.of("scope", "rollback"), List.of(stays, came), "90 %", "$950"));

        assertThat(Comparison.added(comparison.findings())).containsExactly(came);
        assertThat(Comparison.dropped(comparison.findings())).containsExactly(gone);
        assertThat(comparison.topicsGained()).containsExactly("rollback");
        assertThat(comparison.topicsLost()).containsExactly("training");
        assertThat(Comparison.changed(comparison.kpis()).getFirst().differences())
                .containsExactly(new Difference(Aspect.TARGET, "80 %", "90 %"));
        assertThat(Comparison.changed(comparison.prices()).getFirst().differences())
                .containsExactly(new Difference(Aspect.AMOUNT, "$900", "$950"));
        assertThat(comparison.total()).isEqualTo(new Difference(Aspect.AMOUNT, "$900", "$950"));
    }

    @Test
    void asJsonEachChangeSaysWhatItIs() {
        var json = ReviewJson.write(compare(List.of(INSTALL, TRAIN), List.of(TRAIN, PAY)));

        assertThat(json)
                .contains(
                        "\"change\": \"kept\"", "\"change\": \"dropped\"", "\"change\": \"added\"", "\"topics_lost\"");
    }

    // ---- by law

    @ParameterizedTest
    @MethodSource("reviews")
    void comparedWithItselfNothingChanges(Review review) {
        assertThat(Comparison.of(review, review).nothingChanged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void swappingTheVersionsSwapsWhatIsAddedAndWhatIsDropped(Review one, Review other) {
        var forth = Comparison.of(one, other);
        var back = Comparison.of(other, one);

        assertThat(Comparison.added(forth.obligations()))
                .containsExactlyInAnyOrderElementsOf(Comparison.dropped(back.obligations()));
        assertThat(Comparison.dropped(forth.obligations()))
                .containsExactlyInAnyOrderElementsOf(Comparison.added(back.obligations()));
        assertThat(Comparison.changed(forth.obligations())).hasSameSizeAs(Comparison.changed(back.obligations()));
        assertThat(Comparison.added(forth.findings()))
                .containsExactlyInAnyOrderElementsOf(Comparison.dropped(back.findings()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachObligationIsInExactlyOnePlace(Review one, Review other) {
        var old = new ArrayList<String>();
        var now = new ArrayList<String>();
        for (var change : Comparison.of(one, other).obligations()) {
            switch (change) {
                case Change.Added<Obligation>(var after) -> now.add(after.id());
                case Change.Dropped<Obligation>(var before) -> old.add(before.id());
                case Change.Kept<Obligation>(var before, var after) -> {
                    old.add(before.id());
                    now.add(after.id());
                }
                case Change.Changed<Obligation>(var before, var after, var differences, var _) -> {
                    old.add(before.id());
                    now.add(after.id());
                    assertThat(differences).isNotEmpty();
                }
            }
        }
        assertThat(old).containsExactlyInAnyOrderElementsOf(ids(one));
        assertThat(now).containsExactlyElementsOf(ids(other));
    }

    // ---- samples

    private static Stream<Review> reviews() {
        var random = new Random(20_260_201);
        return Stream.generate(() -> sample(random)).limit(40);
    }

    private static Stream<Arguments> pairs() {
        var random = new Random(20_260_202);
        return Stream.generate(() -> {
                    var one = sample(random);
                    return Arguments.of(one, edited(one, random));
                })
                .limit(80);
    }

    private static final List<String> ACTS =
            List.of("deliver", "install", "test", "train", "monitor", "document", "approve", "order", "port");
    private static final List<String> THINGS =
            List.of("headsets", "the call flows", "super users", "numbers", "trunks", "reports", "the test plan");

    private static Review sample(Random random) {
        var obligations = IntStream.range(0, random.nextInt(0, 25))
                .mapToObj(i -> numbered(i, sentence(random)))
                .toList();
        var findings = obligations.stream()
                .filter(_ -> random.nextInt(4) == 0)
                .map(o ->
                        new Finding("SOW-12", "Title.", Severity.WARNING, "This is vague.", "", null, o.quote(), HERE))
                .toList();
        return full("s" + random.nextInt(1000), List.of("scope"), findings, "80 %", "$900", obligations);
    }

    private static Obligation sentence(Random random) {
        var party = random.nextBoolean() ? "Orlo" : "Lakeside";
        int number = random.nextInt(1, 6);
        var due = random.nextBoolean() ? " by " + random.nextInt(1, 4) + " May" : "";
        return inSection(
                "%s will %s %d %s%s.".formatted(party, pick(ACTS, random), number, pick(THINGS, random), due),
                "Section " + random.nextInt(3));
    }

    private static Review edited(Review review, Random random) {
        var obligations = new ArrayList<>(review.obligations());
        for (int i = random.nextInt(0, 6); i > 0; i--) {
            int at = random.nextInt(0, obligations.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> obligations.add(at, sentence(random));
                case 1 -> obligations.subList(Math.max(0, at - 1), at).clear();
                case 2 -> Collections.shuffle(obligations, random);
                default -> {
                    if (at > 0) {
                        var old = obligations.get(at - 1);
                        obligations.set(at - 1, inSection(old.quote().replace("will", "shall fully"), old.section()));
                    }
                }
            }
        }
        var renumbered = IntStream.range(0, obligations.size())
                .mapToObj(i -> numbered(i, obligations.get(i)))
                .toList();
        return full("t", List.of("scope"), review.findings(), "80 %", "$900", renumbered);
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> ids(Review review) {
        return review.obligations().stream().map(Obligation::id).toList();
    }

    private static List<Difference> differences(Comparison comparison) {
        return Comparison.changed(comparison.obligations()).stream()
                .flatMap(change -> change.differences().stream())
                .toList();
    }

    private static Comparison compare(List<Obligation> before, List<Obligation> after) {
        var parties = List.of(new Party("Orlo", List.of(), Side.VENDOR), new Party("Lakeside", List.of(), Side.BUYER));
        return Comparison.of(review("a", parties, before), review("b", parties, after));
    }

    private static Obligation obligation(
            String quote,
            @Nullable String accountable,
            @Nullable String due,
            @Nullable String quantity,
            @Nullable String amount) {
        return new Obligation(
                quote,
                quote,
                "2 Work",
                accountable,
                List.of(),
                Map.of(),
                ObligationKind.SERVICE,
                "scope",
                null,
                due,
                quantity,
                amount,
                1,
                HERE);
    }

    private static Obligation inSection(String quote, String section) {
        return new Obligation(
                quote + section,
                quote,
                section,
                null,
                List.of(),
                Map.of(),
                ObligationKind.SERVICE,
                "scope",
                null,
                null,
                null,
                null,
                1,
                HERE);
    }

    private static Obligation numbered(int number, Obligation o) {
        return new Obligation(
                "O-" + number,
                o.quote(),
                o.section(),
                o.accountable(),
                o.responsible(),
                o.raci(),
                o.kind(),
                o.topic(),
                o.area(),
                o.due(),
                o.quantity(),
                o.amount(),
                o.confidence(),
                o.place());
    }

    private static Review review(String name, List<Party> parties, List<Obligation> obligations) {
        return new Review(
                name,
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                parties,
                obligations,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static Review full(String name, List<String> covered, List<Finding> findings, String target, String total) {
        return full(name, covered, findings, target, total, List.of());
    }

    private static Review full(
            String name,
            List<String> covered,
            List<Finding> findings,
            String target,
            String total,
            List<Obligation> obligations) {
        return new Review(
                name,
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                List.of(),
                obligations,
                List.of(),
                List.of(),
                List.of(new Kpi("Service level", target, "Service level | " + target, HERE)),
                covered,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Price(List.of(new Price.Line("Headsets | " + total, total, HERE)), total, true),
                List.of(),
                findings);
    }
}
