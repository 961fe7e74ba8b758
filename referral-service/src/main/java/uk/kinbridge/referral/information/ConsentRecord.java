package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.sharing.BestInterests;
import uk.kinbridge.protocols.sharing.Competence;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.Person;

/**
 * All that the members of one family have been asked about sharing, in one document: consent per person and purpose,
 * findings of capacity, discussions. Nothing is ever taken out of it; what comes later counts.
 *
 * @param id that of the family
 */
public record ConsentRecord(
        String id, List<KeptConsent> consents, List<CapacityFinding> findings, List<Discussion> discussions) {

    public ConsentRecord {
        consents = List.copyOf(consents);
        findings = List.copyOf(findings);
        discussions = List.copyOf(discussions);
    }

    static ConsentRecord of(String familyId) {
        return new ConsentRecord(familyId, List.of(), List.of(), List.of());
    }

    /** The last word of that person for that purpose. */
    public Optional<KeptConsent> latest(String person, Purpose purpose) {
        return consents.stream()
                .filter(c -> c.person().equals(person) && c.purpose() == purpose)
                .max(Comparator.comparing(KeptConsent::lastWordAt).thenComparing(KeptConsent::saysNo));
    }

    Consent consentOf(String person, Purpose purpose, Instant now) {
        return latest(person, purpose).map(c -> c.asOf(now)).orElse(Consent.NOT_YET);
    }

    /**
     * FAP-11: only the last finding about this very decision counts, and only until it is due for review: what it has
     * replaced does not come back. Of somebody of 16 one counts that was made when they were (ENG-10).
     */
    Optional<CapacityFinding> finding(Person person, Purpose purpose, Instant now) {
        return findings.stream()
                .filter(f -> f.person().equals(person.id()) && f.purpose() == purpose)
                .max(Comparator.comparing(CapacityFinding::at).thenComparing(CapacityFinding::able))
                .filter(f -> f.counts(now) && !f.endedAtSixteen(person.bornOn(), now));
    }

    /** Whether that finding is the one that counts. */
    public boolean counts(CapacityFinding finding, Person person, Instant now) {
        return finding(person, finding.purpose(), now).filter(finding::equals).isPresent();
    }

    Competence competenceOf(Person person, Purpose purpose, Instant now) {
        return finding(person, purpose, now)
                .map(f -> f.able() ? Competence.COMPETENT : Competence.FOUND_WANTING)
                .orElse(Competence.PRESUMED);
    }

    BestInterests bestInterestsOf(Person person, Purpose purpose, Instant now) {
        return finding(person, purpose, now)
                .map(CapacityFinding::bestInterests)
                .map(decision -> decision.share() ? BestInterests.SHARE : BestInterests.DO_NOT_SHARE)
                .orElse(BestInterests.NOT_DECIDED);
    }

    /**
     * What that agency wrote down itself, as for a reader from whom somebody of the family is protected: which others
     * work with the family, and who of them, would tell where to look for it.
     */
    public ConsentRecord writtenBy(String agency) {
        return new ConsentRecord(
                id,
                consents.stream().filter(consent -> consent.writtenBy(agency)).toList(),
                findings.stream()
                        .filter(finding -> finding.by().agency().equals(agency))
                        .map(finding -> finding.writtenBy(agency))
                        .toList(),
                discussions.stream()
                        .filter(discussion -> discussion.by().agency().equals(agency))
                        .toList());
    }

    /** The discussion of that id. */
    public Optional<Discussion> discussion(String discussionId) {
        return discussions.stream().filter(d -> d.id().equals(discussionId)).findFirst();
    }

    /** Whether the entry of that id is there. */
    boolean holds(String entryId) {
        return Stream.of(
                        consents.stream().map(KeptConsent::id),
                        findings.stream().map(CapacityFinding::id),
                        discussions.stream().map(Discussion::id))
                .flatMap(ids -> ids)
                .anyMatch(entryId::equals);
    }

    ConsentRecord and(KeptConsent consent) {
        return new ConsentRecord(id, plus(consents, consent), findings, discussions);
    }

    ConsentRecord and(CapacityFinding finding) {
        return new ConsentRecord(id, consents, plus(findings, finding), discussions);
    }

    ConsentRecord and(Discussion discussion) {
        return new ConsentRecord(id, consents, findings, plus(discussions, discussion));
    }

    /**
     * Takes a consent back. Decisions that were taken on it stand; those who rely on it are told, and the next decision
     * meets a refusal.
     *
     * @param relying decisions that let something through on this consent
     */
    Change<ConsentRecord, InformationEvent> withdraw(
            String consentId, List<KeptDecision> relying, Worker by, Instant now, String how) {
        var next = new ConsentRecord(
                id,
                replaced(consents, c -> c.id().equals(consentId) ? c.withdrawnBy(by, now, how) : c),
                findings,
                discussions);
        return new Change<>(
                next,
                Stream.concat(
                                endedBy(next, by, now).stream(),
                                relying.stream()
                                        .flatMap(decision -> decision.parties().stream()
                                                .<InformationEvent>map(
                                                        agency -> InformationEvent.NoticeRequested.consentWithdrawn(
                                                                decision, agency, now))))
                        .toList());
    }

    /** What others must hear of consents that counted until that change and do not any more. */
    List<InformationEvent> endedBy(ConsentRecord next, Worker by, Instant now) {
        return consents.stream()
                .filter(consent -> counts(consent, now) && !next.counts(consent, now))
                .<InformationEvent>map(consent -> new InformationEvent.ConsentEnded(consent.id(), id, by, now))
                .toList();
    }

    private boolean counts(KeptConsent consent, Instant now) {
        return latest(consent.person(), consent.purpose())
                .filter(last ->
                        last.id().equals(consent.id()) && last.stands(now) && last.answer() == Consent.Answer.GIVEN)
                .isPresent();
    }

    /** Whether that consent is the last word of its person, and stands. */
    public boolean counts(String consentId, Instant now) {
        return consents.stream()
                .filter(consent -> consent.id().equals(consentId))
                .anyMatch(consent -> counts(consent, now));
    }

    ConsentRecord decided(String findingId, CapacityFinding.BestInterestsDecision decision) {
        return new ConsentRecord(
                id, consents, replaced(findings, f -> f.id().equals(findingId) ? f.decided(decision) : f), discussions);
    }

    private static <T> List<T> plus(List<T> before, T one) {
        var more = new ArrayList<>(before);
        more.add(one);
        return more;
    }

    private static <T> List<T> replaced(List<T> before, UnaryOperator<T> change) {
        return before.stream().map(change).toList();
    }
}
