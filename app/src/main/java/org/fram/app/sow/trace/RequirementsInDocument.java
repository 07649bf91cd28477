package org.fram.app.sow.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.app.platform.access.Code;
import org.fram.office.Block;
import org.jspecify.annotations.Nullable;

/// Requirements that a request for proposals states, or that a vendor's answer promises, as proposals: people
/// choose among them.
///
/// What is looked for: rows of tables that have a column of requirements; lines that begin with a number such as
/// `R-12`; numbered clauses, list items and sentences that say `shall` or `must`. Items below a line that ends
/// with a colon are read with that line. In an answer `will`, `provides` and the like promise too, and a row whose
/// answer says no is in doubt.
public final class RequirementsInDocument {

    /// The longest text that a requirement has.
    static final int LONGEST = 4000;

    private static final int FEW_WORDS = 4;
    private static final int WORDS_OF_A_SENTENCE = 6;
    private static final int LONGEST_NUMBER = 20;

    private static final Pattern ASKS =
            Pattern.compile("(?i)\\b(?:shall|must|(?:is|are) required to|(?:has|have|needs?) to|(?:is|are) to be)\\b");
    private static final Pattern PROMISES = Pattern.compile(
            "(?i)\\b(?:will|commits? to|undertakes? to|guarantees?|supports?|provides?|includes?|offers?|delivers?)\\b");
    private static final Pattern OF_THE_TENDER = Pattern.compile("(?i)\\b(?:submit\\w*|submission|proposals?|tenders?"
            + "|bids?|quotations?|closing date|award(?:ed)?|this (?:RFP|RFQ|request))\\b");
    private static final Pattern NUMBERED = Pattern.compile(
            "^[(\\[]?((?:R|RQ|REQ|Req|FR|NFR|BR|TR|UR|SR|IR|F|N|M|Requirement|[A-Z]{2,6}(?=-))"
                    + "[-._ ]?\\d+(?:[.-]\\d+)*)[)\\]]?[:.)]?\\s+(\\S.*)$",
            Pattern.DOTALL);
    private static final Pattern STANDARD =
            Pattern.compile("^(?:ISO|RFC|IEC|TIA|EN|UTF|SHA|AES|PCI|NIST|COVID|DIN|ANSI)\\b.*");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

    private static final Pattern SAYS_NO = Pattern.compile(
            "(?i)^(?:no\\b|not\\b|non[- ]|none\\b|does not|do not|cannot|unable|n/?a\\b|exclu|declin|out of scope).*",
            Pattern.DOTALL);
    private static final Pattern SAYS_PARTLY =
            Pattern.compile("(?i)^(?:partial|partly|pc\\b|with (?:limit|exception)|roadmap|planned).*", Pattern.DOTALL);

    private final boolean answer;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String section = "";
    private String lead = "";

    private RequirementsInDocument(boolean answer) {
        this.answer = answer;
    }

    /// Why a proposal may be none.
    public enum Doubt implements Code {
        /// It is about the tender rather than about what is bought.
        OF_THE_TENDER,
        /// The vendor's answer says no.
        DECLINED,
        /// The vendor's answer says it in part.
        PARTLY,
        /// The table has no answer to it.
        UNANSWERED
    }

    /// What may be a requirement.
    ///
    /// @param number that the document gives it; may be empty
    /// @param section the heading above; may be empty
    /// @param answer what stands in the column of answers; may be empty
    /// @param key whether a column of priorities says that it must be; null where there is none
    /// @param doubt why it may be none, or null
    public record Proposal(
            String number,
            String text,
            String section,
            String answer,
            @Nullable Boolean key,
            @Nullable Doubt doubt) {}

    /// The proposals of a document, in its order; each text once.
    ///
    /// @param answer whether it is a vendor's answer, whose promises are looked for
    public static List<Proposal> of(List<Block> blocks, boolean answer) {
        var reading = new RequirementsInDocument(answer);
        blocks.forEach(reading::read);
        return List.copyOf(reading.proposals);
    }

