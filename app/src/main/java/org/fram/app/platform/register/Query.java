package org.fram.app.platform.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody wants to see of a register. It is part of the page's address, and a view keeps it.
///
/// @param search words that all must be in a row
/// @param filters by the keys of the columns
/// @param sort the key of the column by which rows are ordered, or empty for their age
/// @param columns the keys of those that are shown; empty for the usual ones
/// @param page from 1
/// @param size rows of a page
public record Query(
        String search,
        Map<String, String> filters,
        String sort,
        boolean descending,
        List<String> columns,
        int page,
        int size) {

    /// Everything, in the order in which it was added.
    public static final Query ALL = new Query("", Map.of(), "", false, List.of(), 1, 100);

    /// Sizes of a page that are offered.
    public static final List<Integer> SIZES = List.of(50, 100, 250);

    /// The filter of a day or a choice for rows in which it says nothing.
    public static final String NOTHING = "none";

    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 1_000_000;
    private static final String FILTER = "f.";
    private static final String FROM = ".from";
    private static final String UNTIL = ".until";

    public Query {
        // PostgreSQL knows no zero signs.
        search = search.replace("\0", "");
        var asked = new LinkedHashMap<String, String>();
        filters.forEach((key, value) -> asked.put(key, value.replace("\0", "")));
        filters = Collections.unmodifiableMap(asked);
        columns = List.copyOf(columns);
    }

    /// Reads the parameters of an address; what makes no sense is as if it were not there.
    public static Query of(Map<String, List<String>> parameters) {
        var filters = new LinkedHashMap<String, String>();
        for (String name : parameters.keySet()) {
            if (name.startsWith(FILTER)) {
                String key = name.substring(FILTER.length());
                boolean from = key.endsWith(FROM);
                boolean until = key.endsWith(UNTIL);
                if (from || until) {
                    key = key.substring(0, key.lastIndexOf('.'));
                    String first = one(parameters, FILTER + key + FROM);
                    String last = one(parameters, FILTER + key + UNTIL);
                    String range = new Range(first, last).filter();
                    if (!range.isEmpty()) {
                        filters.put(key, range);
                    }
                } else if (!one(parameters, name).isEmpty()) {
                    filters.put(key, one(parameters, name));
                }
            }
        }
        String sort = one(parameters, "sort");
        boolean descending = sort.startsWith("-");
        String search = one(parameters, "q").strip();
        return new Query(
                search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                filters,
                descending ? sort.substring(1) : sort,
                descending,
                columns(parameters),
                Math.clamp(number(one(parameters, "page"), 1), 1, LAST_PAGE),
                size(number(one(parameters, "size"), ALL.size())));
    }

    /// As parameters of an address, without those that say what is usual.
    public String address() {
        var parts = new ArrayList<String>();
        add(parts, "q", search);
        filters.forEach((key, value) -> add(parts, FILTER + key, value));
        add(parts, "sort", (descending ? "-" : "") + sort);
        add(parts, "columns", String.join(",", columns));
        add(parts, "page", page == 1 ? "" : String.valueOf(page));
        add(parts, "size", size == ALL.size() ? "" : String.valueOf(size));
        return String.join("&", parts);
    }

    /// The same from the first page, as a view keeps it.
    public Query first() {
        return page(1);
    }

    /// Rows with nothing in a column, by another.
    static Query without(String filter, String nothing, String sort) {
        return new Query("", Map.of(filter, nothing), sort, false, List.of(), 1, ALL.size());
    }

    Query page(int wanted) {
        return new Query(search, filters, sort, descending, columns, wanted, size);
    }

    /// Ordered by a column, the other way round where it is already.
    Query sortedBy(String column) {
        return new Query(search, filters, column, sort.equals(column) && !descending, columns, 1, size);
    }

    Query without(String filter) {
        var fewer = new LinkedHashMap<>(filters);
        fewer.remove(filter);
        return new Query(search, fewer, sort, descending, columns, 1, size);
    }

    Query withoutSearch() {
        return new Query("", filters, sort, descending, columns, 1, size);
    }

    boolean narrows() {
        return !search.isEmpty() || !filters.isEmpty();
    }

    private static List<String> columns(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("columns", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static int size(int wanted) {
        return SIZES.contains(wanted) ? wanted : ALL.size();
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
