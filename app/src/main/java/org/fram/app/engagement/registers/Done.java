package org.fram.app.engagement.registers;

import java.util.List;
import java.util.Map;
import org.fram.app.platform.pages.Frame;

/// What was done last, as the address of the page that follows says it.
///
/// @param what the last part of the key of its text, or empty
/// @param count of rows
/// @param overtaken how many rows stayed as they were, since somebody else had changed them
/// @param deletion by which deleted rows come back, or empty
record Done(String what, int count, int overtaken, String deletion) {

    private static final List<String> KNOWN = List.of(
            "added",
            "changed",
            "deleted",
            "restored",
            "undone",
            "imported",
            "view-kept",
            "view-refused",
            "view-removed");

    static Done of(Map<String, List<String>> parameters) {
        String what = one(parameters, "done");
        String deletion = one(parameters, "deletion");
        return new Done(
                KNOWN.contains(what) ? what : "",
                number(one(parameters, "count")),
                number(one(parameters, "overtaken")),
                deletion.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? deletion : "");
    }

    String address() {
        return "done=" + what + (count > 0 ? "&count=" + count : "") + (overtaken > 0 ? "&overtaken=" + overtaken : "")
                + (deletion.isEmpty() ? "" : "&deletion=" + deletion);
    }

    String message(Frame frame) {
        if (what.isEmpty()) {
            return "";
        }
        String said = frame.text("register.done." + what, count);
        return overtaken == 0 ? said : said + " " + frame.text("register.done.overtaken", overtaken);
    }

    /// Where the way back is, or empty where there is none.
    String undo(String register) {
        return what.equals("deleted") && count > 0 && !deletion.isEmpty()
                ? register + "/deletions/" + deletion + "/undo"
                : "";
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }
}
