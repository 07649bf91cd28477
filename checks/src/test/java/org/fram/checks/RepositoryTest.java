package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fram.bench.Bench;
import org.fram.cli.Fram;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The documents of the repository tell the truth, and nothing stands in it that should not.
class RepositoryTest {

    private static final Pattern DECISION = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Set<String> OF_THE_LAUNCHER = Set.of("test", "bench", "serve", "demo");

    @Test
    void everyLinkOfADocumentLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Page page : pages()) {
            broken.addAll(page.brokenLinks());
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyCommandThatADocumentNamesIsInTheHelp() throws IOException {
        var fram = new CommandLine(Fram.class);
        var help = fram.getUsageMessage().lines().map(String::strip).toList();
        for (Page page : pages()) {
            for (String command : page.commands("fram")) {
                assertThat(help)
                        .as("./fram %s in %s", command, page.file())
                        .anyMatch(line -> line.matches(Pattern.quote(command) + "\\b.*"));
            }
            assertThat(new CommandLine(Bench.class).getSubcommands().keySet())
                    .as("./fram bench … in %s", page.file())
                    .containsAll(page.commands("fram bench"));
        }
    }

    @Test
    void theReadersFirstPageNamesOnlyOptionsThatExist() throws IOException {
        var options = new TreeSet<>(Set.of("--again"));
        for (var command : new CommandLine(Fram.class).getSubcommands().values()) {
            command.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
        }
        assertThat(options).containsAll(page("README.md").options());
    }

    @Test
    void whatTheLauncherDoesByItselfIsNoCommandOfTheProgram() {
        assertThat(new CommandLine(Fram.class).getSubcommands().keySet()).doesNotContainAnyElementsOf(OF_THE_LAUNCHER);
    }

    @Test
    void decisionsAreNumberedOneAfterTheOther() throws IOException {
        var numbers = decisions().stream()
                .map(decision -> Integer.parseInt(decision.name().substring(0, 4)))
                .toList();

        assertThat(numbers)
                .isNotEmpty()
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void decisionsAreListedUnderTheirTitles() throws IOException {
        var list = page("docs/decisions/README.md").text().lines().filter(line -> line.startsWith("| ["));

        assertThat(list)
                .containsExactlyElementsOf(decisions().stream()
                        .map(decision -> "| [%s](%s) | %s |"
                                .formatted(
                                        decision.name().substring(0, 4),
                                        decision.name(),
                                        decision.headings().getFirst()))
                        .toList());
    }

    @Test
    void theReadmeLeadsToEachHowTo() throws IOException {
        String map = page("README.md").text();
        try (var files = Files.list(Repository.root().resolve("docs/howto"))) {
            assertThat(files.map(file -> "(docs/howto/" + file.getFileName() + ")"))
                    .isNotEmpty()
                    .allMatch(map::contains);
        }
    }

    @Test
    void decisionsHaveTheSectionsOfTheTemplate() throws IOException {
        var template = page("docs/decisions/template.md").headings();
        for (Page decision : decisions()) {
            assertThat(decision.headings()).as(decision.name()).containsAll(template.subList(1, template.size()));
        }
    }

    @Test
    void theChangelogHasRoomForWhatIsNotReleased() throws IOException {
        assertThat(page("CHANGELOG.md").headings()).startsWith("Changelog", "Unreleased");
    }

    @Test
    void titlesAreInSentenceCase() throws IOException {
        for (Page page : pages()) {
            assertThat(page.headings()).as(page.name()).allMatch(RepositoryTest::sentenceCase);
        }
    }

    @Test
    void nothingNamesAFolderOfSomebodysMachine() throws IOException {
        assertThat(linesWith(Pattern.compile("(?<![\\w.~}])/(?:home|Users|root|work)/[\\w.]|[A-Z]:\\\\Users\\\\")))
                .isEmpty();
    }

    @Test
    void noTestIsSkipped() throws IOException {
        assertThat(linesWith(Pattern.compile("^\\s*@(?:Disabled|Enabled)\\w*\\b|\\b(?:assume|assuming)[A-Z]\\w*\\(")))
                .isEmpty();
    }

    @Test
    void everyModuleIsBuilt() throws IOException {
        var root = Files.readString(Repository.root().resolve("pom.xml"));
        for (Path file : Repository.files()) {
            Path module = Repository.root().relativize(file).getParent();
            if (file.endsWith("pom.xml") && module != null) {
                assertThat(root).contains("<module>%s</module>".formatted(module));
            }
        }
    }

    /// A title may hold words of the code, abbreviations and names, but does not begin most words with a
    /// capital.
    private static boolean sentenceCase(String title) {
        var words = List.of(title.replaceAll("`[^`]*`", "").split("[^\\p{L}]+"));
        long capitalised = words.stream()
                .skip(1)
                .filter(word -> word.matches("\\p{Lu}\\p{Ll}{3,}"))
                .count();
        return capitalised * 2 <= Math.max(2, words.size());
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : Repository.files()) {
            if (!isText(file)) {
                continue;
            }
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add("%s:%d: %s".formatted(Repository.root().relativize(file), i + 1, lines.get(i)));
                }
            }
        }
        return found;
    }

    private static boolean isText(Path file) {
        return file.toString()
                .matches(".*(?:\\.(?:java|md|xml|yaml|json|txt|sh|cmd|jte|config|properties)|/fram|/run)");
    }

    private static List<Page> decisions() throws IOException {
        return pages().stream()
                .filter(page -> page.file().startsWith(Repository.root().resolve("docs/decisions")))
                .filter(page -> DECISION.matcher(page.name()).matches())
                .toList();
    }

    private static Page page(String path) throws IOException {
        return Page.read(Repository.root().resolve(path));
    }

    private static List<Page> pages() throws IOException {
        var pages = new ArrayList<Page>();
        for (Path file : Repository.files()) {
            if (file.toString().endsWith(".md")
                    && (!file.startsWith(Repository.root().resolve("samples")) || file.endsWith("README.md"))) {
                pages.add(Page.read(file));
            }
        }
        return pages;
    }
}
