package org.fram.app.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fram.app.platform.identity.Hashes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where in a list one is: behind the last thing that one has seen. It stays right while others add and
/// remove.
///
/// @param list a mark of the question to which it belongs, as it makes no sense in another
/// @param id of the last thing
/// @param value by which the list is ordered, as an editor has it, or null
public record Cursor(String list, String id, @Nullable String value) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 8_000;
    private static final int OF_THE_MARK = 12;

    /// Behind a thing, in the list that a question asks for.
    ///
    /// @param question all that decides what is in the list and in which order
    public static Cursor behind(String question, String id, @Nullable String value) {
        return new Cursor(mark(question), id, value);
    }

    /// As a parameter of an address.
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    /// Reads the parameter; null where it is empty, which is the beginning.
    ///
    /// @throws ProblemException where it is none, or one of another question
    public static @Nullable Cursor of(String text, String question) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                var read = JSON.readValue(
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), Cursor.class);
                if (mark(question).equals(read.list()) && read.id() != null) {
                    return read;
                }
            }
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // Refused below, like one of another list.
        }
        throw ProblemException.notUnderstood("cursor");
    }

    private static String mark(String question) {
        return Hashes.sha256(question).substring(0, OF_THE_MARK);
    }
}
