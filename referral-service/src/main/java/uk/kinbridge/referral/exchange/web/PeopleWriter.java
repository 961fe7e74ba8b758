package uk.kinbridge.referral.exchange.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.exchange.Someone;

/** Writes the family of a letter: the person referred as Patient, the others as RelatedPersons. */
record PeopleWriter(Letter letter, Function<String, Reference> references) {

    Patient subject() {
        var household = letter.household();
        var subject = household.subject();
        var patient = new Patient();
        patient.getMeta().addProfile(Terms.UK_CORE + "Patient");
        patient.setIdentifier(identifiers(subject));
        if (household.familyId() != null) {
            patient.addIdentifier(LetterWriter.id(Terms.FAMILY, household.familyId()));
        }
        if (household.familyReference() != null) {
            patient.addIdentifier(LetterWriter.id(Terms.FAMILY_REFERENCE, household.familyReference()));
        }
        patient.setName(names(subject)).setTelecom(telecom(subject)).setBirthDateElement(date(subject.bornOn()));
        kind(subject, patient);
        if (household.address() != null) {
            patient.addAddress().setText(household.address());
        }
        return patient;
    }

    List<RelatedPerson> others() {
        return letter.household().others().stream().map(this::other).toList();
    }

    private RelatedPerson other(Someone one) {
        var person = new RelatedPerson();
        person.getMeta().addProfile(Terms.UK_CORE + "RelatedPerson");
        person.setIdentifier(identifiers(one));
        var tie = one.tie();
        if (tie != null) {
            person.addRelationship(LetterWriter.code(
                    Terms.RELATIONSHIPS,
                    tie.kind().name() + (tie.theirs() ? "" : PeopleReader.OF_THE_PERSON_REFERRED)));
        }
        person.setPatient(references.apply("subject"));
        person.setName(names(one)).setTelecom(telecom(one)).setBirthDateElement(date(one.bornOn()));
        if (one.address() != null) {
            person.addAddress().setText(one.address());
        }
        kind(one, person);
        return person;
    }

    private static void kind(Someone one, DomainResource resource) {
        if (one.kind() != null) {
            resource.addExtension(
                    Terms.MEMBER_KIND, new CodeType(one.kind().name().toLowerCase(Locale.ROOT)));
        }
        if (one.expectedOn() != null) {
            resource.addExtension(Terms.EXPECTED_ON, date(one.expectedOn()));
        }
    }

    private static List<Identifier> identifiers(Someone one) {
        var identifiers = new ArrayList<Identifier>();
        identifiers.add(LetterWriter.id(Terms.MEMBER, one.id()));
        if (one.nhsNumber() != null) {
            identifiers.add(LetterWriter.id(Terms.NHS_NUMBER, one.nhsNumber()));
        }
        if (one.localId() != null) {
            int at = one.localId().indexOf(PeopleReader.LOCAL);
            identifiers.add(LetterWriter.id(
                    one.localId().substring(0, at), one.localId().substring(at + PeopleReader.LOCAL.length())));
        }
        return identifiers;
    }

    private static List<HumanName> names(Someone one) {
        var names = new ArrayList<HumanName>();
        names.add(name(one.givenName(), one.familyName()));
        one.alsoKnownAs().forEach(other -> names.add(name(other.givenName(), other.familyName())));
        return names;
    }

    private static HumanName name(String givenName, String familyName) {
        var name = new HumanName().setFamily(familyName.isEmpty() ? null : familyName);
        if (!givenName.isEmpty()) {
            name.addGiven(givenName);
        }
        return name;
    }

    private static List<ContactPoint> telecom(Someone one) {
        return one.reach().stream()
                .map(reach -> new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.fromCode(reach.by()))
                        .setValue(reach.at()))
                .toList();
    }

    private static @Nullable DateType date(@Nullable LocalDate day) {
        return day == null ? null : new DateType(day.toString());
    }
}
