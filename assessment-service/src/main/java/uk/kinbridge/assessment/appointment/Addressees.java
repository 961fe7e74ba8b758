package uk.kinbridge.assessment.appointment;

import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.PersonRole;

/**
 * Who is meant by the parties of a rule: the agency of the course is its holder, whoever referred its referrer, and all
 * that work with the family are the team around it (SAL-20).
 */
record Addressees(Course course, Rules rules) {

    List<Addressee> of(List<Party> parties) {
        return parties.stream().flatMap(this::of).distinct().toList();
    }

    /** Who hears that one of them has not acknowledged it: of the other services only that one's own people. */
    List<Addressee> thenTell(Notice notice, Addressee silent) {
        var acknowledge = notice.acknowledge();
        return acknowledge == null
                ? List.of()
                : of(acknowledge.thenTell()).stream()
                        .filter(to -> to.agency().equals(silent.agency())
                                || to.agency().equals(course.agency()))
                        .toList();
    }

    private Stream<Addressee> of(Party party) {
        return switch (party.side()) {
            case HOLDER, RECIPIENT -> Stream.of(here(party.role()));
            case REFERRER -> referrer(party.role());
            case OTHER, NEXT -> others().map(agency -> there(agency, party.role()));
        };
    }

    private Addressee here(PersonRole role) {
        return role.ofTheCase() || role == PersonRole.PRACTITIONER
                ? new Addressee(course.agency(), "practitioner", course.worker().person())
                : new Addressee(course.agency(), role.word(), null);
    }

    /** Without a referral it is Children's Social Care, where it works with the family (HAC-05). */
    private Stream<Addressee> referrer(PersonRole role) {
        var referral = course.work().referral();
        return referral != null
                ? Stream.of(there(referral.agency(), role))
                : others().filter(rules::isChildrensSocialCare).map(agency -> there(agency, role));
    }

    private Stream<String> others() {
        return course.parties().stream().filter(agency -> !agency.equals(course.agency()));
    }

    /** The person who referred is known by name; of others it is whoever answers for children there. */
    private Addressee there(String agency, PersonRole role) {
        var referral = course.work().referral();
        if (!role.ofTheCase()) {
            return new Addressee(agency, role.word(), null);
        }
        return referral != null && referral.agency().equals(agency)
                ? new Addressee(agency, "practitioner", referral.person())
                : new Addressee(
                        agency, rules.isChildrensSocialCare(agency) ? "duty-worker" : "safeguarding-lead", null);
    }
}
