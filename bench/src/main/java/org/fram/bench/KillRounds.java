package org.fram.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.fram.ledger.LedgerFile;

/// The server is killed again and again while clients save; what was answered as saved has to be there.
///
/// Each client takes turns through the kinds of [Saving]. What was not answered may be there or not, but never twice,
/// and
/// never by halves. In every third round the database is killed too. A round's time begins when each client has had its
/// first answer.
final class KillRounds {

    /// What clients put into what they save: which one it was, and the number of it.
    static final Pattern MARK = Pattern.compile("\\bK\\d+x\\d+\\b");

    private static final int WITH_DATABASE = 3;
    private static final Duration LEAST = Duration.ofMillis(300);

    private static final Duration FIRST_ANSWER = Duration.ofMinutes(2);

    private final Path launcher;
    private final Path home;
    private final Mails mails;
    private final int clients;
    private final Duration most;
    private final Random random;
    private final List<Duration> starts = new ArrayList<>();
    private final Map<Saving, Queue<String>> saved =
            new TreeMap<>((a, b) -> a.what().compareTo(b.what()));
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private int withDatabase;

    /// @param most how long a round takes at most before the kill
    KillRounds(Path launcher, Path home, Mails mails, int clients, Duration most, Random random) {
        this.launcher = launcher;
        this.home = home;
        this.mails = mails;
        this.clients = clients;
        this.most = most;
        this.random = random;
    }

    /// What came of it.
    ///
    /// @param saved how many were answered as saved, by what they are
    /// @param unanswered how many got no answer, as the server was killed
    /// @param refused how many were refused, as by a server whose database was killed before
    /// @param lost marks of what was answered as saved and is not there
    /// @param doubled marks of what is there twice, or was mailed twice
    /// @param half marks of what is there by halves
    /// @param again mails that were handed over again under their Message-ID
    /// @param entries of the ledger
    /// @param breaches what is wrong with the ledger
    record Outcome(
            int rounds,
            int withDatabase,
            Map<String, Integer> saved,
            int unanswered,
            int refused,
            List<String> lost,
            List<String> doubled,
            List<String> half,
            int again,
            long entries,
            List<String> breaches,
            List<Duration> starts) {

        boolean fine() {
            return lost.isEmpty() && doubled.isEmpty() && half.isEmpty() && breaches.isEmpty();
        }
    }

    Outcome run(int rounds) throws IOException, InterruptedException {
        Visitor visitor;
        String engagement;
        try (var served = start()) {
            visitor = Visitor.administrator(served);
            engagement = visitor.engagement("Killed");
            for (var saving : List.of(
                    new SavingRows(engagement),
                    new SavingDecisions(engagement, statement(visitor, engagement)),
                    SavingSignatures.begin(visitor, engagement, home.resolveSibling("offer.md")),
                    new SavingInvitations(engagement, mails))) {
                saved.put(saving, new ConcurrentLinkedQueue<>());
            }
        }
        for (int round = 1; round <= rounds; round++) {
            round(visitor, round % WITH_DATABASE == 0);
        }
        try (var served = start()) {
            return outcome(visitor.at(served), engagement, rounds);
        }
    }

    private Served start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        var served = Served.start(launcher, home, mails.settings());
        starts.add(Duration.ofNanos(System.nanoTime() - began));
        return served;
    }

    private void round(Visitor visitor, boolean databaseToo) throws IOException, InterruptedException {
        try (var served = start();
                var work = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            var answered = new CountDownLatch(clients);
            for (int client = 0; client < clients; client++) {
                int first = client;
                all.add(work.submit(() -> saveUntilKilled(visitor.at(served), first, answered)));
            }
            if (!answered.await(FIRST_ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Not every client was answered once within " + FIRST_ANSWER + ".");
            }
            Thread.sleep(LEAST.plusMillis(random.nextLong(most.toMillis())));
            if (databaseToo) {
                withDatabase++;
                ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                                .getFirst()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
            served.kill();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    /// Saves one thing after the other until no answer comes.
    private boolean saveUntilKilled(Visitor visitor, int client, CountDownLatch answered) throws InterruptedException {
        var kinds = List.copyOf(saved.entrySet());
        try {
            visitor.get("/engagements");
            for (int turn = client; ; turn++) {
                var kind = kinds.get(turn % kinds.size());
                String mark = "K%dx%d".formatted(client, number.incrementAndGet());
                if (kind.getKey().save(visitor, mark)) {
                    kind.getValue().add(mark);
                } else {
                    refused.incrementAndGet();
                }
                if (turn == client) {
                    answered.countDown();
                }
            }
        } catch (IOException killed) {
            unanswered.incrementAndGet();
            return true;
        }
    }

    private Outcome outcome(Visitor visitor, String engagement, int rounds) throws IOException, InterruptedException {
        var lost = new ArrayList<String>();
        var doubled = new ArrayList<String>();
        var half = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        for (var kind : saved.entrySet()) {
            var there = kind.getKey().there(visitor);
            var once = new HashSet<String>();
            there.stream().filter(mark -> !once.add(mark)).forEach(doubled::add);
            kind.getValue().stream().filter(mark -> !once.contains(mark)).forEach(lost::add);
            half.addAll(kind.getKey().half(visitor));
            counts.put(kind.getKey().what(), kind.getValue().size());
        }
        doubled.addAll(mails.doubled());
        var verdict = LedgerFile.verify(
                new StringReader(visitor.get(engagement + "/ledger.jsonl").body()), null);
        return new Outcome(
                rounds,
                withDatabase,
                counts,
                unanswered.get(),
                refused.get(),
                lost,
                doubled,
                half,
                mails.again(),
                verdict.entries(),
                verdict.breaches().stream().map(breach -> breach.says()).toList(),
                starts);
    }

    /// A statement of work whose findings can be decided about.
    private static String statement(Visitor visitor, String engagement) throws IOException, InterruptedException {
        Path document = Files.createTempFile("fram-bench", ".md");
        try {
            Files.writeString(document, "# Statement of Work\n\nThe Vendor shall migrate the call flows.\n");
            visitor.get(engagement + "/sow");
            String run = visitor.upload(engagement + "/sow", "document", document)
                    .uri()
                    .getPath();
            return BenchImport.reviewed(visitor, run);
        } finally {
            Files.delete(document);
        }
    }
}
