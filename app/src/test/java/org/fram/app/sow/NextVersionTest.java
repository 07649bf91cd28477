package org.fram.app.sow;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.sow.Obligation.Question;
import org.fram.app.sow.Obligation.State;
import org.fram.facts.EngagementKind;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.office.Place;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextVersionTest {

    private static final List<String> THINGS = List.of(
            "migrates the call flows of the permits line",
            "trains forty agents in the new desktop",
            "tests failover between both data centres",
            "orders the SIP trunks from the carrier",
            "delivers the cutover runbook",
            "connects the case management system",
            "hands over the administrators' manual",
            "reports service levels every month",
            "provides the recording archive for ten years",
            "secures the links with certificates",
            "stages the pilot at the northern site",
            "keeps the old platform running in parallel");

    @Test
    void whatWasDecidedStaysWhereTheVersionSaysTheSame() {
        var living = decided(first(review("a", "b", "c")));
        var next = NextVersion.of(
                living, review("a", "b", "c"), review("a", "b", "c"), new AtomicInteger(3)::incrementAndGet);

        assertThat(next).extracting(Obligation::state).containsExactly(State.ACCEPTED, State.DROPPED, State.PROPOSED);
        assertThat(next).allSatisfy(one -> assertThat(one.question()).isEmpty());
    }

    @Test
    void onlyWhatChangedIsAskedAbout() {
        var before = review(THINGS.get(0), THINGS.get(1), THINGS.get(2));
        var after = review(THINGS.get(0) + " by 1 May 2027", THINGS.get(2), THINGS.get(3));
        var living = first(before).stream().map(Obligation::accept).toList();

        var next = NextVersion.of(living, before, after, new AtomicInteger(3)::incrementAndGet);

        assertThat(saying(next, THINGS.get(0)).question()).containsInstanceOf(Question.SaysOtherwise.class);
        assertThat(saying(next, THINGS.get(1)).question()).containsInstanceOf(Question.IsGone.class);
        assertThat(saying(next, THINGS.get(2)).question()).isEmpty();
        assertThat(saying(next, THINGS.get(3)).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aChangeThatIsTakenBackAsksNothing() {
        var first = review(THINGS.get(0), THINGS.get(1));
        var second = review(THINGS.get(0) + " by 1 May 2027", THINGS.get(1));
        var living = first(first).stream().map(Obligation::accept).toList();

        var asked = NextVersion.of(living, first, second, new AtomicInteger(2)::incrementAndGet);
        var again = NextVersion.of(asked, second, first, new AtomicInteger(2)::incrementAndGet);

        assertThat(asked).anySatisfy(one -> assertThat(one.question()).isPresent());
        assertThat(again).allSatisfy(one -> assertThat(one.question()).isEmpty());
        assertThat(again).hasSize(2);
    }

    @Test
    void whatATakenBackPromiseWasDecidedToBeIsRememberedWhenItReturns() {
        var with = review(THINGS.get(0), THINGS.get(1));
        var without = review(THINGS.get(0));
        var living = first(with).stream().map(one -> one.drop("no promise")).toList();

        var gone = NextVersion.of(living, with, without, new AtomicInteger(2)::incrementAndGet);
        var back = NextVersion.of(gone, without, with, new AtomicInteger(2)::incrementAndGet);

        assertThat(gone).allSatisfy(one -> assertThat(one.question()).isEmpty());
        assertThat(back).hasSize(2).allSatisfy(one -> assertThat(one.state()).isEqualTo(State.DROPPED));
    }

    @Test
    void answersSettleQuestions() {
        var first = review(THINGS.get(0), THINGS.get(1));
        var second = review(THINGS.get(0) + " by 1 May 2027");
        var asked = NextVersion.of(
                first(first).stream().map(Obligation::accept).toList(),
                first,
                second,
                new AtomicInteger(2)::incrementAndGet);
        var changed = asked.get(0);
        var gone = asked.get(1);

        assertThat(changed.takeTheirs("gone").promise().text()).endsWith("by 1 May 2027.");
        assertThat(changed.takeTheirs("gone").state()).isEqualTo(State.ACCEPTED);
        assertThat(changed.takeTheirs("gone").question()).isEmpty();
        assertThat(changed.keepOurs().promise()).isEqualTo(changed.promise());
        assertThat(changed.keepOurs().question()).isEmpty();
        assertThat(gone.takeTheirs("gone").state()).isEqualTo(State.DROPPED);
        assertThat(gone.takeTheirs("gone").question()).isEmpty();
        assertThat(gone.keepOurs().state()).isEqualTo(State.ACCEPTED);
        assertThat(gone.keepOurs().question()).isEmpty();
    }

    /// Ten rounds in which the vendor edits, adds, drops and moves, and people accept, drop, correct, split and answer.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void inTenRoundsNothingThatWasDecidedIsLost(int seed) {
        var random = new Random(seed);
        var texts = new ArrayList<>(THINGS);
        var before = review(texts.toArray(String[]::new));
        var number = new AtomicInteger(before.obligations().size());
        List<Obligation> living = first(before);
        Map<ObligationId, Obligation> remembered = Map.of();
        for (int round = 1; round <= 10; round++) {
            living = decideSome(living, random, number);
            remembered = living.stream().collect(toMap(Obligation::id, identity()));
            edit(texts, random, round);
            var after = review(texts.toArray(String[]::new));

            living = NextVersion.of(living, before, after, number::incrementAndGet);

            assertNothingIsLost(remembered, living, after);
            before = after;
        }
        assertThat(remembered).isNotEmpty();
    }

    private static void assertNothingIsLost(
            Map<ObligationId, Obligation> before, List<Obligation> after, Review review) {
        var now = after.stream().collect(toMap(Obligation::id, identity()));
        assertThat(now.keySet()).containsAll(before.keySet());
        before.values().forEach(old -> {
            var one = Objects.requireNonNull(now.get(old.id()));
            assertThat(one.number()).isEqualTo(old.number());
            boolean decided = old.state() != State.PROPOSED && old.state() != State.WITHDRAWN || old.corrected();
            if (decided) {
                assertThat(one.state()).isEqualTo(old.state());
                assertThat(one.promise()).isEqualTo(old.promise());
                assertThat(one.dropReason()).isEqualTo(old.dropReason());
            }
        });
        // Each finding of the newest version is shown at exactly one obligation, and asked about unless it is known.
        var seen = after.stream().flatMap(one -> Stream.ofNullable(one.seen())).toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(review.obligations());
        assertThat(after).extracting(Obligation::number).doesNotHaveDuplicates();
        after.stream()
                .filter(one -> one.state() == State.ACCEPTED && one.seen() != null && !one.corrected())
                .forEach(one -> assertThat(one.question().isPresent()
                                || one.promise().text().equals(one.seen().quote()))
                        .isTrue());
    }

    private static List<Obligation> decideSome(List<Obligation> living, Random random, AtomicInteger number) {
        var result = new ArrayList<Obligation>();
        for (var one : living) {
            boolean open = one.state() == State.PROPOSED;
            switch (random.nextInt(8)) {
                case 0, 1 -> result.add(open ? one.accept() : one);
                case 2 -> result.add(open ? one.drop("is no promise") : one);
                case 3 -> result.add(open ? one.correct(one.promise().withText("Corrected: " + one.number())) : one);
                case 4 -> result.add(one.question().isPresent() ? one.takeTheirs("gone") : one);
                case 5 -> result.add(one.question().isPresent() ? one.keepOurs() : one);
                case 6 -> {
                    if (open) {
                        result.add(one.split());
                        for (int part = 1; part <= 2; part++) {
                            result.add(new Obligation(
                                    ObligationId.next(),
                                    number.incrementAndGet(),
                                    one.position() + part,
                                    State.ACCEPTED,
                                    one.promise().withText("Part " + part + " of " + one.number()),
                                    null,
                                    null,
                                    one.id(),
                                    null,
                                    null,
                                    0));
                        }
                    } else {
                        result.add(one);
                    }
                }
                default -> result.add(one);
            }
        }
        return result;
    }

    private static void edit(List<String> texts, Random random, int round) {
        for (int i = 0; i < 3; i++) {
            int where = random.nextInt(texts.size());
            switch (random.nextInt(4)) {
                case 0 ->
                    texts.set(where, texts.get(where).replaceFirst(" within .*", "") + " within " + round + " days");
                case 1 -> texts.add(where, "supplies part %d of delivery %d".formatted(i, round));
                case 2 -> texts.remove(where);
                default -> texts.add(random.nextInt(texts.size()), texts.remove(where));
            }
        }
        if (texts.size() < 6) {
            texts.addAll(THINGS.subList(0, 6).stream()
                    .filter(thing -> !texts.contains(thing))
                    .toList());
        }
    }

    private static List<Obligation> decided(List<Obligation> proposed) {
        return List.of(proposed.get(0).accept(), proposed.get(1).drop("is no promise"), proposed.get(2));
    }

    private static List<Obligation> first(Review review) {
        var found = review.obligations();
        return IntStream.range(0, found.size())
                .mapToObj(
                        i -> Obligation.proposed(ObligationId.next(), i + 1, (i + 1) * NextVersion.STEP, found.get(i)))
                .toList();
    }

    private static Obligation saying(List<Obligation> obligations, String what) {
        return obligations.stream()
                .filter(one -> one.promise().text().equals(sentence(what)))
                .findFirst()
                .orElseThrow();
    }

    private static String sentence(String what) {
        return "The vendor " + what + ".";
    }

    /// A review that finds each of these as a promise of the vendor.
    private static Review review(String... promises) {
        var obligations = new ArrayList<Review.Obligation>();
        for (int i = 0; i < promises.length; i++) {
            obligations.add(new Review.Obligation(
                    "O-%03d".formatted(i + 1),
                    sentence(promises[i]),
                    "1 Work",
                    "The vendor",
                    List.of("The vendor"),
                    Map.of(),
                    ObligationKind.SERVICE,
                    "scope",
                    null,
                    due(promises[i]),
                    null,
                    null,
                    0.9,
                    Place.paragraph(0, i + 1)));
        }
        return new Review(
                "sow.docx",
                "en",
                EngagementKind.TECHNOLOGY_PROJECT,
                null,
                List.of(),
                List.of(new Review.Party("The vendor", List.of(), Side.VENDOR)),
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

    private static @Nullable String due(String promise) {
        int within = Math.max(promise.indexOf("within "), promise.indexOf("by 1 May"));
        return within < 0 ? null : promise.substring(within);
    }
}
