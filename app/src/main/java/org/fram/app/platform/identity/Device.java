package org.fram.app.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/// What somebody signs in from.
///
/// @param address of the network, to count failures by; it is not kept
/// @param browser its name, or empty
public record Device(String address, String browser) {

    static Device of(HttpServletRequest request) {
        return new Device(
                String.valueOf(request.getRemoteAddr()), BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)));
    }
}
