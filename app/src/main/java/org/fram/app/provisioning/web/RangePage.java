package org.fram.app.provisioning.web;

import java.util.List;
import java.util.Map;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;

/// Entering a range of numbers.
///
/// @param written by the names of the fields
/// @param refusal why it cannot be taken as it is written, or empty
/// @param preview what would be added, or empty where nothing has been asked yet
/// @param sample the first and the last of them
/// @param addable how many would be added
public record RangePage(
        EngagementHead head,
        Map<String, String> written,
        List<Choice> kinds,
        String refusal,
        String preview,
        List<String> sample,
        int addable) {

    public RangePage {
        written = Map.copyOf(written);
        kinds = List.copyOf(kinds);
        sample = List.copyOf(sample);
    }

    /// What was written into a field.
    public String value(String field) {
        return written.getOrDefault(field, "");
    }
}
