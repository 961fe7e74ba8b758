package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Key;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * One version of one local protocol.
 *
 * @param extending the packs that it builds on: what they say holds unless this one has its own entry of that id
 * @param protocol how the numbers of its obligations begin
 * @param national whether it holds what the law and national guidance ask of every area
 */
public record Pack(
        PackId pack,
        int version,
        String title,
        String protocol,
        boolean national,
        @Key("extends") List<Extension> extending,
        SourceDocument source,
        List<AreaId> areas,
        Jurisdiction jurisdiction,
        Effective effective,
        Status status,
        @Nullable OpeningHours hours,
        List<Agency> agencies,
        List<Pathway> pathways,
        List<EveryPathway> everyPathway,
        List<Clock> clocks,
        List<Notice> notices,
        Practice practice,
        Assessing assessing,
        @Nullable Ladder ladder,
        List<Contact> contacts,
        List<Uncovered> uncovered,
        List<Link> links,
        List<Term> glossary,
        List<KeptElsewhere> keptElsewhere) {

    /** By its name alone: packs that are equal have the same one, and the content is far too much to go through. */
    @Override
    public int hashCode() {
        return Objects.hash(pack, version);
    }

    public PackReference reference() {
        return new PackReference(pack, version, PackHash.of(this));
    }

    /** The text that stands for the content: reads back as this very pack, with the same hash. */
    public String canonicalText() {
        return Canonical.text(this);
    }

    public Optional<Pathway> pathway(PathwayId id) {
        return pathways.stream().filter(pathway -> pathway.id().equals(id)).findFirst();
    }

    public Optional<Agency> agency(AgencyId id) {
        return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    public List<Agency> agencies(AgencyRole role) {
        return agencies.stream().filter(agency -> agency.role() == role).toList();
    }

    public Optional<Contact> contact(ContactId id) {
        return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
    }

    /** The working time of an agency under this protocol; the pack's own hours when it names none. */
    public WorkingCalendar calendarOf(AgencyId id, BankHolidays bankHolidays) {
        OpeningHours open = agency(id).map(Agency::hours).orElse(hours);
        return new WorkingCalendar(open == null ? OpeningHours.OFFICE : open, jurisdiction, bankHolidays);
    }

    /** The form for a kind of assessment: the pack's own stands before an inherited one. */
    public Optional<Form> form(AssessmentRule.Kind kind) {
        return assessing.forms().stream().filter(form -> form.kind() == kind).findFirst();
    }

    public Optional<Form> form(FormReference reference) {
        return assessing.forms().stream()
                .filter(form -> form.reference().equals(reference))
                .findFirst();
    }

    /** The obligations of the ladder by which agencies take a disagreement up; empty where the pack names none. */
    public List<ObligationId> obligationsOfTheLadder() {
        return ladder == null ? List.of() : ladder.obligations();
    }

    /** How the area weighs risk: the pack's own model stands before an inherited one. */
    public Optional<RiskModel> riskModel() {
        return assessing.risk().stream().findFirst();
    }

    Pack withForms(List<Form> whole) {
        var asking = new Assessing(assessing.sections(), whole, assessing.risk());
        return with(pathways, asking);
    }

    Pack withPathways(List<Pathway> more) {
        return with(more, assessing);
    }

    private Pack with(List<Pathway> more, Assessing asking) {
        return new Pack(
                pack,
                version,
                title,
                protocol,
                national,
                extending,
                source,
                areas,
                jurisdiction,
                effective,
                status,
                hours,
                agencies,
                more,
                everyPathway,
                clocks,
                notices,
                practice,
                asking,
                ladder,
                contacts,
                uncovered,
                links,
                glossary,
                keptElsewhere);
    }
}
