package org.fram.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Made-up statements of work of any length, for measuring speed: headings, prose, lists and tables, the same for the
/// same seed. The sentences are plain; they are not made to be easy or hard for the review.
final class SampleText {

    private static final List<String> VENDOR_ACTS = List.of(
            "configure the routing of %d queues on the new platform",
            "record %d announcements in two languages",
            "migrate the wrap-up codes of %d teams",
            "connect the customer database and show the caller's record within %d seconds",
            "train %d supervisors in classes of eight",
            "run a load test with %d simultaneous calls",
            "attend the first %d days of operation at the main site",
            "deliver a weekly status report on %d workstreams",
            "hand over the design documents and %d recorded sessions to the support team");
    private static final List<String> BUYER_ACTS = List.of(
            "name a person who decides within %d working days",
            "release %d agents for the acceptance tests",
            "order the circuits of %d sites in time",
            "approve the dialogue texts within %d days of their delivery",
            "give access to the test lines for %d callers",
            "provide %d desks with headsets and two network sockets each");
    private static final List<String> TIMES = List.of(
            "before the end of week %d",
            "no later than %d days after signature",
            "during phase %d",
            "as needed",
            "in a timely manner",
            "by day %d of the following month");
    private static final List<String> FACTS = List.of(
            "The present platform has been in operation for %d years and is no longer maintained by its maker.",
            "On a usual Monday about %d calls arrive between nine and eleven o'clock.",
            "Our consultants have accompanied more than %d projects and bring a wealth of experience to each of them.",
            "It is assumed that no more than %d numbers have to be ported.",
            "Figure %d shows how a call travels from the carrier to an agent.");
    private static final List<String> TITLES = List.of(
            "Scope of the work",
            "Configuration",
            "Interfaces",
            "Training of agents and supervisors",
            "Testing",
            "Cutover and onsite presence",
            "Acceptance",
            "Support after the cutover",
            "Duties of the customer",
            "Prices and payment");

    private SampleText() {}

    /// A piece of the text.
    sealed interface Piece {
        /// A heading with its number.
        record Title(String text) implements Piece {}

        /// A paragraph of several sentences.
        record Prose(String text) implements Piece {}

        /// An item of a list, without its bullet.
        record Item(String text) implements Piece {}

        /// A table; the first row holds the names of the columns.
        record Grid(List<List<String>> rows) implements Piece {}
    }

    /// The pages of a statement of work, each as much as fits on a printed page (about 400 words,
    /// where the statements of work that we know have 200 to 350).
    static List<List<Piece>> pages(int pages, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var all = new ArrayList<List<Piece>>();
        for (int page = 1; page <= pages; page++) {
            all.add(page(page, random));
        }
        return all;
    }

    private static List<Piece> page(int number, RandomGenerator random) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Title(number + ". " + any(TITLES, random)));
        pieces.add(new Piece.Prose(prose(6, random)));
        pieces.add(new Piece.Prose("Norvane Telephony will:"));
        for (int item = 0; item < 5; item++) {
            pieces.add(new Piece.Item(
                    filled(any(VENDOR_ACTS, random), random) + " " + filled(any(TIMES, random), random)));
        }
        pieces.add(new Piece.Prose(prose(5, random)));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Task", "Owner", "Due"));
        for (int row = 0; row < 5; row++) {
            boolean vendor = random.nextBoolean();
            var act = any(vendor ? VENDOR_ACTS : BUYER_ACTS, random);
            rows.add(List.of(
                    capitalised(filled(act, random)),
                    vendor ? "Norvane Telephony" : "Harbour Mutual",
                    "week " + random.nextInt(1, 40)));
        }
        pieces.add(new Piece.Grid(List.copyOf(rows)));
        pieces.add(new Piece.Prose(prose(5, random)));
        return pieces;
    }

    private static String prose(int sentences, RandomGenerator random) {
        var text = new StringBuilder();
        for (int sentence = 0; sentence < sentences; sentence++) {
            text.append(sentence == 0 ? "" : " ");
            switch (random.nextInt(5)) {
                case 0, 1 -> text.append(filled(any(FACTS, random), random));
                case 2 ->
                    text.append("Harbour Mutual shall ")
                            .append(filled(any(BUYER_ACTS, random), random))
                            .append(' ')
                            .append(filled(any(TIMES, random), random))
                            .append('.');
                default ->
                    text.append("Norvane Telephony will ")
                            .append(filled(any(VENDOR_ACTS, random), random))
                            .append(' ')
                            .append(filled(any(TIMES, random), random))
                            .append('.');
            }
        }
        return text.toString();
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String filled(String pattern, RandomGenerator random) {
        return pattern.replace("%d", Integer.toString(random.nextInt(2, 90)));
    }
}
