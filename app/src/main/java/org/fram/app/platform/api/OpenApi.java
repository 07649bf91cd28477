package org.fram.app.platform.api;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellJson;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes all that programs can ask, from the routes that there are, the records that they answer with,
/// and the declarations of the registers.
///
/// Source of the format: the OpenAPI Specification 3.1.1.
@Component
class OpenApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OF_A_REGISTER = "/registers/{name}/";
    private static final List<HttpStatus> FAILURES = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.TOO_MANY_REQUESTS);
    private static final List<HttpStatus> FAILURES_OF_WRITES =
            List.of(HttpStatus.CONFLICT, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNPROCESSABLE_CONTENT);
    private static final List<HttpStatus> FAILURES_OF_CHANGES =
            List.of(HttpStatus.PRECONDITION_FAILED, HttpStatus.PRECONDITION_REQUIRED);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final List<Register> registers;
    private @Nullable ObjectNode description;

    /// Routes are there once all controllers are, so they are asked for when somebody reads.
    OpenApi(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            List<Register> registers) {
        this.mappings = mappings;
        this.registers =
                registers.stream().sorted(Comparator.comparing(Register::name)).toList();
    }

    /// The description; the same for everybody.
    synchronized ObjectNode description() {
        var known = description;
        if (known == null) {
            known = new Writing(registers).write(routes());
            description = known;
        }
        return known;
    }

    /// A route.
    private record Route(String verb, String path, HandlerMethod handler) {

        Operation operation() {
            var operation = handler.getMethodAnnotation(Operation.class);
            if (operation == null) {
                throw new IllegalStateException("%s has no @Operation.".formatted(handler));
            }
            return operation;
        }

        Method method() {
            return handler.getMethod();
        }

        boolean writes() {
            return !verb.equals("get");
        }
    }

    private List<Route> routes() {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().isAnnotationPresent(ApiController.class))
                .map(entry -> route(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb))
                .toList();
    }

    private static Route route(RequestMappingInfo info, HandlerMethod handler) {
        String verb = info.getMethodsCondition().getMethods().iterator().next().name();
        return new Route(
                verb.toLowerCase(Locale.ROOT),
                info.getPatternValues().iterator().next(),
                handler);
    }

    private static final class Writing {

        private final List<Register> registers;
        private final ApiSchemas schemas = new ApiSchemas();
        private final Map<String, ObjectNode> more = new TreeMap<>();
        private final Frame english = new Frame(Texts.in(Locale.UK), null, "", "", false, () -> 0);

        private Writing(List<Register> registers) {
            this.registers = registers;
        }

        private ObjectNode write(List<Route> routes) {
            var paths = JSON.objectNode();
            for (Route route : routes) {
                if (route.path().contains(OF_A_REGISTER)) {
                    registers.forEach(register -> put(paths, route, register));
                } else {
                    put(paths, route, null);
                }
            }
            var components = JSON.objectNode();
            components
                    .putObject("securitySchemes")
                    .putObject("token")
                    .put("type", "http")
                    .put("scheme", "bearer")
                    .put("description", english.text("api.docs.token"));
            components.set("responses", failures());
            var all = schemas.collect();
            more.forEach(all::set);
            components.set("schemas", all);
            var document = JSON.objectNode().put("openapi", "3.1.1");
            document.putObject("info")
                    .put("title", "Fram")
                    .put("version", "1")
                    .put("description", english.text("api.docs.lead"))
                    .putObject("license")
                    .put("name", "Apache License 2.0")
                    .put("identifier", "Apache-2.0");
            document.putArray("servers").addObject().put("url", "/");
            document.putArray("security").addObject().putArray("token");
            document.putArray("tags").addAll(tags(paths));
            document.set("paths", paths);
            document.set("components", components);
            return document;
        }

        private static List<JsonNode> tags(ObjectNode paths) {
            return paths.valueStream()
                    .flatMap(JsonNode::valueStream)
                    .map(operation -> operation.get("tags").get(0).stringValue())
                    .distinct()
                    .<JsonNode>map(name -> JSON.objectNode().put("name", name))
                    .toList();
        }

        private void put(ObjectNode paths, Route route, @Nullable Register register) {
            String path = register == null ? route.path() : route.path().replace("{name}", register.name());
            paths.withObjectProperty(path).set(route.verb(), operation(route, register));
        }

        private ObjectNode operation(Route route, @Nullable Register register) {
            var operation = route.operation();
            var json = JSON.objectNode();
            String title = register == null ? "" : english.text(register.texts() + ".title");
            json.put("operationId", route.method().getName() + (register == null ? "" : capital(register.name())))
                    .put("summary", register == null ? operation.value() : operation.value() + ": " + title);
            if (!operation.more().isEmpty()) {
                json.put("description", operation.more());
            }
            json.putArray("tags").add(register == null ? tag(route) : title);
            var parameters = parameters(route, register);
            if (!parameters.isEmpty()) {
                json.putArray("parameters").addAll(parameters);
            }
            Arrays.stream(route.method().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .findFirst()
                    .ifPresent(body -> json.putObject("requestBody")
                            .put("required", true)
                            .putObject("content")
                            .putObject(MediaType.APPLICATION_JSON_VALUE)
                            .set("schema", body(body, register)));
            json.set("responses", responses(route, register));
            if (route.path().equals(Api.DESCRIPTION)) {
                json.putArray("security");
            }
            return json;
        }

        private static String tag(Route route) {
            return Objects.requireNonNull(route.handler().getBeanType().getAnnotation(ApiController.class))
                    .about();
        }

        private List<JsonNode> parameters(Route route, @Nullable Register register) {
            var parameters = new ArrayList<JsonNode>();
            for (Parameter parameter : route.method().getParameters()) {
                if (parameter.isAnnotationPresent(PathVariable.class)
                        && !(register != null && parameter.getName().equals("name"))) {
                    parameters.add(parameter(parameter.getName(), "path", true, schema(parameter.getType())));
                } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
                    parameters.add(parameter(
                            parameter.getAnnotation(RequestHeader.class).name(), "header", true, text()));
                } else if (parameter.getType() == PageWish.class) {
                    parameters.add(limit());
                    parameters.add(parameter(Paging.CURSOR, "query", false, text()));
                } else if (parameter.isAnnotationPresent(RequestParam.class)
                        && !MultiValueMap.class.isAssignableFrom(parameter.getType())) {
                    parameters.add(query(parameter));
                } else if (parameter.isAnnotationPresent(RequestParam.class) && register != null) {
                    register.columns().stream().skip(1).forEach(column -> parameters.addAll(filters(column)));
                }
            }
            if (route.writes()) {
                parameters.add(parameter(SameAnswer.HEADER, "header", false, text().put("maxLength", 255)));
            }
            return parameters;
        }

        private static ObjectNode query(Parameter parameter) {
            if (parameter.getName().equals(Paging.LIMIT)) {
                return limit();
            }
            String usual = parameter.getAnnotation(RequestParam.class).defaultValue();
            return parameter(
                    parameter.getName(),
                    "query",
                    usual.equals(ValueConstants.DEFAULT_NONE),
                    schema(parameter.getType()));
        }

        private static ObjectNode limit() {
            return parameter(
                    Paging.LIMIT,
                    "query",
                    false,
                    schema(int.class)
                            .put("minimum", 1)
                            .put("maximum", Paging.MOST)
                            .put("default", Integer.parseInt(Paging.USUAL)));
        }

        private List<JsonNode> filters(Column column) {
            String name = "f." + column.key();
            var names = new ArrayList<String>();
            if (column.type().ranges()) {
                names.addAll(List.of(name + ".from", name + ".until"));
            }
            // Of days one asks also for rows in which none is said.
            if (!column.type().ranges() || column.type() instanceof Day) {
                names.add(name);
            }
            return names.stream()
                    .<JsonNode>map(one -> parameter(one, "query", false, text()))
                    .toList();
        }

        private static ObjectNode parameter(String name, String in, boolean required, ObjectNode schema) {
            var json = JSON.objectNode().put("name", name).put("in", in).put("required", required);
            json.set("schema", schema);
            return json;
        }

        private JsonNode body(Parameter parameter, @Nullable Register register) {
            if (register == null) {
                return schemas.of(parameter.getParameterizedType());
            }
            String name = capital(register.name()) + "Write";
            more.computeIfAbsent(name, _ -> object(CellJson.schema(register, english, true), false));
            return reference(name);
        }

        private ObjectNode responses(Route route, @Nullable Register register) {
            var operation = route.operation();
            var responses = JSON.objectNode();
            var done = responses.putObject(Integer.toString(operation.status())).put("description", operation.value());
            var headers = JSON.objectNode();
            if (operation.versioned()) {
                headers.putObject("ETag").set("schema", text());
            }
            if (operation.paged()) {
                headers.putObject("Link").set("schema", text());
            }
            if (operation.status() == HttpStatus.CREATED.value()) {
                headers.putObject("Location").set("schema", text());
            }
            if (!headers.isEmpty()) {
                done.set("headers", headers);
            }
            var type = answer(route.method());
            if (type == StreamingResponseBody.class) {
                done.putObject("content")
                        .putObject(MediaType.APPLICATION_NDJSON_VALUE)
                        .set("schema", text());
            } else if (type != Void.class) {
                done.putObject("content")
                        .putObject(MediaType.APPLICATION_JSON_VALUE)
                        .set("schema", schema(type, register));
            }
            FAILURES.forEach(status -> fail(responses, status));
            if (route.writes()) {
                FAILURES_OF_WRITES.forEach(status -> fail(responses, status));
            }
            if (route.writes()
                    && Arrays.stream(route.method().getParameters())
                            .anyMatch(parameter -> parameter.isAnnotationPresent(RequestHeader.class))) {
                FAILURES_OF_CHANGES.forEach(status -> fail(responses, status));
            }
            return responses;
        }

        private JsonNode schema(Type type, @Nullable Register register) {
            boolean page = type instanceof ParameterizedType generic && generic.getRawType() == Page.class;
            var part = page ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
            if (register == null || !part.getTypeName().endsWith(".RowJson")) {
                return schemas.of(type);
            }
            String row = capital(register.name()) + "Row";
            more.computeIfAbsent(row, _ -> object(CellJson.schema(register, english, false), true));
            if (!page) {
                return reference(row);
            }
            more.computeIfAbsent(row + "Page", _ -> {
                var json = JSON.objectNode().put("type", "object");
                var properties = json.putObject("properties");
                properties.putObject("items").put("type", "array").set("items", reference(row));
                properties.set("next", text());
                json.putArray("required").add("items");
                return json;
            });
            return reference(row + "Page");
        }

        private static ObjectNode object(ObjectNode values, boolean stored) {
            var json = JSON.objectNode().put("type", "object");
            var properties = json.putObject("properties");
            var required = json.putArray("required");
            if (stored) {
                properties.putObject("id").put("type", "string").put("format", "uuid");
                properties.putObject("version").put("type", "integer");
                required.add("id").add("version");
            }
            properties.set("values", values);
            required.add("values");
            return json.put("additionalProperties", false);
        }

        private ObjectNode failures() {
            var responses = JSON.objectNode();
            for (var several : List.of(FAILURES, FAILURES_OF_WRITES, FAILURES_OF_CHANGES)) {
                for (HttpStatus status : several) {
                    responses
                            .putObject(Integer.toString(status.value()))
                            .put("description", status.getReasonPhrase())
                            .putObject("content")
                            .putObject(Problem.MEDIA_TYPE)
                            .set("schema", schemas.of(Problem.class));
                }
            }
            return responses;
        }

        private static void fail(ObjectNode responses, HttpStatus status) {
            responses
                    .putObject(Integer.toString(status.value()))
                    .put("$ref", "#/components/responses/" + status.value());
        }

        private static Type answer(Method method) {
            return method.getGenericReturnType() instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[0]
                    : method.getGenericReturnType();
        }

        /// Of a part of an address.
        private static ObjectNode schema(Class<?> type) {
            if (Set.of(int.class, long.class).contains(type)) {
                return JSON.objectNode().put("type", "integer");
            }
            return type == String.class ? text() : text().put("format", "uuid");
        }

        private static ObjectNode text() {
            return JSON.objectNode().put("type", "string");
        }

        private static ObjectNode reference(String name) {
            return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
        }

        /// `to-do` is `ToDo`.
        private static String capital(String name) {
            var capital = new StringBuilder();
            for (String part : name.split("-")) {
                capital.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
            return Objects.toString(capital);
        }
    }
}
