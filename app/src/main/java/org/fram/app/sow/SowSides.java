package org.fram.app.sow;

import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The pages about a statement of work, as tabs.
@Component
public class SowSides {

    private final List<SowSide> sides;

    SowSides(List<SowSide> sides) {
        this.sides =
                sides.stream().sorted(Comparator.comparingInt(SowSide::order)).toList();
    }

    @Bean
    static SowSide draftSide() {
        return new SowSide("", Text.of("sow.tab.draft"), 10);
    }

    @Bean
    static SowSide reviewSide() {
        return new SowSide("/review", Text.of("sow.tab.review"), 20);
    }

    @Bean
    static SowSide clausesSide() {
        return new SowSide("/clauses", Text.of("sow.tab.clauses"), 25);
    }

    @Bean
    static SowSide findingsSide() {
        return new SowSide("/findings", Text.of("sow.tab.findings"), 30);
    }

    @Bean
    static SowSide redlineSide() {
        return new SowSide("/redline", Text.of("sow.tab.redline"), 40);
    }

    @Bean
    static SowSide gateSide() {
        return new SowSide("/gate", Text.of("sow.tab.gate"), 60);
    }

    /// The tabs of one, the page at hand marked.
    public List<Link> of(Frame frame, StatementOfWork statement) {
        String address = address(statement);
        return sides.stream()
                .map(side -> new Link(
                        address + side.path(),
                        frame.text(side.title()),
                        frame.path().equals(address + side.path())))
                .toList();
    }

    /// The address of a statement's first page.
    public static String address(StatementOfWork statement) {
        return EngagementHeads.address(statement.engagement()) + "/" + statement.path();
    }
}