    private void read(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph.number(), paragraph.text());
            case Block.ListItem item -> item(item.marker(), item.text());
            case Block.Footnote _ -> {
                // Remarks of an author ask for nothing.
            }
            case Block.Table table -> {
                lead = "";
                table(table);
            }
        }
    }

    private void heading(Block.Heading heading) {
        lead = "";
        var numbered = numbered(heading.text());
        if (numbered != null) {
            add(numbered.group(1), numbered.group(2), "", null, null);
        } else if (binds(heading.text()) && words(heading.text()) >= WORDS_OF_A_SENTENCE) {
            add(heading.number(), heading.text(), "", null, null);
        } else {
            section = (heading.number() + " " + heading.text()).strip();
        }
    }

    private void paragraph(String number, String text) {
        lead = "";
        var numbered = number.isEmpty() ? numbered(text) : null;
        if (numbered != null) {
            add(numbered.group(1), numbered.group(2), "", null, null);
        } else if (text.stripTrailing().endsWith(":") && binds(text)) {
            lead = text.strip().substring(0, text.strip().length() - 1);
        } else if (!number.isEmpty()) {
            if (binds(text)) {
                add(number, text, "", null, null);
            }
        } else {
            for (String sentence : SENTENCES.split(text)) {
                if (binds(sentence) && words(sentence) >= FEW_WORDS) {
                    add("", sentence, "", null, null);
                }
            }
        }
    }

    private void item(String marker, String text) {
        var numbered = numbered(text);
        String number = marker.matches("(?i)[A-Z]{1,6}[-._ ]?\\d[\\d.-]*[.:)]?") ? marker : "";
        if (numbered != null) {
            add(numbered.group(1), numbered.group(2), "", null, null);
        } else if (!number.isEmpty()) {
            add(number, text, "", null, null);
        } else if (binds(text)) {
            add("", text, "", null, null);
        } else if (!lead.isEmpty()) {
            add("", lead + " " + text, "", null, null);
        }
    }

    private void table(Block.Table table) {
        int heads = Math.max(1, table.headerRows());
        if (table.rows().size() <= heads) {
            rows(table.rows(), Map.of());
            return;
        }
        var roles = roles(table.rows().subList(0, heads));
        boolean known = roles.containsValue(Role.TEXT);
        rows(
                table.rows()
                        .subList(
                                known || table.headerRows() > 0 ? heads : 0,
                                table.rows().size()),
                known ? roles : Map.of());
    }

    /// What a column holds.
    private enum Role {
        NUMBER,
        TEXT,
        ANSWER,
        PRIORITY
    }

    private static Map<Integer, Role> roles(List<Block.Row> heads) {
        var roles = new HashMap<Integer, Role>();
        for (var head : heads) {
            for (var cell : head.cells()) {
                String text = cell.text()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}#]+", " ")
                        .strip();
                var role = role(text);
                if (role != null && (role == Role.ANSWER || !roles.containsValue(role))) {
                    roles.put(cell.column(), role);
                }
            }
        }
        return roles;
    }

    private static @Nullable Role role(String head) {
        if (words(head) > WORDS_OF_A_SENTENCE) {
            return null;
        }
        if (head.matches("#|no|nr|id|ref|reference|number|item|(?:req|requirement)s? (?:id|no|nr|number|ref|#)|req")) {
            return Role.NUMBER;
        }
        if (head.matches(".*\\b(?:response|answer|compl(?:y|ies|iance|iant)|comments?|remarks?|met)\\b.*")) {
            return Role.ANSWER;
        }
        if (head.matches(".*\\b(?:priority|mandatory|moscow|importance|key)\\b.*")) {
            return Role.PRIORITY;
        }
        return head.matches(".*\\b(?:requirements?|description|specification|statement|feature|functionality|question)"
                        + "\\b.*")
                ? Role.TEXT
                : null;
    }

    private void rows(List<Block.Row> rows, Map<Integer, Role> roles) {
        for (var row : rows) {
            if (roles.isEmpty()) {
                loose(row);
            } else {
                String text = of(row, roles, Role.TEXT);
                String said = of(row, roles, Role.ANSWER);
                String priority = of(row, roles, Role.PRIORITY);
                if (words(text) >= FEW_WORDS || binds(text)) {
                    add(
                            of(row, roles, Role.NUMBER),
                            text,
                            said,
                            priority.isEmpty() ? null : isKey(priority),
                            roles.containsValue(Role.ANSWER) ? doubt(said) : null);
                }
            }
        }
    }

    /// A row of a table whose columns say nothing: a cell that asks is a requirement.
    private void loose(Block.Row row) {
        String number = "";
        for (var cell : row.cells()) {
            String text = cell.text().strip();
            var numbered = numbered(text);
            if (numbered != null) {
                add(numbered.group(1), numbered.group(2), "", null, null);
            } else if (binds(text) && words(text) >= FEW_WORDS) {
                add(number, text, "", null, null);
            } else if (number.isEmpty() && text.length() <= LONGEST_NUMBER && text.matches(".*\\d.*")) {
                number = text;
            }
        }
    }

    private static String of(Block.Row row, Map<Integer, Role> roles, Role role) {
        var texts = new ArrayList<String>();
        for (var cell : row.cells()) {
            if (roles.get(cell.column()) == role && !cell.text().isBlank()) {
                texts.add(cell.text().strip());
            }
        }
        return String.join("\n", texts);
    }

    private static boolean isKey(String priority) {
        return priority.strip().toLowerCase(Locale.ROOT).matches("(?:m|must|mandatory|yes|y|key|critical|high|1|p1).*");
    }

    private @Nullable Doubt doubt(String said) {
        if (!answer) {
            return null;
        }
        if (said.isBlank()) {
            return Doubt.UNANSWERED;
        }
        if (SAYS_NO.matcher(said.strip()).matches()) {
            return Doubt.DECLINED;
        }
        return SAYS_PARTLY.matcher(said.strip()).matches() ? Doubt.PARTLY : null;
    }

    private void add(String number, String text, String said, @Nullable Boolean key, @Nullable Doubt doubt) {
        // A promise stands in the answer, where that is more than a word.
        String kept = answer && words(said) >= WORDS_OF_A_SENTENCE ? said : text;
        String plain = kept.strip();
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST);
        }
        if (plain.isEmpty() || !seen.add(words(plain, " "))) {
            return;
        }
        var why = doubt == null && OF_THE_TENDER.matcher(plain).find() ? Doubt.OF_THE_TENDER : doubt;
        proposals.add(new Proposal(shortened(number), plain, section, said, key, why));
    }

    /// What counts when texts are compared: letters and digits.
    static String words(String text, String between) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", between)
                .strip();
    }

    private boolean binds(String text) {
        return ASKS.matcher(text).find() || answer && PROMISES.matcher(text).find();
    }

    private static @Nullable Matcher numbered(String text) {
        var matcher = NUMBERED.matcher(text.strip());
        return matcher.matches()
                        && !STANDARD.matcher(matcher.group(1)).matches()
                        && words(matcher.group(2)) >= FEW_WORDS - 1
                ? matcher
                : null;
    }

    private static String shortened(String number) {
        String plain = number.strip().replaceAll("[.:)]+$", "");
        return plain.length() <= LONGEST_NUMBER ? plain : "";
    }

    private static int words(String text) {
        String plain = words(text, " ");
        return plain.isEmpty() ? 0 : plain.split(" ").length;
    }
}
