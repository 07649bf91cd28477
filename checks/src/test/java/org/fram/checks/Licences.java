package org.fram.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which licences may be linked in, and which libraries of a bill of materials have none of them.
///
/// @param allowed SPDX ids or names, as in `licences.txt`
record Licences(Set<String> allowed) {

    /// The list of this house.
    static Licences ofThisHouse() {
        try (var list = Licences.class.getResourceAsStream("/licences.txt")) {
            if (list == null) {
                throw new IllegalStateException("licences.txt is not on the class path.");
            }
            return new Licences(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The libraries without an allowed licence, each with the licences it names.
    ///
    /// @param bom a CycloneDX bill of materials as JSON
    List<String> refused(String bom) {
        var refused = new ArrayList<String>();
        for (JsonNode library : JsonMapper.shared().readTree(bom).path("components")) {
            var named = named(library).toList();
            if (named.stream().noneMatch(allowed::contains)) {
                refused.add("%s:%s:%s has %s"
                        .formatted(
                                library.path("group").asString(""),
                                library.path("name").asString(""),
                                library.path("version").asString(""),
                                named.isEmpty() ? "no licence" : String.join(", ", named)));
            }
        }
        return refused;
    }

    private static Stream<String> named(JsonNode library) {
        return library.path("licenses").valueStream().flatMap(entry -> {
            var licence = entry.path("license");
            return entry.has("expression")
                    ? Stream.of(entry.path("expression").asString().split(" OR "))
                    : Stream.of(licence.path("id").asString(licence.path("name").asString("")));
        });
    }
}
