package uk.kinbridge.referral.exchange.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HumanName;
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
        patient.addIdentifier(LetterWriter.id(Terms.MEMBER, subject.id()));
        if (household.familyId() != null) {
            patient.addIdentifier(LetterWriter.id(Terms.FAMILY, household.familyId()));
        }
        if (household.familyReference() != null) {
            patient.addIdentifier(LetterWriter.id(Terms.FAMILY_REFERENCE, household.familyReference()));
        }
        patient.addName(name(subject)).setBirthDateElement(date(subject.bornOn()));
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
        person.addIdentifier(LetterWriter.id(Terms.MEMBER, one.id()));
        person.setPatient(references.apply("subject"));
        person.addName(name(one)).setBirthDateElement(date(one.bornOn()));
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

    private static HumanName name(Someone one) {
        var name = new HumanName().setFamily(one.familyName().isEmpty() ? null : one.familyName());
        if (!one.givenName().isEmpty()) {
            name.addGiven(one.givenName());
        }
        return name;
    }

    private static @Nullable DateType date(@Nullable LocalDate day) {
        return day == null ? null : new DateType(day.toString());
    }
}
