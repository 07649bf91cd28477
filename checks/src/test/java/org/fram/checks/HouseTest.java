package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house keeps its own rules.
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fram");

    @TestFactory
    List<DynamicTest> theHouseKeepsItsRules() {
        return HouseRules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)))
                .toList();
    }

    @Test
    void noModuleEscapesTheRules() throws IOException {
        for (Path sources : Repository.sourceFolders()) {
            try (var packages = Files.list(sources.resolve("org/fram"))) {
                assertThat(packages.map(folder -> "org.fram." + folder.getFileName()))
                        .as("packages of %s; a new module becomes a dependency of checks/pom.xml", sources)
                        .isNotEmpty()
                        .allMatch(HOUSE::containPackage);
            }
        }
    }
}
