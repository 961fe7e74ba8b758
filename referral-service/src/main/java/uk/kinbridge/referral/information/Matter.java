package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.PersonConcerned;
import uk.kinbridge.protocols.sharing.PersonConcerned.Part;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;
import uk.kinbridge.protocols.sharing.SharingQuestion;
import uk.kinbridge.referral.family.Person;

/**
 * One matter of sharing: from whom to whom, about whom, under which protocol, and what is stated and on record.
 *
 * @param subjects members of the family whom it is about
 * @param others members who come along
 * @param sameAgency it stays inside the agency (SAL-23)
 */
public record Matter(
        KnownFamily family,
        Pack pack,
        String agency,
        String recipient,
        List<String> subjects,
        List<String> others,
        boolean sameAgency,
        SharingStatement statement) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public Matter {
        subjects = List.copyOf(subjects);
        others = List.copyOf(others);
    }

    /** What it is shared for, when nobody says: what the recipient is there for. */
    Purpose purpose() {
        var stated = statement.purpose();
        if (stated != null) {
            return stated;
        }
        boolean harm = statement.childConcernOrFacts() == ChildConcern.SIGNIFICANT_HARM;
        var role = roleOfRecipient();
        if (role == null) {
            return Purpose.LIAISON;
        }
        return switch (role) {
            case CHILDRENS_SOCIAL_CARE, DESIGNATED_OFFICER, POLICE ->
                harm ? Purpose.CHILD_PROTECTION : Purpose.CHILD_WELFARE;
            case ADULT_SOCIAL_CARE ->
                statement.adultConcernOrFacts() == AdultConcern.AT_RISK
                        ? Purpose.ADULT_SAFEGUARDING
                        : Purpose.ADULT_CARE;
            case TREATMENT_PROVIDER,
                    YOUNG_PEOPLES_TREATMENT,
                    MENTAL_HEALTH,
                    LEARNING_DISABILITY,
                    GENERAL_PRACTICE,
                    MIDWIFERY,
                    HOSPITAL,
                    PHARMACY -> Purpose.TREATMENT;
            case HEALTH_VISITING, SCHOOL_NURSING, YOUTH_JUSTICE, FAMILY_SERVICE, SAFEGUARDING_PARTNERSHIP ->
                Purpose.LIAISON;
        };
    }

    private @Nullable AgencyRole roleOfRecipient() {
        return pack.agencies().stream()
                .filter(a -> a.id().value().equals(recipient))
                .map(uk.kinbridge.protocols.pack.Agency::role)
                .findFirst()
                .or(() -> AskAboutSharing.kindOfAgency(recipient))
                .orElse(null);
    }

    /** The question as the pure decision takes it. */
    SharingQuestion question(ConsentRecord record, Instant now) {
        var today = now.atZone(LONDON).toLocalDate();
        var people = family.people().stream()
                .filter(person -> subjects.contains(person.id()) || others.contains(person.id()))
                .map(person -> concerned(person, record, today, now))
                .toList();
        // What goes about somebody becomes part of their file, which they may read.
        var readers = new HashSet<>(Set.copyOf(subjects));
        readers.add(KnownFamily.agency(recipient));
        var talk = talk(record);
        return new SharingQuestion(
                purpose(),
                statement.childConcernOrFacts(),
                statement.adultConcernOrFacts(),
                statement.inDanger(),
                people,
                statement.asksRisk() || talk.filter(t -> !t.held()).isPresent(),
                talk.filter(SharingStatement.Talk::held).isPresent(),
                sameAgency,
                statement.wouldHarmChild(),
                statement.reasonWithoutConsent() != null,
                readers,
                statement.objections(),
                statement.facts(),
                today);
    }

    /** The discussion that the statement holds or refers to, in words. */
    Optional<String> discussion(ConsentRecord record) {
        return talk(record).map(t -> (t.held() ? "Discussed: " : "Not discussed: ") + t.words());
    }

    /** JWP-06: it was held, or there is a reason against it. */
    private Optional<SharingStatement.Talk> talk(ConsentRecord record) {
        return Optional.ofNullable(statement.talk())
                .or(() -> Optional.ofNullable(statement.discussionId())
                        .flatMap(record::discussion)
                        .map(d -> new SharingStatement.Talk(d.held(), d.words())));
    }

    private PersonConcerned concerned(Person person, ConsentRecord record, LocalDate today, Instant now) {
        return new PersonConcerned(
                person.id(),
                switch (person.kind()) {
                    case ADULT -> Part.ADULT;
                    case CHILD -> Part.CHILD;
                    case UNBORN -> Part.UNBORN;
                },
                subjects.contains(person.id()),
                age(person, today),
                stated(person.id()).orElseGet(() -> record.consentOf(person.id(), purpose(), now)),
                record.competenceOf(person, purpose(), now),
                record.bestInterestsOf(person, purpose(), now),
                family.protectedFrom(person.id()));
    }

    private Optional<Consent> stated(String person) {
        return statement.answers().stream()
                .filter(answer -> answer.person().equals(person))
                .map(SharingStatement.Answered::consent)
                .findFirst();
    }

    private static @Nullable Integer age(Person person, LocalDate today) {
        var bornOn = person.bornOn();
        return bornOn == null ? null : Period.between(bornOn, today).getYears();
    }

    /**
     * Consents of record on which the matter rests, beside those stated just now: of those whom it is about, and of those
     * who come along and are let through. Each of them may take theirs back (SAL-03, HAC-11).
     */
    List<String> consentsOf(ConsentRecord record, List<Lets> lets, Instant now) {
        var comeAlong = lets.stream()
                .filter(let -> !let.fields().isEmpty())
                .map(Lets::person)
                .filter(others::contains);
        return Stream.concat(subjects.stream(), comeAlong)
                .distinct()
                .map(person -> record.latest(person, purpose())
                        .filter(consent -> consent.stands(now))
                        .filter(consent -> consent.answer() == Consent.Answer.GIVEN)
                        .map(KeptConsent::id)
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
