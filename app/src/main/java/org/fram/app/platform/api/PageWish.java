package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/// Which page of a list a program wants. A controller's method that has one as an argument takes the parameters `limit`
/// and `cursor`, and [OpenApi] describes them.
///
/// @param limit how much a page holds at most
/// @param cursor where it begins; empty for the first
public record PageWish(HttpServletRequest request, int limit, String cursor) {

    /// As a request has it.
    ///
    /// @throws ProblemException where the limit is no number
    static PageWish of(HttpServletRequest request) {
        String limit = Objects.requireNonNullElse(request.getParameter(Paging.LIMIT), "");
        try {
            return new PageWish(
                    request,
                    Integer.parseInt(limit.isEmpty() ? Paging.USUAL : limit),
                    Objects.requireNonNullElse(request.getParameter(Paging.CURSOR), ""));
        } catch (NumberFormatException _) {
            throw ProblemException.notUnderstood(Paging.LIMIT);
        }
    }

    /// That page of a short list, all of which is at hand.
    ///
    /// @param id what a part is told by from the others
    public <T> ResponseEntity<Page<T>> of(List<T> all, Function<T, String> id) {
        return Paging.of(request, all, id, limit, cursor);
    }
}
