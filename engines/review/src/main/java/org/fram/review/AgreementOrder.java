package org.fram.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The order in which the parts of a statement of work are best agreed on, held against how far they are.
///
/// A section is of the steps whose words its heading has; where it has none, of the step that most of its topics
/// belong to. The steps, their topics and words are in `library/agreement/order.yaml`. Nothing is forbidden: what was
/// agreed early is said.
public final class AgreementOrder {

    private final List<Step> steps;

    private AgreementOrder(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// A step.
    ///
    /// @param basic whether those that wait, wait for it
    /// @param waits whether it waits for all basic ones
    /// @param topics ids of the list of topics
    /// @param words of headings, in lower case
    public record Step(String id, boolean basic, boolean waits, List<String> topics, List<String> words) {

        public Step {
            topics = List.copyOf(topics);
            words = List.copyOf(words);
        }

        /// Whether a heading has one of its words.
        boolean names(String heading) {
            String plain = " " + heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ") + " ";
            return words.stream().anyMatch(word -> plain.contains(" " + word + " "));
        }
    }

    /// A section of the document.
    ///
    /// @param title its heading
    /// @param topics of what it promises; the same one as often as it is promised
    /// @param agreed whether all who have to agree do
    public record Part(String title, List<String> topics, boolean agreed) {

        public Part {
            topics = List.copyOf(topics);
        }
    }

    /// How far a step is.
    public enum State {
        /// All its sections are agreed on.
        AGREED,
        /// Some are not, or what it is about stands in sections of other steps alone.
        OPEN,
        /// The document says nothing of it.
        MISSING
    }

    /// A step, and how far it is.
    ///
    /// @param parts positions of its sections
    /// @param early whether sections of it are agreed on though a basic step is not
    public record Taken(Step step, State state, List<Integer> parts, boolean early) {

        public Taken {
            parts = List.copyOf(parts);
        }
    }

    /// All steps of a document.
    public record Progress(List<Taken> steps, Optional<Integer> next) {

        /// @param next position of the section to take next; empty where all that stand are agreed on
        public Progress {
            steps = List.copyOf(steps);
        }
    }

    /// The order of the library.
    public static AgreementOrder standard() {
        return new AgreementOrder(Library.yaml("agreement/order.yaml", new TypeReference<OrderFile>() {})
                .steps());
    }

    private record OrderFile(@JsonProperty("steps") List<Step> steps) {}

    /// The steps, in their order.
    public List<Step> steps() {
        return steps;
    }

    /// How far a document is.
    ///
    /// @param parts its sections, in their order
    /// @param covered ids of the topics that the document says something about
    public Progress of(List<Part> parts, Collection<String> covered) {
        var ofSteps = new ArrayList<List<Integer>>();
        steps.forEach(_ -> ofSteps.add(new ArrayList<>()));
        for (int at = 0; at < parts.size(); at++) {
            for (int step : stepsOf(parts.get(at))) {
                ofSteps.get(step).add(at);
            }
        }
        var known = Set.copyOf(covered);
        var states = new ArrayList<State>();
        for (int step = 0; step < steps.size(); step++) {
            states.add(state(steps.get(step), ofSteps.get(step), parts, known));
        }
        boolean basicsAgreed = true;
        for (int step = 0; step < steps.size(); step++) {
            basicsAgreed &= !steps.get(step).basic() || states.get(step) == State.AGREED;
        }
        var taken = new ArrayList<Taken>();
        @Nullable Integer next = null;
        for (int step = 0; step < steps.size(); step++) {
            var own = ofSteps.get(step);
            taken.add(new Taken(
                    steps.get(step),
                    states.get(step),
                    own,
                    steps.get(step).waits()
                            && !basicsAgreed
                            && own.stream().anyMatch(at -> parts.get(at).agreed())));
            if (next == null) {
                next = own.stream()
                        .filter(at -> !parts.get(at).agreed())
                        .findFirst()
                        .orElse(null);
            }
        }
        return new Progress(taken, Optional.ofNullable(next).or(() -> firstOpen(parts)));
    }

    private static Optional<Integer> firstOpen(List<Part> parts) {
        for (int at = 0; at < parts.size(); at++) {
            if (!parts.get(at).agreed()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static State state(Step step, List<Integer> own, List<Part> parts, Set<String> covered) {
        if (own.isEmpty()) {
            return step.topics().stream().anyMatch(covered::contains) ? State.OPEN : State.MISSING;
        }
        Predicate<Integer> agreed = at -> parts.get(at).agreed();
        return own.stream().allMatch(agreed) ? State.AGREED : State.OPEN;
    }

    private Set<Integer> stepsOf(Part part) {
        var named = new HashSet<Integer>();
        for (int step = 0; step < steps.size(); step++) {
            if (steps.get(step).names(part.title())) {
                named.add(step);
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        int best = -1;
        long most = 0;
        for (int step = 0; step < steps.size(); step++) {
            var own = steps.get(step).topics();
            long many = part.topics().stream().filter(own::contains).count();
            if (many > most) {
                best = step;
                most = many;
            }
        }
        return best < 0 ? Set.of() : Set.of(best);
    }
}
