package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {

    private static final Licences LICENCES = Licences.ofThisHouse();

    @ParameterizedTest
    @CsvSource({"cli, picocli", "bench, picocli", "app, jooq"})
    void everythingLinkedInMayBe(String program, String surelyThere) throws IOException {
        var bom = Repository.root().resolve(program).resolve("target/bom.json");
        assertThat(bom).as("made by the build at package: mvn verify").exists();
        var text = Files.readString(bom);

        assertThat(text).as("a library that is surely there").contains("\"" + surelyThere + "\"");
        assertThat(LICENCES.refused(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"license": {"id": "GPL-3.0-only"}}                | GPL-3.0-only
            {"license": {"id": "AGPL-3.0-or-later"}}           | AGPL-3.0-or-later
            {"license": {"name": "GNU General Public License"}}| GNU General Public License
            {"expression": "GPL-2.0-only OR AGPL-3.0-only"}    | GPL-2.0-only, AGPL-3.0-only
            """)
    void aLicenceThatWouldPassOnToFramIsRefused(String licence, String named) {
        assertThat(LICENCES.refused(bom(licence))).containsExactly("org.planted:library:1.0 has " + named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"license": {"id": "LGPL-2.1-or-later"}}""", """
                {"license": {"id": "GPL-2.0-with-classpath-exception"}}, {"license": {"id": "EPL-2.0"}}""", """
                {"expression": "GPL-2.0-only OR MIT"}"""})
    void oneGoodLicenceOfSeveralIsEnough(String licences) {
        assertThat(LICENCES.refused(bom(licences))).isEmpty();
    }

    @Test
    void aLibraryWithoutALicenceIsRefused() {
        assertThat(LICENCES.refused(bom(""))).containsExactly("org.planted:library:1.0 has no licence");
    }

    private static String bom(String licences) {
        return """
                {"components": [
                    {"group": "org.planted", "name": "library", "version": "1.0", "licenses": [%s]}
                ]}
                """.formatted(licences);
    }
}
