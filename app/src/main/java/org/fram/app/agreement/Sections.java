package org.fram.app.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.sow.OutermostHeadings;
import org.fram.office.Block;
import org.fram.office.Document;

/// The parts of a document that are agreed on one by one: those below its outermost headings of which there are
/// several.
public final class Sections {

    private static final int LONGEST_KEY = 380;

    private Sections() {}

    /// All of a document, in its order. One without headings is one section.
    public static List<Section> of(Document document) {
        int level = OutermostHeadings.level(document.blocks().stream()
                .flatMap(block -> block instanceof Block.Heading heading ? Stream.of(heading.level()) : Stream.empty())
                .toList());
        var sections = new ArrayList<Section>();
        var keys = new HashMap<String, Integer>();
        var blocks = new ArrayList<Block>();
        for (var block : document.blocks()) {
            if (block instanceof Block.Heading heading && heading.level() <= level) {
                add(sections, keys, blocks);
                blocks.clear();
            }
            blocks.add(block);
        }
        add(sections, keys, blocks);
        return sections;
    }

    private static void add(List<Section> sections, Map<String, Integer> keys, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        var heading = blocks.getFirst() instanceof Block.Heading first ? first : null;
        if (heading != null
                && blocks.size() == 1
                && sections.isEmpty()
                && heading.number().isEmpty()) {
            // The document's title stands alone: nothing to agree to.
            return;
        }
        String key = heading == null ? "" : key(heading.parted().text());
        int times = keys.merge(key, 1, Integer::sum);
        sections.add(new Section(
                times > 1 ? key + " #" + times : key,
                heading == null ? "" : heading.number(),
                heading == null ? "" : heading.text(),
                sha256(blocks),
                blocks));
    }

    /// By what a section is known across versions: the words of its heading.
    static String key(String heading) {
        String words = String.join(" ", heading.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return words.length() > LONGEST_KEY ? words.substring(0, LONGEST_KEY) : words;
    }

    private static String sha256(List<Block> blocks) {
        String words = blocks.stream()
                .map(Sections::words)
                .map(text -> String.join(" ", text.strip().split("\\s+")))
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.parted().text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.ListItem item -> item.text();
            case Block.Footnote footnote -> footnote.text();
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Block.Cell::text)
                        .collect(Collectors.joining("\n"));
        };
    }
}
