package org.fram.app.platform.api;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of a thing, as ETag and If-Match have it.
///
/// Source: RFC 9110, sections 8.8 and 13.1.
public final class Version {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,9})\"");

    private Version() {}

    /// As an ETag.
    public static String tag(int version) {
        return "\"%d\"".formatted(version);
    }

    /// The version that whoever writes has seen.
    ///
    /// @param ifMatch the header, or null where there is none
    /// @return a version that there never is, where the header names something else
    /// @throws ProblemException where it is missing, or allows any version, as then one would write over what
    /// one has not seen
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new ProblemException(ProblemKind.VERSION_MISSING);
        }
        return Arrays.stream(ifMatch.split(","))
                .map(tag -> STRONG.matcher(tag.strip()))
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(tag -> Integer.parseInt(tag.group(1)))
                .max()
                .orElse(-1);
    }
}
