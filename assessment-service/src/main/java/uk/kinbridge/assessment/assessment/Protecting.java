package uk.kinbridge.assessment.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.kinbridge.assessment.assessment.ReferralDrafts.Prefilled;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ItemKind;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.Route.Take;
import uk.kinbridge.protocols.pack.Routing;

/**
 * Finds the way that the protocol takes, and what the referral can already say: into child protection (SAL-08), or what
 * an assessment has brought with it, such as the referral of a young carer (DOR-08, JWP-17).
 */
public final class Protecting {

    private Protecting() {}

    /** Empty where the protocol names no way that the agency may take; then the call alone is the way. */
    public static Optional<Prefilled> prefilled(Assessment a, Harm harm, Rules rules, String agency) {
        var situation = rules.interview(a).facts();
        return way(rules, agency)
                .flatMap(pathway -> prefilled(
                        a,
                        pathway,
                        harm.about(),
                        fact -> situation.contains(fact) || fact == Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
                        harm.words(),
                        rules));
    }

    /**
     * The referral that is owed; empty where it is none, or where nobody receives it from that agency in the area.
     *
     * @param about members whom it is about
     * @param words what the worker says of them; no answer of the assessment goes along before its sharing is decided
     */
    public static Optional<Prefilled> owed(
            Assessment a, Owed owed, List<String> about, String words, Rules rules, String agency) {
        var situation = rules.interview(a).facts();
        var role = rules.agency(agency).map(found -> found.role());
        return owed.pathway()
                .flatMap(id -> rules.pack().pathway(new PathwayId(id)))
                .filter(pathway -> role.filter(pathway::mayComeFrom).isPresent())
                .flatMap(pathway -> prefilled(a, pathway, about, situation::contains, words, rules));
    }

    private static Optional<Prefilled> prefilled(
            Assessment a, Pathway pathway, List<String> about, Predicate<Fact> so, String words, Rules rules) {
        return rules.pack().agencies(pathway.to().agency()).stream()
                .filter(one ->
                        one.areas().stream().anyMatch(area -> area.value().equals(a.area())))
                .findFirst()
                .map(recipient -> new Prefilled(
                        a.protocol().pack(),
                        pathway.id().value(),
                        recipient.id().value(),
                        a.family().id(),
                        about,
                        Arrays.stream(Fact.values()).filter(so).map(Fact::word).toList(),
                        texts(pathway, words)));
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

    /** What the worker has just written; no answer of the assessment goes along before its sharing is decided. */
    private static Map<String, String> texts(Pathway pathway, String words) {
        return pathway.requires().stream()
                .filter(requirement -> requirement.kind() == ItemKind.TEXT)
                .collect(Collectors.toMap(requirement -> requirement.id().value(), _ -> words));
    }
}
