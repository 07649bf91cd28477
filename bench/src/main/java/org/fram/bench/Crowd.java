package org.fram.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Many people who edit the rows of one register at the same time.
///
/// Each opens a row, reads its text, thinks, and stores another text, saying which one they had read. What was stored
/// then makes a chain for each row: each text was read by exactly one who replaced it, from the first to the one that
/// is
/// there at the end. A text that is replaced without having been read is an update that was lost.
final class Crowd {

    private static final Pattern PARTY = Pattern.compile("name=\"party\"[^>]*>\\s*<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern FIRST_PASSWORD = Pattern.compile("<code[^>]*>([^<]+)</code>");
    private static final Pattern ROW = Pattern.compile("/rows/([0-9a-f-]{36})\"");
    private static final Pattern TEXT =
            Pattern.compile("<textarea[^>]* name=\"text\"[^>]*>\\s*([^<]*?)\\s*</textarea>");
    /// A page of a register shows as many.
    static final int MOST_ROWS = 100;

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int SIGNING_IN_AT_ONCE = 4;

    private final String register;
    private final List<Visitor> people;
    private final List<String> rows;
    private final Duration think;
    private final Random random;
    private final Map<String, Queue<Edit>> stored = new ConcurrentHashMap<>();
    private final Queue<Duration> opens = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> saves = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean measured;

    private Crowd(String register, List<Visitor> people, List<String> rows, Duration think, Random random) {
        this.register = register;
        this.people = people;
        this.rows = rows;
        this.think = think;
        this.random = random;
        rows.forEach(row -> stored.put(row, new ConcurrentLinkedQueue<>()));
    }

    /// A text that was replaced by another.
    private record Edit(String seen, String value) {}

    /// What came of it.
    ///
    /// @param edits stored while it was measured
    /// @param conflicts somebody else had been first, and whoever came second was told
    /// @param errors any other answer
    /// @param lost rows whose texts make no chain
    record Outcome(
            Duration time,
            int edits,
            int conflicts,
            List<String> errors,
            List<String> lost,
            List<Duration> opens,
            List<Duration> saves) {}

    /// People with accounts, signed in, and rows for them.
    ///
    /// @param think the longest time between reading and storing, and before the next; the mean is half of it
    static Crowd gather(Served served, int many, int rows, Duration think, Random random)
            throws IOException, InterruptedException {
        var owner = Visitor.administrator(served);
        String engagement = owner.engagement("Crowd");
        String register = engagement + "/registers/requirements";
        var ids = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            owner.get(register + "/new");
            owner.post(register + "/new", Map.of("text", first(row)));
        }
        var found = ROW.matcher(owner.get(register).body());
        while (found.find()) {
            if (!ids.contains(found.group(1))) {
                ids.add(found.group(1));
            }
        }
        if (ids.size() != rows) {
            throw new IOException("Of %d rows the register shows %d.".formatted(rows, ids.size()));
        }
        return new Crowd(register, people(served, owner, engagement, many), ids, think, random);
    }

    private static String first(int row) {
        return "Caller %d hears the place in the queue.".formatted(row);
    }

    private static List<Visitor> people(Served served, Visitor owner, String engagement, int many)
            throws IOException, InterruptedException {
        var accounts = new HashMap<String, String>();
        for (int one = 0; one < many; one++) {
            String email = "person%d@fram.example".formatted(one);
            var party = PARTY.matcher(owner.get(engagement + "/people").body());
            if (!party.find()) {
                throw new IOException("Nobody can be added.");
            }
            var added = owner.post(
                    engagement + "/people",
                    Map.of(
                            "email",
                            email,
                            "name",
                            "Person " + one,
                            "party",
                            party.group(1),
                            "role",
                            "contributor",
                            "way",
                            "password"));
            var password = FIRST_PASSWORD.matcher(added.body());
            if (!password.find()) {
                throw new IOException("No password for " + email + ".");
            }
            accounts.put(email, password.group(1));
        }
        try (var work = Executors.newFixedThreadPool(SIGNING_IN_AT_ONCE)) {
            var signedIn = accounts.entrySet().stream()
                    .map(account -> work.submit(() -> Visitor.newcomer(served, account.getKey(), account.getValue())))
                    .toList();
            var people = new ArrayList<Visitor>();
            for (var one : signedIn) {
                people.add(one.get());
            }
            return people;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    /// Lets them edit.
    ///
    /// @param warmUp for how long nothing is measured
    /// @param time for how long it is, then
    Outcome edit(Duration warmUp, Duration time) throws IOException, InterruptedException {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + time.toNanos();
        var all = new ArrayList<Future<Boolean>>();
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person : people) {
                var own = new Random(random.nextLong());
                all.add(work.submit(() -> editUntil(person, own, end)));
            }
            Thread.sleep(warmUp);
            conflicts.set(0);
            measured = true;
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        return new Outcome(
                Duration.ofNanos(System.nanoTime() - begin),
                saves.size() - conflicts.get(),
                conflicts.get(),
                List.copyOf(errors),
                lost(),
                sorted(opens),
                sorted(saves));
    }

    private boolean editUntil(Visitor person, Random own, long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            String row = rows.get(own.nextInt(rows.size()));
            long began = System.nanoTime();
            String seen = read(person, row);
            note(opens, began);
            think(own);
            String value = "Caller hears text %d.".formatted(number.incrementAndGet());
            began = System.nanoTime();
            var answer = person.answer(register + "/rows/" + row + "/cells/text", Map.of("seen", seen, "value", value));
            note(saves, began);
            switch (answer.statusCode()) {
                case OK -> queue(row).add(new Edit(seen, value));
                case CONFLICT -> conflicts.incrementAndGet();
                default -> errors.add("%d for %s".formatted(answer.statusCode(), value));
            }
            think(own);
        }
        return true;
    }

    private void think(Random own) throws InterruptedException {
        Thread.sleep(own.nextLong(think.toMillis() + 1));
    }

    private void note(Queue<Duration> times, long began) {
        if (measured) {
            times.add(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private String read(Visitor person, String row) throws IOException, InterruptedException {
        var text = TEXT.matcher(person.get(register + "/rows/" + row).body());
        if (!text.find()) {
            throw new IOException("The page of a row shows no text.");
        }
        return text.group(1);
    }

    private Queue<Edit> queue(String row) {
        return Objects.requireNonNull(stored.get(row));
    }

    /// Rows in which a text was replaced that nobody had read, or the last one is not there.
    private List<String> lost() throws IOException, InterruptedException {
        var lost = new ArrayList<String>();
        for (String row : rows) {
            var next = new HashMap<String, String>();
            boolean twice = false;
            for (var edit : queue(row)) {
                twice |= next.put(edit.seen(), edit.value()) != null;
            }
            String last = IntStream.range(0, rows.size())
                    .mapToObj(Crowd::first)
                    .filter(next::containsKey)
                    .findFirst()
                    .orElse("");
            int steps = 0;
            for (String text = next.get(last); text != null; text = next.get(text)) {
                last = text;
                steps++;
            }
            boolean there = queue(row).isEmpty() || read(people.getFirst(), row).equals(last);
            if (twice || steps != queue(row).size() || !there) {
                lost.add(row);
            }
        }
        return lost;
    }

    private static List<Duration> sorted(Queue<Duration> times) {
        return times.stream().sorted().toList();
    }
}
