package org.fram.app.duties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.texts.Text;

/// The table of responsibilities: activities against those who take part.
///
/// @param columns who takes part, in their order
/// @param rows in the order of the kinds of work, and of their age within one
public record Grid(List<Participant> columns, List<Activity> rows) {

    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The column of a key.
    public Optional<Participant> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// The row of an id.
    public Optional<Activity> row(UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Those that people confirmed.
    public List<Activity> confirmed() {
        return rows.stream().filter(Activity::confirmed).toList();
    }

    /// Why a row cannot be confirmed as it is; empty where it can.
    public List<Text> flaws(Activity row) {
        var known = columns.stream().map(Participant::name).collect(Collectors.toSet());
        var flaws = new ArrayList<>(row.flaws());
        row.named().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> flaws.add(Text.of("duties.flaw.unknown", name)));
        return flaws;
    }
}
