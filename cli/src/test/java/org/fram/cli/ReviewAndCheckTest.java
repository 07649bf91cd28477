package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A document that is reviewed, and its facts that are checked, give the same findings.
class ReviewAndCheckTest {

    private static final Path SAMPLES = Path.of("../samples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What both formats tell of a finding.
    private record Found(String practice, String severity, String item, String message, String fix) {}

    @TempDir
    private Path folder;

    @Test
    void findTheSameInEverySample() throws IOException {
        var documents = documents();
        var arguments = new ArrayList<>(List.of("review"));
        documents.forEach(document -> arguments.add(document.toString()));
        var reviews = Files.createDirectory(folder.resolve("reviews"));
        var facts = Files.createDirectory(folder.resolve("facts"));
        arguments.addAll(List.of("--json", reviews.toString(), "--facts", facts.toString()));
        assertThat(fram(arguments)).isZero();

        try (var files = Files.list(facts)) {
            var written = files.sorted().toList();
            assertThat(written).hasSameSizeAs(documents);
            for (var file : written) {
                var name = file.getFileName().toString().replace(".facts.yaml", ".json");
                var findings = folder.resolve(name);
                assertThat(fram(List.of("check", file.toString(), "--json", findings.toString())))
                        .isZero();
                assertThat(checked(findings))
                        .as(name)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(reviewed(reviews.resolve(name)));
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().matches(".*\\.(docx|pdf|txt|md)"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    private static int fram(List<String> arguments) {
        var silent = new PrintWriter(new StringWriter());
        return Fram.run(new CommandLine(new Fram()), silent, silent, arguments.toArray(String[]::new));
    }

    private static List<Found> reviewed(Path file) {
        return all(JSON.readTree(file).get("findings"))
                .map(finding -> found(finding.get("practice"), finding))
                .toList();
    }

    private static List<Found> checked(Path file) {
        return all(JSON.readTree(file).get("verdicts"))
                .flatMap(
                        verdict -> all(verdict.get("findings")).map(finding -> found(verdict.get("practice"), finding)))
                .toList();
    }

    private static Found found(JsonNode practice, JsonNode finding) {
        return new Found(
                practice.asString(),
                text(finding, "severity"),
                text(finding, "item"),
                text(finding, "message"),
                text(finding, "fix"));
    }

    private static String text(JsonNode finding, String field) {
        var value = finding.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return list.valueStream();
    }
}
