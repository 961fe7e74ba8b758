package uk.kinbridge.assessment.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.kinbridge.assessment.assessment.ReferralDrafts.Prefilled;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ItemKind;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Route.Take;
import uk.kinbridge.protocols.pack.Routing;

/** Finds the way into child protection, and what the referral can already say (SAL-08). */
public final class Protecting {

    private Protecting() {}

    /** Empty where the protocol names no way that the agency may take; then the call alone is the way. */
    public static Optional<Prefilled> prefilled(Assessment a, Harm harm, Rules rules, String agency) {
        return way(rules, agency)
                .flatMap(pathway -> rules.pack().agencies(pathway.to().agency()).stream()
                        .filter(one -> one.areas().stream()
                                .anyMatch(area -> area.value().equals(a.area())))
                        .findFirst()
                        .map(recipient -> new Prefilled(
                                a.protocol().pack(),
                                pathway.id().value(),
                                recipient.id().value(),
                                a.family().id(),
                                harm.about(),
                                situation(a, rules),
                                texts(pathway, harm))));
    }

    private static Optional<Pathway> way(Rules rules, String agency) {
        var role = rules.agency(agency).map(found -> found.role());
        return Routing.of(rules.pack(), java.util.EnumSet.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)).open().stream()
                .flatMap(route -> route.take().stream())
                .flatMap(take -> take instanceof Take.Refer refer
                        ? rules.pack().pathway(refer.pathway()).stream()
                        : java.util.stream.Stream.empty())
                .filter(pathway -> role.filter(pathway::mayComeFrom).isPresent())
                .findFirst();
    }

    private static List<String> situation(Assessment a, Rules rules) {
        var facts = rules.interview(a).facts();
        return Arrays.stream(Fact.values())
                .filter(fact -> facts.contains(fact) || fact == Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                .map(Fact::word)
                .toList();
    }

    /** What the worker has just written; no answer of the assessment goes along before its sharing is decided. */
    private static Map<String, String> texts(Pathway pathway, Harm harm) {
        return pathway.requires().stream()
                .filter(requirement -> requirement.kind() == ItemKind.TEXT)
                .collect(Collectors.toMap(requirement -> requirement.id().value(), _ -> harm.words()));
    }
}
