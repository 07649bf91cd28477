package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.risk.WhatIf.Change;
import org.fram.schedule.risk.WhatIf.Option;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What-ifs as people write them, in YAML; `docs/reference/what-ifs.md` describes them.
public final class WhatIfFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Plan plan;
    private final RiskModel model;

    private WhatIfFile(Plan plan, RiskModel model) {
        this.plan = plan;
        this.model = model;
    }

    private record Written(@Nullable String name, @Nullable List<WrittenChange> changes) {}

    private record WrittenChange(
            @Nullable String activity,
            @Nullable String length,
            @Nullable Boolean drop,
            @Nullable String risk,
            @Nullable String resource,
            @Nullable Integer add) {}

    /// Reads options.
    ///
    /// @throws UnusablePlanException if one cannot be used; the message names it
    public static List<Option> read(Plan plan, RiskModel model, String text) {
        List<Written> written;
        try {
            written = MAPPER.readValue(text, new TypeReference<List<Written>>() {});
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnusablePlanException(
                    "The what-ifs cannot be read%s%s. A list of options is needed, each with a name and changes."
                            .formatted(at == null ? "" : " (line %d)".formatted(at.getLineNr()), told(e)),
                    e);
        }
        var file = new WhatIfFile(plan, model);
        var options = new ArrayList<Option>();
        for (var option : written == null ? List.<Written>of() : written) {
            var name = option.name() == null ? "Option " + (options.size() + 1) : option.name();
            var changes = option.changes();
            if (changes == null || changes.isEmpty()) {
                throw new UnusablePlanException("What-if \"%s\" changes nothing. Give it changes.".formatted(name));
            }
            try {
                options.add(new Option(name, changes.stream().map(file::change).toList()));
            } catch (UnusablePlanException e) {
                throw new UnusablePlanException("What-if \"%s\": %s".formatted(name, e.getMessage()), e);
            }
        }
        return options;
    }

    private static String told(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return ": nothing is called \"%s\"".formatted(unknown.getPropertyName());
        }
        // Of values in the wrong place, only the program's own words tell.
        return e instanceof DatabindException
                ? ""
                : ": "
                        + String.valueOf(e.getOriginalMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
    }

    private Change change(WrittenChange written) {
        var activity = written.activity();
        var risk = written.risk();
        var resource = written.resource();
        var length = written.length();
        long subjects =
                Stream.of(activity, risk, resource).filter(Objects::nonNull).count();
        if (subjects != 1) {
            throw new UnusablePlanException(
                    "A change is of one activity, risk or resource, not of %d.".formatted(subjects));
        }
        if (activity != null) {
            int at = position(activity);
            if (Boolean.TRUE.equals(written.drop())) {
                return new Change.Dropped(at);
            }
            if (length == null) {
                throw new UnusablePlanException(
                        "Activity %s gets no other length and is not dropped. Say \"length: 5d\", or \"drop: true\"."
                                .formatted(activity));
            }
            if (length.endsWith("%")) {
                return new Change.Scaled(at, RiskTable.minutes(length, 1, 1));
            }
            double minutes = RiskTable.minutes(length, 0, 1);
            return new Change.Length(at, new Distribution.Uniform(minutes, minutes));
        }
        if (risk != null) {
            return new Change.RiskGone(event(risk));
        }
        var more = written.add();
        return new Change.Reinforced(resource(String.valueOf(resource)), more == null ? 100 : more);
    }

    private int position(String id) {
        for (int k = 0; k < plan.activities().size(); k++) {
            if (plan.activities().get(k).id().equals(id)) {
                return k;
            }
        }
        throw new UnusablePlanException("There is no activity with the id \"%s\" in the plan.".formatted(id));
    }

    private String event(String name) {
        return model.events().stream()
                .filter(event -> event.id().equals(name) || event.name().equals(name))
                .map(RiskModel.Event::id)
                .findFirst()
                .orElseThrow(() ->
                        new UnusablePlanException("There is no risk \"%s\" in the table of risks.".formatted(name)));
    }

    private int resource(String name) {
        for (int k = 0; k < plan.resources().size(); k++) {
            var resource = plan.resources().get(k);
            if (resource.name().equals(name) || resource.id().equals(name)) {
                return k;
            }
        }
        throw new UnusablePlanException("There is no resource \"%s\" in the plan.".formatted(name));
    }
}
