package org.fram.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the reference of templates to what the engine reads.
class SowTemplatesPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "reference", "sow-templates.md");

    @Test
    void theExampleIsATemplateAndItsAnswersMakeADocument() throws IOException {
        var template = SowTemplate.read("example", block("markdown"));
        var answers = Answers.read(template, AnswersFile.read("answers", block("yaml")));

        assertThat(answers.refusals()).isEmpty();
        var draft = Drafting.draft(template, answers.answers());
        assertThat(draft.open()).isEmpty();
        assertThat(draft.blocks().toString()).contains("Fernhill Mutual", "that of clause 2", "20,500");
    }

    @Test
    void everyKeyKindAndLimitIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(TemplateFile.keys()).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        assertThat(Question.Kind.values()).allSatisfy(kind -> assertThat(page).contains("| `" + kind.code() + "` |"));
        assertThat(Known.codes()).allSatisfy(known -> assertThat(page).contains("`" + known + "`"));
        assertThat(Arrays.stream(SowTemplate.Use.values()).map(use -> use.name().toLowerCase(Locale.ROOT)))
                .allSatisfy(use -> assertThat(page).contains("`" + use + "`"));
        assertThat(List.of(Answers.LONGEST, Answers.LONGEST_LINE, Answers.MOST_LINES))
                .allSatisfy(limit -> assertThat(page).contains("%,d".formatted(limit)));
        assertThat(page).contains(Draft.MARK_BEGINS.strip());
    }

    @Test
    void everyKeyThatThePageExplainsIsOne() throws IOException {
        String page = Files.readString(PAGE);
        String tables = page.substring(page.indexOf("## Above the text"), page.indexOf("| kind |"));

        assertThat(Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                        .matcher(tables)
                        .results()
                        .map(row -> row.group(1)))
                .isNotEmpty()
                .allMatch(TemplateFile.keys()::contains);
    }

    private static String block(String language) throws IOException {
        var block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
