package org.fram.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fram.facts.FactsDocument;
import org.fram.facts.PracticeFacts;
import org.fram.rules.Catalogue;
import org.fram.rules.Circumstances;
import org.fram.rules.FactsFile;
import org.fram.rules.PackCases;
import org.fram.rules.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options with which `check` and `explain` say which practices are meant, and under which decisions.
final class Rules {

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "Packs of your own beside the built-in ones: all NAME.yaml of this folder.")
    private List<Path> packs = List.of();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Decisions about practices: waivers, exceptions, switches, parameters (YAML).")
    private @Nullable Path settings;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "The day to ask for, such as 2027-03-31; without it that of the facts, or today.")
    private @Nullable LocalDate today;

    Catalogue catalogue() {
        return packs.isEmpty() ? Catalogue.standard() : Catalogue.standardAnd(InputFiles.packs(packs));
    }

    PackCases cases(Catalogue catalogue) {
        return packs.isEmpty() ? PackCases.standard() : PackCases.standardAnd(catalogue, InputFiles.cases(packs));
    }

    FactsDocument facts(Path file) {
        return FactsFile.read(InputFiles.text(file), file.toString());
    }

    Circumstances circumstances(FactsDocument facts) {
        var decided = settings;
        return Circumstances.on(day(facts))
                .with(
                        decided == null
                                ? new PracticeFacts(null, null, null, null)
                                : SettingsFile.read(InputFiles.text(decided), decided.toString()));
    }

    private LocalDate day(FactsDocument facts) {
        if (today != null) {
            return today;
        }
        var asOf = facts.asOf();
        return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    }
}
