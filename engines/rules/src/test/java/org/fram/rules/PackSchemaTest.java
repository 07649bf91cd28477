package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// What an editor is told of packs and cases is what the reader reads.
class PackSchemaTest {

    private static final String PACK = "practice-pack.schema.json";
    private static final String CASES = "practice-cases.schema.json";
    private static final Path PRACTICES = Path.of("../../practices");

    private static final String OWN = """
            pack: own
            title: Our own
            practices:
            - id: OWN-1
              title: Something
              applies: [outsourced service]
              gates: [sign, all]
              severity: warning
              source: us
              why: It is so.
              for: {o: sow.obligations}
              when: "has(o.role)"
              message: Hm.
              parameters: {days: {default: 14, about: how long}}
            """;

    @Test
    void thePublishedSchemasAreThoseOfTheRecords() throws IOException {
        Schemas.held(PACK, PackSchemas.pack());
        Schemas.held(CASES, PackSchemas.cases());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPackAndItsCasesAreValidAndTellTheEditorTheirSchema(Path file) throws IOException {
        var text = Files.readString(file);
        var schema = file.toString().endsWith(".cases.yaml") ? CASES : PACK;

        assertThat(Schemas.errors(schema, text, InputFormat.YAML)).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../docs/reference/%s\n".formatted(schema));
    }

    @Test
    void theSampleFactsAreValidAndTellTheEditorTheirSchema() throws IOException {
        var text = Files.readString(Path.of("../../samples/rivermark_permits_line.facts.yaml"));

        assertThat(Schemas.errors("facts.schema.json", text, InputFormat.YAML)).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../docs/reference/facts.schema.json\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: Something      | titel: Something
            outsourced service    | outsourced servise
            [sign, all]           | [singn]
            severity: warning     | severity: severe
            severity: warning     | severity: {expresion: "'warning'"}
            applies: [outsourced service] | applies: []
            id: OWN-1             | id: own1
            {o: sow.obligations}  | [sow.obligations]
            {o: sow.obligations}  | {o: sow.obligations, p: sow.raci}
            default: 14           | default: soon
            about: how long       | abuot: how long
            message: Hm.          | fix: Hm.
            source: us            | needs: sow.obligations
            """)
    void whatTheReaderRefusesTheSchemaRefuses(String right, String wrong) {
        var text = OWN.replace(right, wrong);
        assertThat(text).isNotEqualTo(OWN);

        assertThat(Schemas.errors(PACK, OWN, InputFormat.YAML)).isEmpty();
        assertThat(Schemas.errors(PACK, text, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> Catalogue.of(Map.of("own.yaml", text))).isInstanceOf(UnusableFileException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: duty     | kind: dury
            text:          | txt:
            expect: [O-1]  | expect: fires
            expect: [O-1]  | expected: [O-1]
            severity: warning | severity: heavy
            today: 2027-01-31 | today: [2027]
            """)
    void ofCasesToo(String right, String wrong) {
        var cases = """
                cases:
                - practice: OWN-1
                  name: one
                  given: {sow: {obligations: [{id: O-1, text: It is done., kind: duty, role: lead}]}}
                  today: 2027-01-31
                  parameters: {days: 3}
                  expect: [O-1]
                  severity: warning
                """;
        var text = cases.replace(right, wrong);
        var catalogue = Catalogue.of(Map.of("own.yaml", OWN));

        assertThat(Schemas.errors(CASES, cases, InputFormat.YAML)).isEmpty();
        assertThat(PackCases.of(catalogue, Map.of("own.cases.yaml", cases))
                        .run()
                        .passed())
                .isPositive();
        assertThat(Schemas.errors(CASES, text, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> PackCases.of(catalogue, Map.of("own.cases.yaml", text)))
                .isInstanceOf(UnusableFileException.class);
    }

    @Test
    void thePageTellsEveryKeyOfTheSchemas() {
        var pack = PackSchemas.pack();
        assertThat(keys(pack))
                .isEqualTo(PageTable.of("practice-packs.md", "A pack").keySet());
        assertThat(keys((ObjectNode) pack.get("$defs").get("PracticeEntry")))
                .isEqualTo(PageTable.of("practice-packs.md", "A practice").keySet());
        assertThat(keys((ObjectNode) PackSchemas.cases().get("$defs").get("CaseEntry")))
                .isEqualTo(PageTable.of("practice-packs.md", "Cases").keySet());
    }

    private static Set<String> keys(ObjectNode schema) {
        return new LinkedHashSet<>(schema.get("properties").propertyNames());
    }

    private static Stream<Path> files() throws IOException {
        try (var files = Files.list(PRACTICES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }
}
