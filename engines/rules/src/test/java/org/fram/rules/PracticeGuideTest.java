package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fram.facts.FactsDocument;
import org.junit.jupiter.api.Test;

class PracticeGuideTest {

    private static final Path GUIDE = Path.of("../../docs/howto/write-a-practice.md");
    private static final Path REFERENCE = Path.of("../../docs/reference/practice-packs.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleOfTheGuideIsAPackWhoseCasesHold() throws IOException {
        var blocks = yaml(GUIDE);
        var catalogue = Catalogue.of(Map.of("recordings.yaml", blocks.get(0)));
        var outcome = PackCases.of(catalogue, Map.of("recordings.cases.yaml", blocks.get(1)))
                .run();

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).isEqualTo(7);
    }

    @Test
    void theSettingsOfTheReferenceAreRead() throws IOException {
        var settings = SettingsFile.read(yaml(REFERENCE).getFirst(), "settings.yaml");

        assertThat(settings.waivers()).hasSize(1);
        assertThat(settings.parameters()).hasSize(1);
    }

    @Test
    void theReferenceTellsEveryFunction() throws IOException {
        var page = Files.readString(REFERENCE);

        assertThat(new Functions(FactTypes.of(FactsDocument.class)).names())
                .filteredOn(name -> Character.isLetter(name.charAt(0)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).containsPattern("`[^`\\n]*\\b" + name + "\\("));
    }

    private static List<String> yaml(Path page) throws IOException {
        return YAML.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
