package org.fram.schedule.files;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// Links to activities that are not in the file. MPXJ passes over them in silence, and a plan without some of its
/// links has wrong dates. Links into other projects are meant to lead outside.
final class DanglingLinks {

    private static final int NAMED = 5;

    private DanglingLinks() {}

    /// A link whose other end is missing.
    ///
    /// @param after the activity that waits, in words
    /// @param before the id of the one that is not there
    private record Dangling(String after, String before) {}

    /// @throws UnusablePlanException that names some of them, if there are any
    static void refuse(String name, PlanFormat format, byte[] content, Plan plan) {
        var dangling = switch (format) {
            case MSPDI -> ofMspdi(name, content);
            case XER -> ofXer(content);
            default -> List.<Dangling>of();
        };
        if (!dangling.isEmpty()) {
            var first = dangling.subList(0, Math.min(NAMED, dangling.size())).stream()
                    .map(link -> "%s waits for activity %s".formatted(link.after(), link.before()))
                    .toList();
            throw new UnusablePlanException(
                    "%s: %s%s, which the file does not have among its %d. Remove the links in the program that it comes from, or export the whole plan."
                            .formatted(
                                    name,
                                    String.join(", ", first),
                                    dangling.size() > NAMED
                                            ? " (and %d more links lead nowhere)".formatted(dangling.size() - NAMED)
                                            : "",
                                    plan.activities().size()));
        }
    }

    private static List<Dangling> ofMspdi(String name, byte[] content) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var tasks = new HashSet<String>();
        var links = new ArrayList<Dangling>();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Task")) {
                    readTask(reader, tasks, links);
                }
            }
        } catch (XMLStreamException e) {
            throw Wholeness.noXml(name, e);
        }
        return links.stream().filter(link -> !tasks.contains(link.before())).toList();
    }

    private static void readTask(XMLStreamReader reader, Set<String> tasks, List<Dangling> links)
            throws XMLStreamException {
        var uid = "";
        var title = "";
        String before = null;
        boolean outside = false;
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (reader.getLocalName().equals("PredecessorLink")) {
                    if (before != null && !outside) {
                        links.add(new Dangling("\"%s\"".formatted(title.isEmpty() ? uid : title), before));
                    }
                    before = null;
                    outside = false;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "UID" -> {
                        if (depth == 1) {
                            uid = reader.getElementText().strip();
                        } else {
                            depth++;
                        }
                    }
                    case "Name" -> {
                        if (depth == 1) {
                            title = reader.getElementText().strip();
                        } else {
                            depth++;
                        }
                    }
                    case "PredecessorUID" -> before = reader.getElementText().strip();
                    case "CrossProject" ->
                        outside |= reader.getElementText().strip().equals("1");
                    default -> depth++;
                }
            }
        }
        tasks.add(uid);
    }

    private static List<Dangling> ofXer(byte[] content) {
        Charset wide = PlanFormat.wide(content);
        var text = new String(content, wide == null ? StandardCharsets.ISO_8859_1 : wide);
        var tasks = new HashMap<String, String>();
        var links = new ArrayList<Map<String, String>>();
        var table = "";
        var fields = List.<String>of();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            var cells = List.of(line.split("\t", -1));
            switch (cells.getFirst()) {
                case "%T" -> table = cells.size() > 1 ? cells.get(1).strip() : "";
                case "%F" -> fields = cells;
                case "%R" -> {
                    if (table.equals("TASK")) {
                        tasks.put(cell(fields, cells, "task_id"), cell(fields, cells, "task_code"));
                    } else if (table.equals("TASKPRED")) {
                        links.add(Map.of(
                                "after", cell(fields, cells, "task_id"),
                                "before", cell(fields, cells, "pred_task_id"),
                                "project", cell(fields, cells, "proj_id"),
                                "other", cell(fields, cells, "pred_proj_id")));
                    }
                }
                default -> {}
            }
        }
        return links.stream()
                .filter(link -> within(link) && !tasks.containsKey(link.get("before")))
                .map(link -> new Dangling(
                        "\"%s\"".formatted(tasks.getOrDefault(link.get("after"), String.valueOf(link.get("after")))),
                        String.valueOf(link.get("before"))))
                .toList();
    }

    private static boolean within(Map<String, String> link) {
        @Nullable String other = link.get("other");
        return other == null || other.isEmpty() || other.equals(link.get("project"));
    }

    private static String cell(List<String> fields, List<String> cells, String field) {
        int at = fields.indexOf(field);
        return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
    }
}
