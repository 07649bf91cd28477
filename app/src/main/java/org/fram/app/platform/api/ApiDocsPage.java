package org.fram.app.platform.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// What the page about the interface shows: the description of all operations, to read.
public record ApiDocsPage(List<Group> groups, List<Schema> schemas, String firstCall) {

    private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    private static final String REFERENCE = "$ref";
    private static final String FACTS = "FactsDocument";
    private static final String OF_SCHEMAS = "#/components/schemas/";

    /// Operations that belong together.
    public record Group(String id, String title, List<Call> calls) {}

    /// An operation.
    ///
    /// @param sends the name of the schema of what is sent, or empty
    /// @param gets the name of the schema of what comes back, or empty
    public record Call(
            String id,
            String verb,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            String sends,
            String gets,
            String statuses,
            String curl) {}

    /// A parameter.
    public record Parameter(String name, String in, boolean required) {}

    /// A schema.
    public record Schema(String name, String json) {}

    static ApiDocsPage of(JsonNode description, String host) {
        var groups = new ArrayList<Group>();
        for (JsonNode tag : description.path("tags")) {
            String title = tag.get("name").stringValue();
            var calls = new ArrayList<Call>();
            description
                    .get("paths")
                    .properties()
                    .forEach(path -> Objects.requireNonNull(path.getValue())
                            .properties()
                            .forEach(operation -> {
                                var about = Objects.requireNonNull(operation.getValue());
                                if (about.get("tags").get(0).stringValue().equals(title)) {
                                    calls.add(call(host, title, operation.getKey(), path.getKey(), about));
                                }
                            }));
            groups.add(new Group(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), title, calls));
        }
        var all = description.get("components").get("schemas");
        var schemas = shown(groups, all).stream()
                .map(name -> new Schema(name, PRETTY.writeValueAsString(all.get(name))))
                .toList();
        return new ApiDocsPage(groups, schemas, curl(host, "get", Api.ROOT + "/me", false, false));
    }

    /// The schemas of what is sent and comes back, and those that are in them. The facts have some hundred of
    /// their own, which the reference of the facts explains.
    private static Set<String> shown(List<Group> groups, JsonNode all) {
        var shown = new TreeSet<String>();
        var next = new ArrayDeque<String>();
        groups.forEach(group -> group.calls().forEach(call -> {
            next.add(call.sends());
            next.add(call.gets());
        }));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (all.has(name) && shown.add(name) && !name.equals(FACTS)) {
                all.get(name).findValues(REFERENCE).forEach(to -> next.add(name(to.stringValue())));
            }
        }
        return shown;
    }

    private static String name(String reference) {
        return reference.startsWith(OF_SCHEMAS) ? reference.substring(OF_SCHEMAS.length()) : "";
    }

    private static Call call(String host, String title, String verb, String path, JsonNode about) {
        var parameters = new ArrayList<Parameter>();
        boolean versioned = false;
        for (JsonNode parameter : about.path("parameters")) {
            String name = parameter.get("name").stringValue();
            versioned |= name.equals("If-Match");
            parameters.add(new Parameter(
                    name,
                    parameter.get("in").stringValue(),
                    parameter.get("required").booleanValue()));
        }
        String sends = schema(about.path("requestBody"));
        var statuses = about.get("responses");
        String done = statuses.propertyNames().iterator().next();
        return new Call(
                about.get("operationId").stringValue(),
                verb.toUpperCase(Locale.ROOT),
                path.substring(Api.ROOT.length()),
                // The head above says which register it is.
                about.get("summary").stringValue().replaceFirst(": " + Pattern.quote(title) + "$", ""),
                about.path("description").asString(""),
                parameters,
                sends,
                schema(statuses.get(done)),
                String.join(", ", statuses.propertyNames()),
                curl(host, verb, path, versioned, !sends.isEmpty()));
    }

    private static String schema(JsonNode carrier) {
        for (JsonNode content : carrier.path("content")) {
            return name(content.path("schema").path(REFERENCE).asString(""));
        }
        return "";
    }

    private static String curl(String host, String verb, String path, boolean versioned, boolean sends) {
        var line = new StringBuilder("curl -H \"Authorization: Bearer $TOKEN\"");
        if (!verb.equals("get")) {
            line.append(" \\\n  -X ").append(verb.toUpperCase(Locale.ROOT));
        }
        if (versioned) {
            line.append(" \\\n  -H 'If-Match: \"0\"'");
        }
        if (sends) {
            line.append(" \\\n  -H 'Content-Type: application/json' --data @body.json");
        }
        return line.append(" \\\n  \"").append(host).append(path).append('"').toString();
    }
}
