package org.fram.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fram.bench.QuoteCheck.Occurrence;
import org.fram.cli.Fram;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.fram.office.UnreadableDocumentException;
import org.fram.review.Review;
import org.fram.review.Reviewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench read DIR`: reads and reviews every document below a folder and checks that each quote occurs in it.
@Command(
        name = "read",
        description = "Reads and reviews every document below a folder and checks that all quotes occur in it.",
        mixinStandardHelpOptions = true)
final class BenchRead implements Callable<Integer> {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Parameters(paramLabel = "DIR", description = "folder with documents")
    private Path folder = Path.of(".");

    @Option(names = "--only", paramLabel = "NAME", description = "only documents whose file name contains NAME")
    private String only = "";

    @Option(names = "--errors", description = "lists texts that the file does not hold and quotes that occur in pieces")
    private boolean errors;

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final List<String> COLUMNS = List.of(
            "document",
            "format",
            "pages",
            "headings",
            "paragraphs",
            "items",
            "tables",
            "rows",
            "notes",
            "words",
            "read s",
            "texts not there",
            "review s",
            "peak heap MB",
            "obligations",
            "quotes",
            "in pieces",
            "as read",
            "not there");

    private final Table table = new Table(COLUMNS);
    private final List<String> lines = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("fram: " + folder + " is no folder. Name one with documents.");
            return Fram.INPUT;
        }
        var files = DocumentFiles.below(folder, only);
        var reviewer = new Reviewer();
        int read = 0;
        int refused = 0;
        int failed = 0;
        for (var file : files) {
            try {
                if (measured(file, reviewer)) {
                    read++;
                } else {
                    failed++;
                }
            } catch (UnreadableDocumentException unreadable) {
                refused++;
                lines.add("refused " + folder.relativize(file) + ": " + unreadable.reason() + ": "
                        + unreadable.getMessage());
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
                failed++;
                fault(file, fault);
            }
        }
        var out = spec.commandLine().getOut();
        out.println(table.print(markdown));
        lines.forEach(out::println);
        out.println(read + " read, " + refused + " refused, " + failed + " failed");
        return failed == 0 ? 0 : Fram.FINDINGS;
    }

    /// Whether the document was reviewed and all quotes occur in it.
    private boolean measured(Path file, Reviewer reviewer) throws IOException {
        resetPeak();
        long start = System.nanoTime();
        var document = Documents.read(file);
        var cells = new ArrayList<String>(List.of(
                shortened(folder.relativize(file).toString()), document.format().toString()));
        cells.add(document.pages() == 0 ? "–" : Integer.toString(document.pages()));
        long read = System.nanoTime() - start;
        blocks(document, cells);
        cells.add(seconds(read));
        var check = QuoteCheck.of(file, document);
        cells.add(Integer.toString(textsNotThere(file, document, check)));
        boolean fine = false;
        try {
            start = System.nanoTime();
            var review = reviewer.review(document);
            cells.add(seconds(System.nanoTime() - start));
            cells.add(Long.toString(peak() >> 20));
            cells.add(Integer.toString(review.obligations().size()));
            var occurrences = occurrences(file, check, review);
            cells.add(Integer.toString(QuoteCheck.quotes(review).size()));
            cells.add(Integer.toString(occurrences.getOrDefault(Occurrence.PIECES, 0)));
            cells.add(Integer.toString(occurrences.getOrDefault(Occurrence.READER_ONLY, 0)));
            cells.add(Integer.toString(occurrences.getOrDefault(Occurrence.NOWHERE, 0)));
            fine = !occurrences.containsKey(Occurrence.NOWHERE);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            fault(file, fault);
            while (cells.size() < COLUMNS.size()) {
                cells.add("–");
            }
        }
        table.add(cells);
        return fine;
    }

    private void fault(Path file, Throwable fault) {
        var at = fault.getStackTrace();
        lines.add("FAILED " + folder.relativize(file) + ": " + fault + (at.length == 0 ? "" : " at " + at[0]));
    }

    private static void blocks(Document document, List<String> cells) {
        var blocks = new LinkedHashMap<Class<?>, Integer>();
        int rows = 0;
        for (var block : document.blocks()) {
            blocks.merge(block.getClass(), 1, Integer::sum);
            if (block instanceof Block.Table grid) {
                rows += grid.rows().size();
            }
        }
        cells.add(count(blocks, Block.Heading.class));
        cells.add(count(blocks, Block.Paragraph.class));
        cells.add(count(blocks, Block.ListItem.class));
        cells.add(count(blocks, Block.Table.class));
        cells.add(Integer.toString(rows));
        cells.add(count(blocks, Block.Footnote.class));
        cells.add(Integer.toString(words(document)));
    }

    /// How many of the lines of the document's blocks do not occur in the file.
    private int textsNotThere(Path file, Document document, QuoteCheck check) {
        int missing = 0;
        for (var text : QuoteCheck.blockTexts(document.blocks())) {
            for (var line : text.lines().toList()) {
                if (check.inFile(line) == Occurrence.NOWHERE) {
                    missing++;
                    if (errors) {
                        lines.add("text not there " + folder.relativize(file) + ": " + line);
                    }
                }
            }
        }
        return missing;
    }

    private Map<Occurrence, Integer> occurrences(Path file, QuoteCheck check, Review review) {
        var counts = new LinkedHashMap<Occurrence, Integer>();
        for (var quote : QuoteCheck.quotes(review)) {
            var occurrence = check.occurrence(quote.text());
            counts.merge(occurrence, 1, Integer::sum);
            var where = folder.relativize(file) + ", " + quote.field() + ": " + quote.text();
            switch (occurrence) {
                case WHOLE, CELLS -> {}
                case NOWHERE -> lines.add("NOWHERE " + where);
                case PIECES -> {
                    if (errors) {
                        lines.add("in pieces " + where);
                    }
                }
                case READER_ONLY -> lines.add("only as read " + where);
            }
        }
        for (var stray : QuoteCheck.strayParts(review)) {
            counts.merge(Occurrence.NOWHERE, 1, Integer::sum);
            lines.add("NOWHERE " + folder.relativize(file) + ", " + stray.field() + ": " + stray.text());
        }
        return counts;
    }

    private static String count(Map<Class<?>, Integer> blocks, Class<?> kind) {
        return Integer.toString(blocks.getOrDefault(kind, 0));
    }

    private static int words(Document document) {
        return QuoteCheck.blockTexts(document.blocks()).stream()
                .mapToInt(text -> text.isBlank() ? 0 : SPACE.split(text.strip()).length)
                .sum();
    }

    private static String shortened(String name) {
        return name.length() <= 48 ? name : name.substring(0, 22) + "…" + name.substring(name.length() - 25);
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.2f", nanoseconds / 1e9);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
