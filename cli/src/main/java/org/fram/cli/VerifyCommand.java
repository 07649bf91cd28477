package org.fram.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fram.ledger.LedgerFile;
import org.fram.ledger.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram verify`: whether a ledger that was taken out is as it was written.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says whether a ledger that was taken out of the application is as it was written, and names the line of each"
                    + " entry that was changed, removed, moved or put in.",
            "A tail that was cut off, and a ledger that was made anew, are seen only by the head: note it when you take the"
                    + " ledger out, and ask for it with --head."
        },
        footer = {
            "",
            "Examples:",
            "  fram verify ledger.jsonl",
            "  fram verify ledger.jsonl --head 5f1c…",
            "",
            "Exit codes: 0 whole; 1 something was changed; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LEDGER", description = "A ledger: a line of JSON an entry.")
    private Path ledger = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "The hash of an entry that was noted; the ledger may have grown since.")
    private @Nullable String head;

    @Override
    public Integer call() {
        if (head != null && !head.strip().matches("(?i)[0-9a-f]{64}")) {
            throw new RefusedException("--head is a hash of 64 hexadecimal digits, not '%s'.".formatted(head));
        }
        var verdict = verdict();
        var out = spec.commandLine().getOut();
        if (verdict.entries() == 0 && verdict.breaches().size() <= 1) {
            throw new RefusedException("'%s' holds no ledger.".formatted(ledger));
        }
        for (var breach : verdict.breaches()) {
            out.println(Terminal.safe("line %d: %s".formatted(breach.line(), breach.says())));
        }
        if (verdict.breaches().size() == LedgerFile.MOST_BREACHES) {
            out.println("… and perhaps more");
        }
        if (verdict.whole()) {
            whole(verdict);
        }
        out.flush();
        return verdict.whole() ? 0 : Fram.FINDINGS;
    }

    private Verdict verdict() {
        if (!Files.isRegularFile(ledger)) {
            throw new RefusedException("There is no file '%s'.".formatted(ledger));
        }
        try (var text = Files.newBufferedReader(ledger, StandardCharsets.UTF_8)) {
            return LedgerFile.verify(text, head);
        } catch (IOException failure) {
            throw new RefusedException("'%s' cannot be read: %s".formatted(ledger, failure.getMessage()));
        }
    }

    private void whole(Verdict verdict) {
        var out = spec.commandLine().getOut();
        out.println("whole: %,d %s, head %s"
                .formatted(verdict.entries(), verdict.entries() == 1 ? "entry" : "entries", verdict.head()));
        if (verdict.closed() > 0) {
            out.println("%,d of them without their details".formatted(verdict.closed()));
        }
        var at = verdict.headAt();
        if (at == null) {
            out.println("Without --head nobody sees whether entries are missing at its end.");
        } else if (at < verdict.entries()) {
            out.println("%,d entries came after the head that you noted".formatted(verdict.entries() - at));
        }
    }
}
