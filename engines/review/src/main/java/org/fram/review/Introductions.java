package org.fram.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.facts.Side;

/// How a document introduces names: a defined term in brackets, "prepared by … for …", "between … and …", "Customer:
/// …".
///
/// Whether a name is a party's is decided elsewhere, by what it does: systems and programmes are introduced too.
final class Introductions {

    private static final String NAME = PartyNames.NAME;
    private static final String SUFFIX =
            "(?:,? (?:Inc|LLC|L\\.L\\.C|Ltd|Limited|plc|PLC|GmbH|AG|S\\.A|N\\.V|B\\.V|Corp|Co|LLP|L\\.P|Pty|Corporation)\\b\\.?)*";
    private static final String QUOTED = "[\"“‘]([^\"“”'’()]{2,60})[\"”’']";
    private static final String LABEL =
            "(?i:(client|customer|buyer|purchaser|vendor|supplier|contractor|provider|service provider"
                    + "|carrier|agency|partner|subcontractor|licensor|licensee|subscriber|prepared for|prepared by|submitted by|submitted to)(?: name)?)";
    private static final Pattern DEFINED = Pattern.compile(
            "(" + NAME + ")" + SUFFIX + "(?:,[^(]{0,300})? ?\\((?<inside>[^()\"“]{0,40}" + QUOTED + "[^()]{0,80})\\)");
    private static final Pattern INSIDE =
            Pattern.compile("[\"“‘']([^\"“”'’]{2,60})[\"”’']|(?<![\\p{L}])(\\p{Lu}{2,6})(?![\\p{L}])");
    private static final Pattern LABELLED = Pattern.compile(
            "(?:^|[\\s(|])" + LABEL + ":\\s*(?<named>" + NAME + ")|^" + LABEL + " \\| (?<cell>" + NAME + ")");
    private static final Pattern ABBREVIATED = Pattern.compile("(" + NAME + ") \\((\\p{Lu}[\\p{Lu}\\p{N}&]{1,7})\\)");
    private static final Pattern HEREINAFTER = Pattern.compile(
            "(" + NAME + "),? ?\\(?(?:herein|hereinafter|hereafter)[a-z ]*? (?:as |called )?(?:the )?" + QUOTED);
    private static final Pattern TITLE_BY_FOR = Pattern.compile(
            "(?i:prepared|submitted|presented|proposed|issued|made) (?i:by) (" + NAME + ") (?i:for|to) (" + NAME + ")");
    private static final Pattern TITLE_FOR_BY = Pattern.compile(
            "(?i:prepared|submitted|presented|proposed) (?i:for|to) (" + NAME + ")(?: (?i:by) (" + NAME + "))?");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?i:between|by and between) (?:the )?(" + NAME + ")[^.]{0,160}? and (?:the )?(" + NAME + ")");
    private static final Pattern ANOTHER_LABEL =
            Pattern.compile(" (?:Client|Customer|Vendor|Supplier|Provider|Contractor|Version|Date|Project)$");
    private static final Pattern FORM_FIELD = Pattern.compile("(?i)(name|title|signature|date|to|by)\\b.*");

    /// In how many statements from the start a title may stand.
    private static final int TITLE_PAGE = 60;

    private final Map<String, Set<String>> aliases = new LinkedHashMap<>();
    private final Map<String, Side> sides = new HashMap<>();
    private final Set<String> contracting = new LinkedHashSet<>();
    private final Set<String> abbreviated = new LinkedHashSet<>();

    private Introductions() {}

    /// Reads the introductions of a document.
    static Introductions of(List<String> texts) {
        var introductions = new Introductions();
        texts.forEach(introductions::define);
        texts.stream().limit(TITLE_PAGE).forEach(introductions::title);
        return introductions;
    }

    /// The names in their order, each with what else it is called.
    Map<String, Set<String>> aliases() {
        return aliases;
    }

    /// The side of a name where the title or a label says it.
    Map<String, Side> sides() {
        return sides;
    }

    /// Whether a name is one of those that the document is made between.
    boolean isContracting(String name) {
        return contracting.contains(name);
    }

    /// Whether a name is introduced by nothing but its initials, as systems and offices are too.
    boolean isAbbreviated(String name) {
        return abbreviated.contains(name);
    }

    private void define(String text) {
        if (text.indexOf('(') < 0 && !text.contains("here")) {
            return;
        }
        var defined = DEFINED.matcher(text);
        while (defined.find()) {
            var names = new LinkedHashSet<String>();
            var inside = INSIDE.matcher(defined.group("inside"));
            while (inside.find()) {
                names.add((inside.group(1) == null ? inside.group(2) : inside.group(1)).strip());
            }
            introduce(defined.group(1), names);
        }
        var initials = ABBREVIATED.matcher(text);
        while (initials.find()) {
            var letters = initials.group(2).replaceAll("[^\\p{Lu}]", "");
            if (PartyNames.initialsOf(initials.group(1)).contains(letters)
                    || initials.group(1).split(" ").length >= 2) {
                abbreviated.add(introduce(initials.group(1), Set.of(initials.group(2))));
            }
        }
        var hereinafter = HEREINAFTER.matcher(text);
        while (hereinafter.find()) {
            introduce(hereinafter.group(1), Set.of(hereinafter.group(2)));
        }
    }

    private void title(String text) {
        var byFor = TITLE_BY_FOR.matcher(text);
        if (byFor.find()) {
            sides.put(introduce(byFor.group(1), Set.of()), Side.VENDOR);
            sides.put(introduce(byFor.group(2), Set.of()), Side.BUYER);
        }
        var forBy = TITLE_FOR_BY.matcher(text);
        if (forBy.find()) {
            sides.put(introduce(forBy.group(1), Set.of()), Side.BUYER);
            if (forBy.group(2) != null) {
                sides.put(introduce(forBy.group(2), Set.of()), Side.VENDOR);
            }
        }
        var between = BETWEEN.matcher(text);
        if (between.find()) {
            Stream.of(between.group(1), between.group(2))
                    .map(name -> introduce(name, Set.of()))
                    .forEach(contracting::add);
        }
        label(text);
    }

    private void label(String text) {
        var labelled = LABELLED.matcher(text);
        while (labelled.find()) {
            boolean cell = labelled.group("cell") != null;
            var called = ANOTHER_LABEL
                    .matcher(cell ? labelled.group("cell") : labelled.group("named"))
                    .replaceFirst("");
            var role = labelled.group(cell ? 3 : 1).toLowerCase(Locale.ROOT);
            boolean buyer = role.endsWith(" for") || role.endsWith(" to");
            boolean vendor = role.endsWith(" by");
            var side = buyer ? Side.BUYER : vendor ? Side.VENDOR : PartyRoles.side(role);
            if (side != null
                    && !PartyNames.isNoName(called)
                    && !FORM_FIELD.matcher(called).matches()) {
                var name = PartyNames.clean(called);
                aliases.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                        .addAll(buyer || vendor ? Set.of() : Set.of(PartyNames.capitalised(role)));
                sides.putIfAbsent(name, side);
            }
        }
    }

    /// Keeps a name under the longest form that was seen; gives the form it is kept under.
    private String introduce(String rawName, Set<String> names) {
        var name = PartyNames.clean(rawName);
        if (name.isEmpty() || PartyNames.isNoName(name) || PartyNames.isThing(name)) {
            return name;
        }
        var key = PartyNames.key(name);
        for (var known : aliases.entrySet()) {
            var knownKey = PartyNames.key(known.getKey());
            if (knownKey.equals(key) || knownKey.startsWith(key + " ")) {
                known.getValue().addAll(names);
                return known.getKey();
            }
        }
        aliases.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(names);
        return name;
    }
}
