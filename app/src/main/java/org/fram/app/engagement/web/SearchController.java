package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Searching;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Searching an engagement: a page, and what the field shows below itself while somebody types.
@Controller
@RequestMapping("/engagements/{engagement}/search")
class SearchController {

    private final Transactions transactions;
    private final EngagementHeads heads;
    private final Searching searching;
    private final Templates templates;

    SearchController(Transactions transactions, EngagementHeads heads, Searching searching, Templates templates) {
        this.transactions = transactions;
        this.heads = heads;
        this.searching = searching;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String q) {
        return html(templates.engagementSearch(frame, page(frame, me, engagement, q)));
    }

    @GetMapping("/hits")
    View hits(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String q) {
        return html(templates.engagementHits(frame, page(frame, me, engagement, q)));
    }

    private SearchPage page(Frame frame, Actor.Person me, EngagementId engagement, String q) {
        return transactions.as(me, () -> {
            var head = heads.of(frame, me, engagement);
            var words = Searching.words(q);
            var groups = new ArrayList<SearchPage.Group>();
            var ways = ways(head, words);
            if (!ways.isEmpty()) {
                groups.add(new SearchPage.Group(frame.text("engagement.search.pages"), ways, List.of()));
            }
            var keys = keys(head, words);
            if (!keys.isEmpty()) {
                groups.add(new SearchPage.Group(frame.text("engagement.search.keys"), keys, List.of()));
            }
            for (var group : searching.find(me, engagement, words)) {
                groups.add(group(frame, head, group, q));
            }
            return new SearchPage(
                    head,
                    q,
                    groups,
                    words.isEmpty()
                            ? frame.text("engagement.search.begin")
                            : groups.isEmpty() ? frame.text("engagement.search.none", q.strip()) : "");
        });
    }

    /// Pages of the engagement with these words in their titles.
    private static List<SearchPage.Hit> ways(EngagementHead head, List<String> words) {
        return words.isEmpty()
                ? List.of()
                : head.ways().stream()
                        .flatMap(group -> group.links().stream()
                                .filter(link -> has(link.title(), words))
                                .map(link -> SearchPage.Hit.of("", link.title(), link.address())))
                        .limit(Searching.MOST)
                        .toList();
    }

    /// What keys do on each page of the engagement.
    private static List<SearchPage.Hit> keys(EngagementHead head, List<String> words) {
        return words.isEmpty()
                ? List.of()
                : head.shortcuts().stream()
                        .filter(shortcut -> has(shortcut.title(), words))
                        .map(shortcut -> new SearchPage.Hit(
                                shortcut.key(), shortcut.title(), shortcut.address(), shortcut.key()))
                        .toList();
    }

    private static boolean has(String title, List<String> words) {
        String text = title.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private static SearchPage.Group group(Frame frame, EngagementHead head, Searching.Group group, String q) {
        Function<String, String> below = path -> head.address() + "/" + path;
        return new SearchPage.Group(
                frame.text(group.kind()),
                group.hits().stream()
                        .map(hit -> SearchPage.Hit.of(hit.name(), hit.text(), below.apply(hit.path())))
                        .toList(),
                group.all().isEmpty()
                        ? List.of()
                        : List.of(Link.to(
                                below.apply(group.all()) + "?search=" + URLEncoder.encode(q, StandardCharsets.UTF_8),
                                frame.text("engagement.search.all"))));
    }
}
