package org.fram.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The templates of the project's library, `library/sow/`.
public final class SowLibrary {

    private static final List<String> NAMES = List.of("technology", "outsourced-service");
    private static final SowLibrary STANDARD =
            new SowLibrary(NAMES.stream().map(SowLibrary::read).toList());

    private final List<SowTemplate> templates;

    private SowLibrary(List<SowTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    /// Those that come with the program.
    public static SowLibrary standard() {
        return STANDARD;
    }

    /// All, in the order in which they are offered.
    public List<SowTemplate> templates() {
        return templates;
    }

    /// The one of this name.
    public Optional<SowTemplate> template(String id) {
        return templates.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Says that there is no such template, with the nearest name.
    public String unknown(String id) {
        var names = templates.stream().map(SowTemplate::id).toList();
        return "There is no template “%s”; there are %s.%s"
                .formatted(id, String.join(", ", names), Nearest.question(id, names));
    }

    private static SowTemplate read(String name) {
        String resource = "/fram/library/sow/%s.md".formatted(name);
        try (InputStream in = SowLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return SowTemplate.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
