package org.fram.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Expressions of the language over facts, made at random; all of them are well typed.
final class RandomExpressions {

    private final Random random;

    /// Names of obligations at hand, the innermost last.
    private final List<String> items = new ArrayList<>();

    RandomExpressions(Random random) {
        this.random = random;
    }

    /// An expression that is true or false, with parts within parts to a depth.
    String truth(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> "(%s && %s)".formatted(truth(depth - 1), truth(depth - 1));
            case 2, 3 -> "(%s || %s)".formatted(truth(depth - 1), truth(depth - 1));
            case 4 -> "!(%s)".formatted(truth(depth - 1));
            case 5 -> "(%s ? %s : %s)".formatted(truth(depth - 1), truth(depth - 1), truth(depth - 1));
            case 6 -> "%s %s %s".formatted(whole(depth - 1), comparison(), whole(depth - 1));
            case 7 -> "%s %s %s".formatted(day(), comparison(), day());
            default -> going(depth);
        };
    }

    private String going(int depth) {
        var name = "o" + items.size();
        var macro = one("exists", "all", "exists_one", "filter");
        var list = list();
        items.add(name);
        var inside = truth(items.size() > 1 ? 0 : depth - 1);
        items.removeLast();
        var call = "%s.%s(%s, %s)".formatted(list, macro, name, inside);
        return macro.equals("filter") ? "size(%s) %s %d".formatted(call, comparison(), random.nextInt(40)) : call;
    }

    private String list() {
        return one(
                "sow.obligations",
                "sow.obligations.filter(f, f.kind == 'service')",
                "sow.obligations.filter(f, has(f.dueDate))",
                "(sow.obligations + sow.obligations.filter(f, f.side == 'buyer'))");
    }

    private String leaf() {
        if (items.isEmpty()) {
            return one(
                    "has(plan.target.probability)",
                    "plan.target.probability < 0.8",
                    "engagement.scope.voip",
                    "sow.document.contains('Line')",
                    "kind == 'technology project'",
                    "has(sow.price.total) && sow.price.total > money(100, 'USD')",
                    "sow.reviewed + days(60) < today",
                    "'sow.obligations.role' in unread",
                    "1 / %d == 1".formatted(random.nextInt(3)),
                    "sow.obligations[%d].id != 'O-01'".formatted(random.nextInt(120)));
        }
        var o = items.get(random.nextInt(items.size()));
        return one(
                        "has(%s.role)",
                        "%s.role == 'project manager'",
                        "has(%s.dueDate)",
                        "%s.dueDate < today",
                        "%s.text.containsAny(['weekly', 'port', 'Friday'])",
                        "%s.text.lower().startsWith('north')",
                        "%s.text.matches('[0-9]+ (seats|numbers)')",
                        "%s.kind in ['service', 'duty']",
                        "size(%s.text) > 90",
                        "'P-08' in %s.priceLines",
                        "size(%s.priceLines) == 1",
                        "%s.side == 'vendor'")
                .formatted(o);
    }

    private String whole(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(-5, 100));
            case 1 -> "size(%s)".formatted(list());
            case 2 -> "daysBetween(%s, %s)".formatted(day(), day());
            case 3 -> "(%s %s %s)".formatted(whole(depth - 1), one("+", "-", "*", "/", "%"), whole(depth - 1));
            case 4 -> "workingDays(%s, %s)".formatted(day(), day());
            default -> "(%s ? %s : %s)".formatted(truth(depth - 1), whole(depth - 1), whole(depth - 1));
        };
    }

    private String day() {
        var o = items.isEmpty() ? "sow.obligations[%d]".formatted(random.nextInt(60)) : items.getLast();
        return one(
                "today",
                "sow.signed",
                "day('2027-0%d-15')".formatted(1 + random.nextInt(9)),
                o + ".dueDate",
                "(today + days(%d))".formatted(random.nextInt(-90, 90)),
                "addWorkingDays(sow.signed, %d)".formatted(random.nextInt(-30, 200)));
    }

    private String comparison() {
        return one("==", "!=", "<", "<=", ">", ">=");
    }

    private String one(String... of) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
