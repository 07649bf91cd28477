package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/// Gives lists one page after the other, with links to those around.
///
/// Source of the links: RFC 8288.
public final class Paging {

    /// The parameter that says how much a page holds at most.
    public static final String LIMIT = "limit";

    /// The parameter that says where a page begins.
    public static final String CURSOR = "cursor";

    /// How much a page holds where nobody says.
    public static final String USUAL = "100";

    static final int MOST = 250;

    private Paging() {}

    /// How much is wanted.
    ///
    /// @throws ProblemException where that is nothing, or too much
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw ProblemException.notUnderstood(LIMIT);
        }
        return wanted;
    }

    /// A page of a short list, all of which is at hand.
    public static <T> ResponseEntity<Page<T>> of(
            HttpServletRequest request, List<T> all, Function<T, String> id, int limit, String cursor) {
        int most = limit(limit);
        var behind = Cursor.of(cursor, request.getRequestURI());
        int from = 0;
        if (behind != null) {
            // One that is gone meanwhile has left its place to the next.
            from = Math.min(all.size(), place(behind));
            for (int i = 0; i < all.size(); i++) {
                if (id.apply(all.get(i)).equals(behind.id())) {
                    from = i + 1;
                }
            }
        }
        int until = Math.min(all.size(), from + most);
        var items = all.subList(from, until);
        return answer(
                request,
                items,
                until == all.size()
                        ? null
                        : Cursor.behind(
                                request.getRequestURI(), id.apply(items.getLast()), Integer.toString(until - 1)));
    }

    private static int place(Cursor behind) {
        var value = behind.value();
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    /// A page, and where the next begins.
    ///
    /// @param next null at the end
    public static <T> ResponseEntity<Page<T>> answer(HttpServletRequest request, List<T> items, @Nullable Cursor next) {
        String text = next == null ? null : next.text();
        var answer = ResponseEntity.ok().header(HttpHeaders.LINK, link(request, null, "first"));
        if (text != null) {
            answer.header(HttpHeaders.LINK, link(request, text, "next"));
        }
        return answer.body(new Page<>(items, text));
    }

    private static String link(HttpServletRequest request, @Nullable String cursor, String relation) {
        var address = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(CURSOR, cursor == null ? List.of() : List.of(cursor))
                .build()
                .toUriString();
        return "<%s>; rel=\"%s\"".formatted(address, relation);
    }
}
