package uk.kinbridge.referral.exchange.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.Someone;
import uk.kinbridge.referral.exchange.Someone.Tie;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Relationship;

/** Reads the family of a message: the person referred, and who belongs to them. */
record PeopleReader(Patient patient, List<RelatedPerson> related) {

    /** Between the system and the value of how another system calls somebody. */
    static final String LOCAL = "|";

    /** Ends our word for what the person referred is to the other, instead of the other way round. */
    static final String OF_THE_PERSON_REFERRED = "-OF-THE-PERSON-REFERRED";

    /** Names that somebody had, or has beside the one that they go by. */
    private static final Set<HumanName.NameUse> FORMER = EnumSet.of(
            HumanName.NameUse.OLD, HumanName.NameUse.MAIDEN, HumanName.NameUse.NICKNAME, HumanName.NameUse.ANONYMOUS);

    /** What the related person is to the person referred, by the codes of HL7. */
    private static final Map<String, Relationship.Kind> THEIRS = Map.ofEntries(
            Map.entry("PRN", Relationship.Kind.PARENT),
            Map.entry("MTH", Relationship.Kind.PARENT),
            Map.entry("FTH", Relationship.Kind.PARENT),
            Map.entry("NMTH", Relationship.Kind.PARENT),
            Map.entry("NFTH", Relationship.Kind.PARENT),
            Map.entry("STPPRN", Relationship.Kind.STEP_PARENT),
            Map.entry("STPMTH", Relationship.Kind.STEP_PARENT),
            Map.entry("STPFTH", Relationship.Kind.STEP_PARENT),
            Map.entry("GRPRN", Relationship.Kind.GRANDPARENT),
            Map.entry("GRMTH", Relationship.Kind.GRANDPARENT),
            Map.entry("GRFTH", Relationship.Kind.GRANDPARENT),
            Map.entry("SIB", Relationship.Kind.SIBLING),
            Map.entry("BRO", Relationship.Kind.SIBLING),
            Map.entry("SIS", Relationship.Kind.SIBLING),
            Map.entry("SPS", Relationship.Kind.PARTNER),
            Map.entry("HUSB", Relationship.Kind.PARTNER),
            Map.entry("WIFE", Relationship.Kind.PARTNER),
            Map.entry("DOMPART", Relationship.Kind.PARTNER),
            Map.entry("SIGOTHR", Relationship.Kind.PARTNER),
            Map.entry("FRMSPS", Relationship.Kind.FORMER_PARTNER),
            Map.entry("PRNFOST", Relationship.Kind.FOSTER_CARER),
            Map.entry("FAMMEMB", Relationship.Kind.OTHER_RELATIVE),
            Map.entry("EXT", Relationship.Kind.OTHER_RELATIVE));

    /** Where the person referred is something to the related one. */
    private static final Map<String, Relationship.Kind> THE_OTHER_WAY_ROUND = Map.ofEntries(
            Map.entry("CHILD", Relationship.Kind.PARENT),
            Map.entry("NCHILD", Relationship.Kind.PARENT),
            Map.entry("CHLDADOPT", Relationship.Kind.PARENT),
            Map.entry("SON", Relationship.Kind.PARENT),
            Map.entry("SONC", Relationship.Kind.PARENT),
            Map.entry("DAU", Relationship.Kind.PARENT),
            Map.entry("DAUC", Relationship.Kind.PARENT),
            Map.entry("STPCHLD", Relationship.Kind.STEP_PARENT),
            Map.entry("GRNDCHILD", Relationship.Kind.GRANDPARENT),
            Map.entry("CHLDFOST", Relationship.Kind.FOSTER_CARER));

    Household household(boolean noChildren, @Nullable String decisionId, @Nullable Set<FieldGroup> fields) {
        return new Household(
                LetterReader.valueIn(patient.getIdentifier(), Terms.FAMILY),
                LetterReader.valueIn(patient.getIdentifier(), Terms.FAMILY_REFERENCE),
                someone(
                        patient,
                        patient.getIdentifier(),
                        patient.getName(),
                        patient.getBirthDateElement(),
                        null,
                        null,
                        patient.getTelecom()),
                related.stream().map(PeopleReader::someone).toList(),
                noChildren,
                home(patient.getAddress()),
                decisionId,
                fields);
    }

    /** The place of somebody in the letter, as a statement names it; null when the letter does not know them. */
    @Nullable
    String placeOf(@Nullable Resource person) {
        if (patient.equals(person)) {
            return Household.placeOf(0);
        }
        for (int i = 0; i < related.size(); i++) {
            if (related.get(i).equals(person)) {
                return Household.placeOf(i + 1);
            }
        }
        return null;
    }

