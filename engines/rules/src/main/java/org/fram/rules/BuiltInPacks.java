package org.fram.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The packs that come with Fram, in the order of the lifecycle.
final class BuiltInPacks {

    static final List<String> NAMES = List.of(
            "sow",
            "measures",
            "plan",
            "risk",
            "design",
            "people",
            "training",
            "provisioning",
            "testing",
            "rollout",
            "acceptance");

    private BuiltInPacks() {}

    /// The packs' texts by the names of their files.
    static Map<String, String> texts() {
        return all(".yaml");
    }

    /// The cases' texts by the names of their files.
    static Map<String, String> cases() {
        return all(".cases.yaml");
    }

    private static Map<String, String> all(String ending) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var file = "practices/%s%s".formatted(name, ending);
            try (var in = BuiltInPacks.class.getResourceAsStream("/fram/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("The file %s is not in the program.".formatted(file));
                }
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
