package org.fram.app.platform.notices;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.texts.Text;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts and events of notices as they lie in the database. Values keep their types: a day is read as a
/// day.
final class NoticeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private NoticeJson() {}

    static JSONB text(Text text) {
        return JSONB.valueOf(MAPPER.writeValueAsString(tree(text)));
    }

    static JSONB texts(List<Text> texts) {
        return JSONB.valueOf(
                MAPPER.writeValueAsString(texts.stream().map(NoticeJson::tree).toList()));
    }

    static Text text(JSONB json) {
        return text(MAPPER.readValue(json.data(), OBJECT));
    }

    static List<Text> texts(JSONB json) {
        return MAPPER.readValue(json.data(), OBJECTS).stream()
                .map(NoticeJson::text)
                .toList();
    }

    static @Nullable JSONB event(@Nullable CalendarEvent event) {
        if (event == null) {
            return null;
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("uid", event.uid());
        tree.put("sequence", event.sequence());
        tree.put("start", event.start().toString());
        tree.put("end", event.end().toString());
        tree.put("place", event.place());
        tree.put("method", event.method().name());
        var again = event.again();
        if (again != null) {
            tree.put("zone", again.zone().getId());
            tree.put("rule", again.rule());
            if (again.last() != null) {
                tree.put("last", again.last().toString());
            }
            tree.put(
                    "leftOut",
                    again.leftOut().stream().map(LocalDateTime::toString).toList());
            tree.put(
                    "moved",
                    again.moved().stream()
                            .map(moved -> List.of(
                                    moved.due().toString(), moved.begins().toString()))
                            .toList());
        }
        return JSONB.valueOf(MAPPER.writeValueAsString(tree));
    }

    static @Nullable CalendarEvent event(@Nullable JSONB json) {
        if (json == null) {
            return null;
        }
        var tree = MAPPER.readTree(json.data());
        return new CalendarEvent(
                tree.get("uid").stringValue(),
                tree.get("sequence").intValue(),
                Instant.parse(tree.get("start").stringValue()),
                Instant.parse(tree.get("end").stringValue()),
                tree.get("place").stringValue(),
                CalendarEvent.Method.valueOf(tree.get("method").stringValue()),
                repetition(tree));
    }

    private static CalendarEvent.@Nullable Repetition repetition(JsonNode tree) {
        if (!tree.has("rule")) {
            return null;
        }
        var leftOut = new ArrayList<LocalDateTime>();
        tree.get("leftOut").forEach(one -> leftOut.add(LocalDateTime.parse(one.stringValue())));
        var moved = new ArrayList<CalendarEvent.Moved>();
        tree.get("moved")
                .forEach(one -> moved.add(new CalendarEvent.Moved(
                        LocalDateTime.parse(one.get(0).stringValue()),
                        LocalDateTime.parse(one.get(1).stringValue()))));
        return new CalendarEvent.Repetition(
                ZoneId.of(tree.get("zone").stringValue()),
                tree.get("rule").stringValue(),
                tree.has("last") ? LocalDate.parse(tree.get("last").stringValue()) : null,
                leftOut,
                moved);
    }

    private static Map<String, Object> tree(Text text) {
        return Map.of(
                "key", text.key(),
                "values", text.values().stream().map(NoticeJson::value).toList());
    }

    private static Object value(Object value) {
        return switch (value) {
            case Text text -> Map.of("text", tree(text));
            case LocalDate day -> Map.of("day", day.toString());
            case Instant instant -> Map.of("instant", instant.toString());
            case BigDecimal number -> Map.of("number", number.toPlainString());
            case Integer _, Long _ -> Map.of("number", value.toString());
            default -> value.toString();
        };
    }

    private static Text text(Map<String, Object> tree) {
        var values = new ArrayList<Object>();
        if (tree.get("values") instanceof List<?> all) {
            all.forEach(one -> values.add(read(one)));
        }
        return new Text(String.valueOf(tree.get("key")), values);
    }

    private static Object read(Object value) {
        if (value instanceof Map<?, ?> typed && typed.size() == 1) {
            var only = typed.entrySet().iterator().next();
            return switch (String.valueOf(only.getKey())) {
                case "text" -> text(MAPPER.convertValue(only.getValue(), OBJECT));
                case "day" -> LocalDate.parse(String.valueOf(only.getValue()));
                case "instant" -> Instant.parse(String.valueOf(only.getValue()));
                default -> new BigDecimal(String.valueOf(only.getValue()));
            };
        }
        return value;
    }
}