    private static Someone someone(RelatedPerson person) {
        return someone(
                person,
                person.getIdentifier(),
                person.getName(),
                person.getBirthDateElement(),
                tie(person.getRelationship()),
                home(person.getAddress()),
                person.getTelecom());
    }

    private static Someone someone(
            DomainResource resource,
            List<Identifier> identifiers,
            List<HumanName> names,
            DateType born,
            @Nullable Tie tie,
            @Nullable String address,
            List<ContactPoint> telecom) {
        var others = new ArrayList<>(names);
        var present = others.isEmpty() ? new HumanName() : others.remove(present(names));
        var name = name(present);
        return new Someone(
                LetterReader.valueIn(identifiers, Terms.MEMBER),
                kind(resource),
                name.givenName(),
                name.familyName(),
                day(born),
                extension(resource, Terms.EXPECTED_ON) instanceof DateType day ? day(day) : null,
                LetterReader.valueIn(identifiers, Terms.NHS_NUMBER),
                localId(identifiers),
                tie,
                others.stream().map(PeopleReader::name).toList(),
                address,
                telecom.stream()
                        .filter(point -> point.hasValue() && point.getUse() != ContactPoint.ContactPointUse.OLD)
                        .map(point -> new Someone.Reach(
                                point.hasSystem() ? point.getSystem().toCode() : "other", point.getValue()))
                        .toList());
    }

    /** The place of the name that somebody goes by. */
    private static int present(List<HumanName> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).hasUse() || !FORMER.contains(names.get(i).getUse())) {
                return i;
            }
        }
        return 0;
    }

    /** A name that is only spoken is divided before its last word, so that none of it is lost. */
    private static Member.Name name(HumanName name) {
        if (name.hasFamily() || name.hasGiven() || !name.hasText()) {
            return new Member.Name(given(name), LetterReader.text(name.getFamily()));
        }
        var words = name.getText().strip();
        int last = words.lastIndexOf(' ');
        return last < 0
                ? new Member.Name("", words)
                : new Member.Name(words.substring(0, last).strip(), words.substring(last + 1));
    }

    /** Where somebody lives now: neither where they have lived before nor where bills go. */
    private static @Nullable String home(List<Address> addresses) {
        return addresses.stream()
                .filter(address ->
                        address.getUse() != Address.AddressUse.OLD && address.getUse() != Address.AddressUse.BILLING)
                .map(PeopleReader::oneLine)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static Person.@Nullable Kind kind(DomainResource resource) {
        return extension(resource, Terms.MEMBER_KIND) instanceof CodeType code
                ? Arrays.stream(Person.Kind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(code.getValue()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable Object extension(DomainResource resource, String url) {
        var extension = resource.getExtensionByUrl(url);
        return extension == null ? null : extension.getValue();
    }

    /** How the other system calls them. */
    private static @Nullable String localId(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(one -> one.hasSystem()
                        && one.hasValue()
                        && !one.getSystem().startsWith(Terms.OURS)
                        && !one.getSystem().equals(Terms.NHS_NUMBER))
                .map(one -> one.getSystem() + LOCAL + one.getValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Tie tie(List<CodeableConcept> relationships) {
        var ours = LetterReader.codeIn(relationships, Terms.RELATIONSHIPS);
        if (ours != null) {
            boolean theirs = !ours.endsWith(OF_THE_PERSON_REFERRED);
            var word = theirs ? ours : ours.substring(0, ours.length() - OF_THE_PERSON_REFERRED.length());
            return Arrays.stream(Relationship.Kind.values())
                    .filter(kind -> kind.name().equals(word))
                    .findFirst()
                    .map(kind -> new Tie(kind, theirs))
                    .orElse(null);
        }
        var code = LetterReader.codeIn(relationships, Terms.ROLE_CODES);
        if (code == null) {
            return null;
        }
        var turned = THE_OTHER_WAY_ROUND.get(code);
        return turned == null
                ? new Tie(THEIRS.getOrDefault(code, Relationship.Kind.OTHER), true)
                : new Tie(turned, false);
    }

    /** A date may be given as a year or a month alone, which is no date of birth. */
    private static @Nullable LocalDate day(DateType date) {
        var written = date.getValueAsString();
        return written == null || written.length() != 10 ? null : LocalDate.parse(written);
    }

    private static String given(HumanName name) {
        return name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" "));
    }

    /** A name as people say it. */
    static String spoken(HumanName name) {
        return name.hasText() ? name.getText() : (given(name) + " " + LetterReader.text(name.getFamily())).strip();
    }

    private static String oneLine(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        var parts = new ArrayList<String>();
        address.getLine().forEach(line -> parts.add(line.getValue()));
        parts.add(LetterReader.text(address.getDistrict()));
        parts.add(LetterReader.text(address.getCity()));
        parts.add(LetterReader.text(address.getState()));
        parts.add(LetterReader.text(address.getPostalCode()));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
