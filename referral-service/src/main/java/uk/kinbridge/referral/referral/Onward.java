package uk.kinbridge.referral.referral;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.referral.family.Person;

/**
 * On which pathway a referral goes on in another agency (FAP-14): the same where it leads to such an agency, else one that
 * does, begins in writing and is about such a person. A child's referral never becomes one about a vulnerable adult.
 */
final class Onward {

    private Onward() {}

    /** Empty when the protocol has none. */
    static Optional<Pathway> into(String agency, Referral referral, Rules rules) {
        var kind = referral.disclosed().subject().kind();
        return rules.pack()
                .agency(new AgencyId(agency))
                .map(Agency::role)
                .flatMap(role -> rules.pathway().to().agency() == role
                        ? Optional.of(rules.pathway())
                        : fitting(kind, rules)
                                .filter(pathway -> pathway.to().agency() == role)
                                .findFirst());
    }

    /** Why it cannot go there, and where it could. */
    static String wouldFit(Agency agency, Referral referral, Rules rules) {
        var subject = referral.disclosed().subject().kind();
        var about = subject == Person.Kind.ADULT ? "an adult" : "a child";
        var where = Stream.concat(Stream.of(rules.pathway()), fitting(subject, rules))
                .map(pathway -> pathway.to().agency().word())
                .distinct()
                .collect(joining(" or "));
        return agency.name() + " takes no referral about " + about + " under this protocol. It can go to another agency"
                + " that is " + where + ".";
    }

    private static Stream<Pathway> fitting(Person.Kind subject, Rules rules) {
        return rules.pack().pathways().stream()
                .filter(pathway -> pathway.firstEvent() == CaseEvent.REFERRAL_SUBMITTED)
                .filter(pathway -> isFor(subject, pathway.to().agency()));
    }

    /** Who works for children alone takes no adult, and the other way round; who works with both takes either. */
    private static boolean isFor(Person.Kind subject, AgencyRole role) {
        return switch (role) {
            case ADULT_SOCIAL_CARE -> subject == Person.Kind.ADULT;
            case CHILDRENS_SOCIAL_CARE, YOUNG_PEOPLES_TREATMENT, YOUTH_JUSTICE, SCHOOL_NURSING ->
                subject != Person.Kind.ADULT;
            default -> true;
        };
    }
}
