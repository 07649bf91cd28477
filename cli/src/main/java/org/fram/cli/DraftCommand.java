package org.fram.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fram.drafting.Answers;
import org.fram.drafting.AnswersFile;
import org.fram.drafting.Drafting;
import org.fram.drafting.Question;
import org.fram.drafting.SowLibrary;
import org.fram.drafting.SowTemplate;
import org.fram.office.Documents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram draft`: a statement of work from a template and answers to its questions.
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Drafts a statement of work from a template and answers to its questions, as a Word document.",
            "Without TEMPLATE it lists the templates. TEMPLATE is one of these, or a file of one's own (.md)."
        },
        footer = {
            "",
            "Examples:",
            "  fram draft technology --questions > answers.yaml",
            "  fram draft technology --answers answers.yaml --out draft.docx",
            "",
            "Exit codes: 0 written; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class DraftCommand implements Callable<Integer> {

    private static final String OWN = ".md";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "The template.")
    private @Nullable String name;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers as YAML, by question. Without it all is left open but what has a default.")
    private @Nullable Path answers;

    @Option(names = "--out", paramLabel = "OUT", description = "The Word document to write (.docx).")
    private @Nullable Path target;

    @Option(names = "--questions", description = "Prints the questions, as a file of answers to fill in.")
    private boolean questions;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var asked = name;
        if (asked == null) {
            SowLibrary.standard()
                    .templates()
                    .forEach(template ->
                            out.println("%s: %s. %s".formatted(template.id(), template.title(), template.about())));
            return 0;
        }
        var template = template(asked);
        if (questions) {
            print(template, out);
            return 0;
        }
        var to = target;
        if (to == null) {
            throw new RefusedException("name the document to write with --out, or see the questions with --questions.");
        }
        var draft = Drafting.draft(template, answers(template));
        OutputFile.write(to, file -> {
            try (var stream = Files.newOutputStream(file)) {
                Documents.writeDocx(draft.blocks(), stream);
            }
        });
        draft.open()
                .forEach(open -> out.println("Open: %s (%s)%s"
                        .formatted(
                                Terminal.safe(open.text()),
                                open.name(),
                                open.heading().isEmpty() ? "" : ", in " + Terminal.safe(open.heading()))));
        out.println("%s: %s, %s."
                .formatted(
                        Terminal.safe(to.toString()),
                        template.title(),
                        draft.open().isEmpty()
                                ? "nothing is open"
                                : "open: " + draft.open().size()));
        return 0;
    }

    private static SowTemplate template(String name) {
        if (name.endsWith(OWN)) {
            return SowTemplate.read(name, InputFiles.text(Path.of(name)));
        }
        return SowLibrary.standard()
                .template(name)
                .orElseThrow(() -> new RefusedException(SowLibrary.standard().unknown(name)));
    }

    private Answers answers(SowTemplate template) {
        var file = answers;
        if (file == null) {
            return Answers.none();
        }
        Map<String, List<String>> typed = AnswersFile.read(file.toString(), InputFiles.text(file));
        var reading = Answers.read(template, typed);
        if (!reading.refusals().isEmpty()) {
            var lines = reading.refusals().stream()
                    .map(refusal -> "%s: %s".formatted(file, refusal.message()))
                    .toList();
            throw new RefusedException(String.join(System.lineSeparator(), lines));
        }
        return reading.answers();
    }

    private static void print(SowTemplate template, PrintWriter out) {
        out.println("# %s".formatted(template.title()));
        for (var step : template.steps()) {
            out.println();
            out.println("# " + step.title());
            step.questions().forEach(question -> print(question, out));
        }
    }

    private static void print(Question question, PrintWriter out) {
        out.println();
        out.println("# " + question.text());
        if (!question.help().isEmpty()) {
            out.println("# " + question.help());
        }
        question.options().forEach(option -> out.println("#   %s: %s".formatted(option.value(), option.text())));
        out.println("%s: [%s]"
                .formatted(
                        question.id(),
                        String.join(
                                ", ",
                                question.standard().stream()
                                        .map(value -> "\""
                                                + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                                        .toList())));
    }
}
