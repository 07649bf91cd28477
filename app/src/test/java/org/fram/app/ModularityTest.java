package org.fram.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    /// It declares nobody, and the others need not say that they stand on it.
    private static final String PLATFORM = "platform";

    private static final Pattern NAMED = Pattern.compile("`([a-z]+)`");

    private final ApplicationModules modules = ApplicationModules.of(FramApplication.class);

    @Test
    void modulesUseEachOtherOnlyAsTheyDeclare() {
        modules.verify();
    }

    @Test
    void theMapOfTheHouseHasEachModuleOnceWithThoseThatItUses() throws Exception {
        var map = Files.readAllLines(Path.of("..", "ARCHITECTURE.md"));
        var names = modules.stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
        for (String name : names) {
            if (name.equals(PLATFORM)) {
                continue;
            }
            var rows = map.stream()
                    .filter(line -> line.startsWith("| `%s` |".formatted(name)) && line.contains("`platform"))
                    .toList();
            assertThat(rows).as(name).hasSize(1);
            String cells = rows.getFirst();
            String users = cells.substring(cells.lastIndexOf('|', cells.length() - 2));
            assertThat(NAMED.matcher(users).results().map(match -> match.group(1)))
                    .as("modules that %s uses", name)
                    .filteredOn(one -> names.contains(one) && !one.equals(PLATFORM))
                    .containsExactlyInAnyOrderElementsOf(declared(name));
        }
    }

    /// Those stages that a module declares.
    private static Set<String> declared(String name) throws ClassNotFoundException {
        var module = Class.forName("org.fram.app." + name + ".package-info").getAnnotation(ApplicationModule.class);
        return module == null
                ? Set.of()
                : Stream.of(module.allowedDependencies())
                        .map(one -> one.replaceFirst(" ::.*", ""))
                        .filter(one -> !one.equals(PLATFORM))
                        .collect(toCollection(TreeSet::new));
    }
}
