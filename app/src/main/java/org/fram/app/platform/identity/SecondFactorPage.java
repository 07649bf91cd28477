package org.fram.app.platform.identity;

import org.jspecify.annotations.Nullable;

/// What the page of one's second factor shows.
///
/// @param missing whether one has to set it up before anything else
/// @param standing since when it is on, or empty where it is off
/// @param picture of the secret while it is set up, or null
/// @param secret as one types it, or empty
/// @param refusal why the last attempt failed, or empty
public record SecondFactorPage(
        boolean missing,
        String standing,
        @Nullable QrPicture picture,
        String secret,
        AgainForm again,
        String refusal) {}
