package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Call;
import uk.kinbridge.referral.referral.Content;
import uk.kinbridge.referral.referral.Disclosed;
import uk.kinbridge.referral.referral.Pinned;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Sender;
import uk.kinbridge.referral.referral.Shown;

/**
 * What one agency says to another with a referral, whatever form it travels in. Clocks and the story are no part of it:
 * they are the record of the service in which the referral runs.
 *
 * @param origin what the referral got here; null for a letter from outside
 * @param from who writes; their names count for nothing when the letter comes from outside
 * @param texts written answers, by the requirement that they answer
 * @param call the call that came before it; null where there was none
 * @param situation what is so in the case, in the words of the packs
 * @param earlier the referral that this one follows (SAL-33); null for a first one
 * @param sharing what is stated about sharing; persons are named by {@link Household#placeOf}
 */
public record Letter(
        @Nullable Origin origin,
        String protocol,
        String pathway,
        Sender from,
        Receiver to,
        Household household,
        Map<String, String> texts,
        List<Enclosed> documents,
        @Nullable Call call,
        List<String> situation,
        @Nullable String earlier,
        StatedSharing sharing) {

    public Letter {
        texts = Map.copyOf(texts);
        documents = List.copyOf(documents);
        situation = List.copyOf(situation);
    }

    /**
     * What a referral got when it was sent.
     *
     * @param submittedAt null while only the call before it has taken place
     * @param version of the record, which an update must name
     */
    public record Origin(
            String id,
            String reference,
            long version,
            Pinned protocol,
            Instant begunAt,
            @Nullable Instant submittedAt,
            Instant changedAt,
            Status status) {}

    /** Whether it is being worked on. */
    public enum Status {
        ACTIVE,
        /** Taken back by the agency that sent it. */
        WITHDRAWN,
        /** Taken back since it should never have been sent. */
        MISTAKEN,
        /** Nothing more is done with it. */
        ENDED
    }

    /**
     * Whom it is about.
     *
     * @param familyId null when the other system does not know the record
     * @param noChildren that there are none, which must be said (JWP-01, HAC-08)
     * @param decisionId the decision on sharing that let it through; null where none is named
     * @param fields what of the person referred that decision let through; null where none is named
     */
    public record Household(
            @Nullable String familyId,
            @Nullable String familyReference,
            Someone subject,
            List<Someone> others,
            boolean noChildren,
            @Nullable String address,
            @Nullable String decisionId,
            @Nullable Set<FieldGroup> fields) {

        public Household {
            others = List.copyOf(others);
            fields = fields == null ? null : Set.copyOf(fields);
        }

        /** The person referred first. */
        List<Someone> everybody() {
            return Stream.concat(Stream.of(subject), others.stream()).toList();
        }

        /** Begins how a statement about sharing names somebody of the letter. */
        static final String PLACE = "#";

        /** How a statement about sharing names somebody of the letter. */
        public static String placeOf(int place) {
            return PLACE + place;
        }
    }

    /** What a referral of ours says. */
    public static Letter of(Referrals.Held held) {
        var content = held.referral().content();
        return of(held, content.disclosed(), content.texts(), content.documents(), content.call(), content.situation());
    }

    /** What of it one reader may see: the decision on sharing lets through no more (ENG-11). */
    public static Letter of(Referrals.Held held, Shown shown) {
        return of(held, shown.disclosed(), shown.texts(), shown.documents(), shown.call(), shown.situation());
    }

    private static Letter of(
            Referrals.Held held,
            Disclosed disclosed,
            Map<String, String> texts,
            List<Attachment> documents,
            @Nullable Call call,
            List<String> situation) {
        var referral = held.referral();
        var content = referral.content();
        return new Letter(
                new Origin(
                        referral.id(),
                        referral.reference(),
                        held.version(),
                        referral.protocol(),
                        referral.begunAt(),
                        referral.standing().submittedAt(),
                        referral.history().isEmpty()
                                ? referral.begunAt()
                                : referral.history().getLast().at(),
                        statusOf(referral)),
                referral.protocol().pack(),
                referral.pathway(),
                referral.referrer(),
                referral.recipient(),
                householdOf(disclosed),
                texts,
                documents.stream().<Enclosed>map(Enclosed.Kept::new).toList(),
                call,
                situation,
                content.earlier(),
                StatedSharing.NOTHING);
    }

    private static Household householdOf(Disclosed disclosed) {
        return new Household(
                disclosed.familyId(),
                disclosed.familyReference(),
                Someone.of(disclosed.subject()),
                disclosed.children().stream().map(Someone::of).toList(),
                false,
                disclosed.address(),
                disclosed.decisionId(),
                disclosed.fields());
    }

    private static Status statusOf(Referral referral) {
        for (var line : referral.history().reversed()) {
            if (line.what().equals(CaseEvent.REFERRAL_WITHDRAWN.word())) {
                return line.said().getOrDefault("reason", "").startsWith(ReceiveLetter.SENT_BY_MISTAKE)
                        ? Status.MISTAKEN
                        : Status.WITHDRAWN;
            }
            if (Stream.of(CaseEvent.REFERRAL_CLOSED, CaseEvent.REFERRAL_NOT_TAKEN_FURTHER, CaseEvent.ADVICE_GIVEN)
                    .anyMatch(end -> end.word().equals(line.what()))) {
                return Status.ENDED;
            }
        }
        return Status.ACTIVE;
    }

    /** The content of the referral that it speaks of, as far as the letter says all of it. */
    public Optional<Content> content() {
        var subject = household.subject().person();
        if (subject.isEmpty() || household.familyId() == null || household.familyReference() == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                new Disclosed(
                        household.familyId(),
                        household.familyReference(),
                        subject.get(),
                        household.others().stream()
                                .flatMap(other -> other.person().stream())
                                .toList(),
                        household.address(),
                        household.decisionId(),
                        household.fields()),
                texts,
                attachments(),
                call,
                situation,
                earlier));
    }

    private List<Attachment> attachments() {
        return documents.stream()
                .flatMap(document -> document instanceof Enclosed.Kept(Attachment attachment)
                        ? Stream.of(attachment)
                        : Stream.empty())
                .toList();
    }
}
