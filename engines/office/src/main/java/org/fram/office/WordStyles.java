package org.fram.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The styles of a Word document, with what each inherits from those it is based on.
final class WordStyles {

    private static final int LONGEST_CHAIN = 32;
    private static final Pattern HEADING = Pattern.compile("(?:heading|überschrift|titre|título|titolo|kop) ?([1-9])");
    private static final Pattern LIST = Pattern.compile("list(?: bullet| number| continue)? ([2-9])");

    private final Map<String, Style> styles = new HashMap<>();
    private @Nullable String defaultParagraphStyle;
    private int defaultSize = 20;

    /// A style as written, without what it inherits.
    ///
    /// @param name in lower case; Word keeps built-in names in English whatever its language
    private record Style(
            String id,
            String name,
            @Nullable String basedOn,
            Xml.@Nullable Element paragraph,
            Xml.@Nullable Element run,
            boolean firstRowStandsOut) {}

    /// @param root of styles.xml, or null where the package has none
    WordStyles(Xml.@Nullable Element root) {
        if (root == null) {
            return;
        }
        Xml.Element size = root.path("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz");
        if (size != null) {
            defaultSize = number(size.attribute("w:val"), defaultSize);
        }
        for (Xml.Element element : root.elements()) {
            if (!element.is("w:style")) {
                continue;
            }
            String id = element.attribute("w:styleId", "");
            String name = element.value("w:name");
            styles.put(
                    id,
                    new Style(
                            id,
                            (name == null ? id : name).toLowerCase(Locale.ROOT),
                            element.value("w:basedOn"),
                            element.child("w:pPr"),
                            element.child("w:rPr"),
                            firstRowStandsOut(element)));
            if ("paragraph".equals(element.attribute("w:type"))
                    && element.attribute("w:default", "0").matches("1|true|on")) {
                defaultParagraphStyle = id;
            }
        }
    }

    private static boolean firstRowStandsOut(Xml.Element style) {
        return style.elements().stream()
                .filter(part -> part.is("w:tblStylePr") && "firstRow".equals(part.attribute("w:type")))
                .anyMatch(part -> {
                    Xml.Element run = part.child("w:rPr");
                    return (run != null && Boolean.TRUE.equals(run.toggle("w:b")))
                            || part.path("w:tcPr", "w:shd") != null;
                });
    }

    /// A number that an attribute holds, or what to take where it holds none.
    static int number(@Nullable String value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return (int) Math.round(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// The first answer that a style, or one that it is based on, gives.
    private <T> @Nullable T inherited(@Nullable String id, Function<Style, @Nullable T> question) {
        @Nullable String next = id;
        for (int i = 0; next != null && i < LONGEST_CHAIN; i++) {
            Style style = styles.get(next);
            if (style == null) {
                return null;
            }
            T answer = question.apply(style);
            if (answer != null) {
                return answer;
            }
            next = style.basedOn;
        }
        return null;
    }

    /// The id of a paragraph's style, that of the document where it names none.
    @Nullable
    String styleOf(Xml.@Nullable Element properties) {
        String id = properties == null ? null : properties.value("w:pStyle");
        return id == null ? defaultParagraphStyle : id;
    }

    /// The level of a heading in this style (1 is the outermost), or 0 if it is none.
    int headingLevel(@Nullable String id) {
        Integer level = inherited(id, style -> {
            if (style.paragraph != null) {
                String outline = style.paragraph.value("w:outlineLvl");
                if (outline != null) {
                    int value = number(outline, 9);
                    return value >= 0 && value < 9 ? value + 1 : 0;
                }
            }
            Matcher matcher = HEADING.matcher(style.name);
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
            return style.name.equals("title") ? Integer.valueOf(1) : null;
        });
        return level == null ? 0 : level;
    }

    /// Whether paragraphs in this style make the table of contents.
    boolean contents(@Nullable String id) {
        return inherited(id, style -> style.name.matches("toc \\d|toc heading|table of figures") ? true : null) != null;
    }

    /// The level that the name of a list style gives ("List Bullet 2"), or 1.
    int listLevel(@Nullable String id) {
        Integer level = inherited(id, style -> {
            Matcher matcher = LIST.matcher(style.name);
            return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
        });
        return level == null ? 1 : level;
    }

    /// Whether the style's name says that its paragraphs are captions of tables and figures.
    boolean caption(@Nullable String id) {
        return inherited(id, style -> style.name.contains("caption") ? true : null) != null;
    }

    /// A property of paragraphs in this style, or null.
    Xml.@Nullable Element paragraphProperty(@Nullable String id, String property) {
        return inherited(id, style -> style.paragraph == null ? null : style.paragraph.child(property));
    }

    /// Whether a property of runs is on for a run, all styles considered.
    boolean on(String property, Xml.@Nullable Element run, @Nullable String paragraphStyle) {
        Boolean own = run == null ? null : run.toggle(property);
        if (own == null && run != null) {
            own = inherited(run.value("w:rStyle"), style -> style.run == null ? null : style.run.toggle(property));
        }
        if (own == null) {
            own = inherited(paragraphStyle, style -> style.run == null ? null : style.run.toggle(property));
        }
        return own != null && own;
    }

    /// The size of a run's letters in half points.
    int size(Xml.@Nullable Element run, @Nullable String paragraphStyle) {
        String own = run == null ? null : run.value("w:sz");
        if (own == null && run != null) {
            own = inherited(run.value("w:rStyle"), style -> style.run == null ? null : style.run.value("w:sz"));
        }
        if (own == null) {
            own = inherited(paragraphStyle, style -> style.run == null ? null : style.run.value("w:sz"));
        }
        return number(own, defaultSize);
    }

    /// Whether tables in this style make their first row stand out.
    boolean firstRowStandsOut(@Nullable String id) {
        return inherited(id, style -> style.firstRowStandsOut ? true : null) != null;
    }
}
