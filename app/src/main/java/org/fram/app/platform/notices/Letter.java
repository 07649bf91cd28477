package org.fram.app.platform.notices;

import java.util.List;

/// What a mail says, in the reader's words; its two forms, text and HTML, say the same.
///
/// @param parts one, or several in a digest
/// @param footer why the reader gets it
/// @param settings where they change that, or empty for whoever has no account
public record Letter(
        String language,
        String name,
        String subject,
        List<Part> parts,
        String footer,
        String settings,
        String settingsTitle) {

    /// A notice.
    ///
    /// @param link where it leads, or empty
    public record Part(String title, List<String> text, String time, String link, String linkTitle) {}

    /// Whether it gathers several.
    public boolean digest() {
        return parts.size() > 1;
    }

    /// As plain text.
    String text() {
        var text = new StringBuilder();
        if (digest()) {
            text.append(subject).append("\n\n");
        }
        for (var part : parts) {
            if (digest()) {
                text.append("* ");
            }
            text.append(part.title()).append('\n');
            part.text().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
            if (digest()) {
                text.append('\n').append(part.time()).append('\n');
            }
            if (!part.link().isEmpty()) {
                text.append('\n')
                        .append(part.linkTitle())
                        .append(":\n")
                        .append(part.link())
                        .append('\n');
            }
            text.append('\n');
        }
        text.append("-- \n").append(footer).append('\n');
        if (!settings.isEmpty()) {
            text.append(settingsTitle).append(": ").append(settings).append('\n');
        }
        return text.toString();
    }
}
