package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.fram.office.Documents;
import org.fram.office.UnreadableDocumentException;
import org.fram.review.Reviewer;

/// The review of one document in a virtual machine of its own, as [BenchSpeed] starts it. Prints one line: milliseconds
/// until the program began, to read, and to review (the language models are loaded in it), and of the processors in
/// all;
/// the most memory that the process has had, in MB; how many obligations there are.
final class OneReview {

    private OneReview() {}

    public static void main(String[] arguments) throws IOException {
        long began = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        try {
            long start = System.nanoTime();
            var document = Documents.read(Path.of(arguments[0]));
            long read = System.nanoTime();
            var review = new Reviewer().review(document);
            long reviewed = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "done %d %d %d %d %d %d%n",
                    began,
                    (read - start) / 1_000_000,
                    (reviewed - read) / 1_000_000,
                    processors(),
                    mostMemory(),
                    review.obligations().size());
        } catch (UnreadableDocumentException refused) {
            System.out.println("refused " + refused.reason());
        } catch (OutOfMemoryError full) {
            System.out.println("out of memory");
        }
    }

    /// Time of all processors since the virtual machine started, in milliseconds; 0 where the system does not tell.
    private static long processors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1_000_000
                : 0;
    }

    /// The peak of the resident set, in MB; 0 where the system does not tell.
    private static long mostMemory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (var line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
