package org.fram.app.platform.register;

import java.util.Map;
import java.util.regex.Pattern;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType.Reading;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Values of cells, and rows, as JSON: codes instead of words, days as ISO 8601, amounts as decimal texts so
/// that nothing is rounded. What is not known is left out. Values that come in are read by their [CellType],
/// as those from pages are.
public final class CellJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern THREE_DECIMALS = Pattern.compile("-?\\d+\\.\\d{3}");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SEPARATORS = Pattern.compile("[,;\n]");
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private CellJson() {}

    /// A row: id, version, and values by the keys of the columns.
    public static ObjectNode row(Register register, Row row) {
        return JSON.objectNode()
                .put("id", row.id().toString())
                .put("version", row.version())
                .set("values", values(register, row.values()));
    }

    /// Values by the keys of the columns.
    public static ObjectNode values(Register register, Map<String, @Nullable Object> values) {
        var json = JSON.objectNode();
        for (Column column : register.columns()) {
            var value = write(column.type(), values.get(column.key()));
            if (!value.isNull()) {
                json.set(column.key(), value);
            }
        }
        return json;
    }

    /// A value; null where the cell is empty.
    public static JsonNode write(CellType type, @Nullable Object value) {
        return switch (type) {
            case OwnParty own -> JSON.stringNode(own.edit(value));
            case Labels _ -> {
                var names = JSON.arrayNode();
                if (value instanceof Iterable<?> several) {
                    several.forEach(name -> names.add(String.valueOf(name)));
                }
                yield names;
            }
            case Money _ ->
                value instanceof Money.Sum(var amount, var currency)
                        ? JSON.objectNode()
                                .put(AMOUNT, amount.toPlainString())
                                .put(CURRENCY, currency.getCurrencyCode())
                        : NullNode.getInstance();
            case YesNo _ -> value instanceof Boolean answer ? JSON.booleanNode(answer) : NullNode.getInstance();
            case Words _, OneOf _, Day _, Quantity _, PhoneNumber _ ->
                value == null ? NullNode.getInstance() : JSON.stringNode(type.edit(value));
        };
    }

    /// Reads a value; null empties the cell.
    public static Reading read(CellType type, JsonNode json, Frame frame) {
        if (json.isNull()) {
            return type.read("", frame);
        }
        return switch (type) {
            case Labels _ -> labels(type, json, frame);
            case Money money -> money(money, json, frame);
            case YesNo _ ->
                json.isBoolean() ? new Reading.Value(json.booleanValue()) : refused("register.json.boolean");
            case Day _ ->
                json.isString() && ISO_DAY.matcher(json.stringValue()).matches()
                        ? type.read(json.stringValue(), frame)
                        : refused("register.json.day");
            case Quantity _ ->
                json.isString() && DECIMAL.matcher(json.stringValue()).matches()
                        ? type.read(unmistakable(json.stringValue()), frame)
                        : refused("register.json.number");
            case Words _, OneOf _, PhoneNumber _, OwnParty _ ->
                json.isString() ? type.read(json.stringValue(), frame) : refused("register.json.text");
        };
    }

    /// The JSON Schema of a value that is not empty.
    public static ObjectNode schema(CellType type) {
        var schema = JSON.objectNode();
        switch (type) {
            case Words(int most, boolean _) -> schema.put("type", "string").put("maxLength", most);
            case OneOf one -> {
                schema.put("type", "string");
                one.codes().forEach(schema.putArray("enum")::add);
            }
            case OwnParty own -> {
                schema.put("type", "string");
                schema.putArray("enum").add(own.edit(null)).add(own.edit(true));
            }
            case YesNo _ -> schema.put("type", "boolean");
            case Day _ -> schema.put("type", "string").put("format", "date");
            case Labels(int most) -> {
                schema.put("type", "array").put("maxItems", most);
                schema.putObject("items").put("type", "string");
            }
            case Quantity _ -> schema.put("type", "string").put("pattern", "^\\d+(?:\\.\\d+)?$");
            case PhoneNumber _ -> schema.put("type", "string").put("pattern", "^\\+[1-9]\\d{6,14}$");
            case Money _ -> {
                schema.put("type", "object");
                var properties = schema.putObject("properties");
                properties.putObject(AMOUNT).put("type", "string").put("pattern", "^" + DECIMAL.pattern() + "$");
                properties.putObject(CURRENCY).put("type", "string").put("pattern", "^[A-Z]{3}$");
                schema.putArray("required").add(AMOUNT).add(CURRENCY);
                schema.put("additionalProperties", false);
            }
        }
        return schema;
    }

    /// The JSON Schema of the values of a row.
    ///
    /// @param frame for the titles of the columns
    /// @param writes whether somebody sends them: then cells may be emptied, and a new row needs what is
    /// required
    public static ObjectNode schema(Register register, Frame frame, boolean writes) {
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        for (Column column : register.columns()) {
            var cell = schema(column.type());
            if (writes && !column.is(Trait.REQUIRED)) {
                var choices = JSON.arrayNode().add(cell).add(JSON.objectNode().put("type", "null"));
                cell = JSON.objectNode().set("anyOf", choices);
            }
            properties.set(column.key(), cell.put("title", RegisterPages.title(frame, register, column)));
        }
        var required = JSON.arrayNode();
        for (Column column : register.columns()) {
            if (!writes && (column.is(Trait.REQUIRED) || column.key().equals(Register.REF))) {
                required.add(column.key());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    /// The name of what a value is, for programs.
    public static String name(CellType type) {
        return switch (type) {
            case Words _ -> "text";
            case OneOf _ -> "choice";
            case YesNo _ -> "yes-no";
            case Day _ -> "day";
            case Money _ -> "money";
            case Quantity _ -> "number";
            case PhoneNumber _ -> "phone-number";
            case Labels _ -> "labels";
            case OwnParty _ -> "seen-by";
        };
    }

    /// Where a value of a row stands among what was sent, as a JSON pointer in an address.
    public static String pointer(String column) {
        return "#/values/" + column.replace("~", "~0").replace("/", "~1");
    }

    private static Reading labels(CellType type, JsonNode json, Frame frame) {
        if (!json.isArray()) {
            return refused("register.json.labels");
        }
        var names = new StringBuilder();
        for (JsonNode name : json) {
            if (!name.isString() || SEPARATORS.matcher(name.stringValue()).find()) {
                return refused("register.json.labels");
            }
            names.append(name.stringValue()).append('\n');
        }
        return type.read(names.toString(), frame);
    }

    private static Reading money(Money type, JsonNode json, Frame frame) {
        var amount = json.path(AMOUNT);
        var currency = json.path(CURRENCY);
        boolean whole = json.isObject()
                && json.size() == 2
                && amount.isString()
                && DECIMAL.matcher(amount.stringValue()).matches()
                && currency.isString();
        if (!whole) {
            return refused("register.json.money");
        }
        String decimal = type.finest() > 0 ? unmistakable(amount.stringValue()) : amount.stringValue();
        return type.read(decimal + " " + currency.stringValue(), frame);
    }

    /// A point stands before decimals here, so three of them are no thousand; people read it so with four.
    private static String unmistakable(String decimal) {
        return THREE_DECIMALS.matcher(decimal).matches() ? decimal + "0" : decimal;
    }

    private static Reading refused(String key) {
        return new Reading.Refused(Text.of(key));
    }
}
