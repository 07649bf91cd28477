package org.fram.report;

import java.util.ArrayList;
import java.util.List;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;

/// Says where something stands, in words that help to find it again: "4.2 Testing, page 7, table 3, row 2".
public final class Whereabouts {

    private static final int LONGEST_HEADING = 80;

    /// Per block, in order: the heading above it (or the heading that it is), with its number.
    private final List<String> sections;

    private Whereabouts(List<String> sections) {
        this.sections = sections;
    }

    /// Of places in this document.
    public static Whereabouts in(Document document) {
        var sections = new ArrayList<String>(document.blocks().size());
        var section = "";
        for (var block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                section = (heading.number() + " " + heading.text()).strip();
            }
            sections.add(section);
        }
        return new Whereabouts(List.copyOf(sections));
    }

    /// Of places in a document that is not at hand: without its headings.
    public static Whereabouts unknown() {
        return new Whereabouts(List.of());
    }

    /// The heading above a place, with its number; empty where there is none.
    public String section(Place place) {
        int block = place.paragraph() - 1;
        return block >= 0 && block < sections.size() ? sections.get(block) : "";
    }

    /// The words for a place; empty for null and where nothing is known of it.
    public String describe(@Nullable Place place) {
        return place == null ? "" : describe(section(place), place);
    }

    /// The words for a place whose section is known.
    public static String describe(String section, Place place) {
        var parts = new ArrayList<String>();
        if (!section.isBlank()) {
            parts.add(shortened(section.replace('\n', ' ').strip()));
        }
        if (place.page() > 0) {
            parts.add("page " + place.page());
        }
        if (place.table() > 0) {
            parts.add("table " + place.table());
        }
        if (place.row() > 0) {
            parts.add("row " + place.row());
        }
        if (parts.isEmpty() && place.paragraph() > 0) {
            parts.add("paragraph " + place.paragraph());
        }
        return String.join(", ", parts);
    }

    private static String shortened(String heading) {
        if (heading.codePointCount(0, heading.length()) <= LONGEST_HEADING) {
            return heading;
        }
        return heading.substring(0, heading.offsetByCodePoints(0, LONGEST_HEADING - 1))
                        .strip() + "…";
    }
}
