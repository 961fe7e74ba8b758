package uk.kinbridge.assessment.appointment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.Courses.Held;
import uk.kinbridge.assessment.appointment.Courses.Saved;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.FamilyRecords.Answer;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.KnownReferral;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.published.Protocols;

/** Appointments begin: by a person, or by an invitation on a referral. referral-service being down loses none. */
public class OfferAppointment {

    /**
     * What somebody asks for.
     *
     * @param protocol of which protocol; the referral's own where there is one
     * @param referral id of the referral that it follows from; null without one
     */
    public record Request(
            String family,
            String member,
            @Nullable String protocol,
            @Nullable String referral,
            Purpose purpose,
            Offer.Wanted first) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** It is offered. */
        record Offered(Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Fields that name something that does not exist, or not for this caller. */
        record Unknown(Map<String, String> byField) implements Outcome {}

        record Against(Ruling.Why why, Course course) implements Outcome {}
    }

    private final Courses courses;
    private final FamilyRecords families;
    private final Protocols protocols;
    private final PinnedRules rules;
    private final MergedFamilies merged;
    private final Supplier<String> references;

    public OfferAppointment(
            Courses courses,
            FamilyRecords families,
            Protocols protocols,
            PinnedRules rules,
            MergedFamilies merged,
            Supplier<String> references) {
        this.courses = courses;
        this.families = families;
        this.protocols = protocols;
        this.rules = rules;
        this.merged = merged;
        this.references = references;
    }

    /** A person offers the first appointment of a course; on a referral that has one it is the next one there. */
    public Outcome offer(String id, Request request, Caller caller, Instant now) {
        if (CourseAccess.offer(caller) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var again = courses.find(id);
        if (again.isPresent()) {
            return new Outcome.Offered(again.get());
        }
        var unknown = new TreeMap<String, String>();
        if (!request.first().at().isAfter(now)) {
            unknown.put("at", "An appointment that is offered lies in the future.");
        }
        var referral = referral(request, caller, unknown);
        var work = work(request, referral, caller, unknown);
        var pinned = pinned(request, referral, now, unknown);
        if (!unknown.isEmpty() || work.isEmpty() || pinned.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var onReferral = request.referral();
        var courseId = onReferral == null ? id : idOn(onReferral, caller.agency());
        var there = courses.find(courseId);
        if (there.isPresent()) {
            return another(there.get(), work.get(), request.first(), Actor.of(caller), now);
        }
        return new Outcome.Offered(courses.add(
                Course.begun(
                        courseId,
                        references.get(),
                        request.purpose(),
                        work.get(),
                        request.first(),
                        Actor.of(caller),
                        rules.of(pinned.get()),
                        now),
                now));
    }

    private Outcome another(Held held, FamilyWork work, Offer.Wanted wanted, Actor by, Instant now) {
        var current = held;
        while (true) {
            var course = work.confirmedAt() == null
                    ? current.course()
                    : current.course().with(work);
            switch (course.offer(wanted, by, rules.of(course.protocol()), now)) {
                case Ruling.Against(Ruling.Why why) -> {
                    return new Outcome.Against(why, course);
                }
                case Ruling.Done(var change) -> {
                    if (courses.save(current.version(), change, now) == Saved.DONE) {
                        return new Outcome.Offered(new Held(change.next(), current.version() + 1));
                    }
                    current = courses.find(course.id()).orElseThrow();
                }
            }
        }
    }

    /** The course of a referral has an id of its own, so that whichever comes first, there is one. */
    static String idOn(String referral, String agency) {
        return UUID.nameUUIDFromBytes(("appointments/" + referral + "/" + agency).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Optional<KnownReferral> referral(Request request, Caller caller, Map<String, String> unknown) {
        var id = request.referral();
        if (id == null) {
            return Optional.empty();
        }
        return switch (families.referral(id, caller)) {
            case Answer.Known<KnownReferral>(KnownReferral known, Instant _) -> {
                if (!merged.of(request.family()).ids().contains(known.family())) {
                    unknown.put("family", "The referral is about another family.");
                }
                yield Optional.of(known);
            }
            case Answer.NotForCaller<KnownReferral>() -> {
                unknown.put("referral", "There is no such referral for you.");
                yield Optional.empty();
            }
            case Answer.Unreachable<KnownReferral>() -> Optional.empty();
        };
    }

    private Optional<FamilyWork> work(
            Request request, Optional<KnownReferral> referral, Caller caller, Map<String, String> unknown) {
        var own = FamilyWork.unconfirmed(
                request.family(),
                request.member(),
                Stream.concat(
                                Stream.of(caller.agency()),
                                referral.stream().flatMap(r -> Stream.of(r.referrer(), r.recipient())))
                        .distinct()
                        .toList());
        var work = referral.map(r -> own.from(linked(r))).orElse(own);
        return switch (families.family(request.family(), caller)) {
            case Answer.Known<KnownFamily>(KnownFamily known, Instant asOf) -> {
                if (known.member(request.member()).isEmpty()) {
                    unknown.put("member", "The family has no such member.");
                }
                yield Optional.of(work.confirmed(known, asOf));
            }
            case Answer.NotForCaller<KnownFamily>() -> {
                // The receiver of a referral works from what was disclosed and need not see the whole record.
                if (referral.isEmpty()) {
                    unknown.put("family", "There is no such family for you.");
                } else if (!referral.get().member().equals(request.member())) {
                    unknown.put("member", "The referral is about another member.");
                }
                yield Optional.of(work);
            }
            case Answer.Unreachable<KnownFamily>() -> Optional.of(work);
        };
    }

    private static LinkedReferral linked(KnownReferral r) {
        return new LinkedReferral(r.id(), r.reference(), r.pathway(), r.referrer(), r.referringPerson());
    }

    private Optional<Pinned> pinned(
            Request request, Optional<KnownReferral> referral, Instant now, Map<String, String> unknown) {
        if (referral.isPresent()) {
            return referral.map(KnownReferral::protocol);
        }
        var protocol = request.protocol();
        var found = protocol == null
                ? Optional.<Pinned>empty()
                : protocols
                        .inForce(protocol, now.atZone(Spoken.LONDON).toLocalDate())
                        .map(Pinned::to);
        if (found.isEmpty()) {
            unknown.put("protocol", "Name the local protocol that the work runs under; none of that name is in force.");
        }
        return found;
    }

    /**
     * The person referred was invited.
     *
     * @param by who of the receiving agency invited them
     */
    public record Invited(
            LinkedReferral referral, Pinned protocol, String family, String member, Actor by, Instant appointmentAt) {}

    private static final int AN_HOUR = 60;

    /** The invitation is the first appointment, without anybody writing it down twice (HAC-03). */
    public void invited(Invited invited, Instant now, String messageId) {
        var by = invited.by();
        var wanted = new Offer.Wanted(
                invited.appointmentAt(),
                AN_HOUR,
                Mode.IN_PERSON,
                null,
                List.of(new Offer.Attendee(by.person(), by.name(), by.agency())),
                List.of());
        var id = idOn(invited.referral().id(), by.agency());
        while (true) {
            var found = courses.find(id);
            if (found.isEmpty()) {
                var work = FamilyWork.unconfirmed(
                                invited.family(),
                                invited.member(),
                                List.of(by.agency(), invited.referral().agency()))
                        .from(invited.referral());
                var begun = Course.begun(
                        id, references.get(), Purpose.ASSESSMENT, work, wanted, by, rules.of(invited.protocol()), now);
                if (courses.addOnce(begun, now, messageId)) {
                    return;
                }
                continue;
            }
            var course = found.get().course();
            var change = course.invited(wanted, by, invited.referral(), rules.of(course.protocol()), now);
            if (change.isEmpty()
                    || courses.saveOnce(found.get().version(), change.get(), now, messageId) != Saved.STALE) {
                return;
            }
        }
    }
}
