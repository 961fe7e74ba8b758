package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.sharing.FieldGroup;

/**
 * Something that people do with a referral. Whether it can be done where the referral stands says the pathway; who may
 * do it says {@link ReferralAccess}.
 */
public sealed interface Act {

    /** Under this name the story says when an assessment takes place. */
    String APPOINTMENT = "appointment";

    /** A person of the receiving agency has it and says so (HAC-03, HAC-14, HAC-17, SAL-06). */
    record Acknowledge() implements Act {}

    /** What was agreed in a call is written down and sent (SAL-05, DOR-01). */
    record Send(Map<String, String> texts, List<Attachment> documents) implements Act {}

    /**
     * The person referred is invited to an assessment (HAC-03).
     *
     * @param appointmentAt when it takes place
     */
    record Invite(Instant appointmentAt, @Nullable String place) implements Act {}

    /** The receiving agency decides what is to be done (ENG-01). */
    record Decide(String decision) implements Act {}

    /** It is not taken further, for a reason that the referrer gets (SAL-24, HAC-17). */
    record TakeNoFurther(String rationale) implements Act {}

    /** A talk about the case ended in advice instead of a referral (SAL-15, DOR-03). */
    record GiveAdvice(String advice) implements Act {}

    /** The referrer is kept informed (SAL-06, FAP-14). */
    record ReportProgress(String progress) implements Act {}

    /**
     * It belongs elsewhere: it goes to a named recipient, and who redirects stays responsible (FAP-14).
     *
     * @param passing what of the family goes there; null for all that was disclosed
     */
    record Redirect(Receiver to, String reason, @Nullable Disclosed passing) implements Act {
        public Redirect(Receiver to, String reason) {
            this(to, reason, null);
        }
    }

    /** The named recipient takes it; only now the one who redirected is relieved (FAP-14). */
    record AcceptRedirection() implements Act {}

    /** The named recipient does not take it; it stays where it was (FAP-14). */
    record DeclineRedirection(String reason) implements Act {}

    /** The programme is full: it waits, and is not refused (SAL-19). */
    record PutOnWaitingList(String words) implements Act {}

    /**
     * A place on the programme is offered (SAL-19).
     *
     * @param until when the programme ends for this family; null when it has no end
     * @param freed it has become free, and goes to whoever has waited longest
     */
    record OfferPlace(@Nullable Instant until, boolean freed) implements Act {
        public OfferPlace(@Nullable Instant until) {
            this(until, false);
        }
    }

    /** The assessment that it led to shows significant harm (SAL-08). */
    record IndicateHarm(String harm) implements Act {}

    /** The assessment is finished (ENG-02, HAC-04). */
    record CompleteAssessment() implements Act {}

    /**
     * The referrer gets the outcome of the assessment in writing (HAC-04, SAL-24).
     *
     * @param levelOfUse as assessed; null where the assessment was not of that
     * @param riskToParenting as assessed; null where the assessment was not of that
     */
    record ShareOutcome(
            String outcome,
            @Nullable String levelOfUse,
            @Nullable String riskToParenting) implements Act {}

    /** Both services have agreed one plan and begin joint work (HAC-18). */
    record AgreeJointPlan(String plan) implements Act {}

    /**
     * An agency without an account here, such as the parent's GP, has been told, or for a good reason has not (SAL-09).
     *
     * @param whom who was told there; who it would have been, where nobody was
     * @param how in which way; where nobody was told, why
     */
    record TellOutside(boolean told, String whom, String how) implements Act {}

    /** The referrer takes it back and keeps the family. */
    record Withdraw(String reason) implements Act {}

    /** The receiving agency closes it, for a reason (SAL-24). */
    record Close(String reason) implements Act {}

    /** The protocol's word for it. */
    default CaseEvent event() {
        return switch (this) {
            case Acknowledge _ -> CaseEvent.REFERRAL_ACKNOWLEDGED;
            case Send _ -> CaseEvent.REFERRAL_SUBMITTED;
            case Invite _ -> CaseEvent.ASSESSMENT_INVITED;
            case Decide _ -> CaseEvent.REFERRAL_DECIDED;
            case TakeNoFurther _ -> CaseEvent.REFERRAL_NOT_TAKEN_FURTHER;
            case GiveAdvice _ -> CaseEvent.ADVICE_GIVEN;
            case ReportProgress _ -> CaseEvent.REFERRAL_PROGRESSED;
            case Redirect _ -> CaseEvent.REFERRAL_REDIRECTED;
            case AcceptRedirection _ -> CaseEvent.REDIRECTION_ACCEPTED;
            case DeclineRedirection _ -> CaseEvent.REDIRECTION_DECLINED;
            case PutOnWaitingList _ -> CaseEvent.REFERRAL_WAITLISTED;
            case OfferPlace _ -> CaseEvent.PLACE_OFFERED;
            case IndicateHarm _ -> CaseEvent.HARM_INDICATED;
            case CompleteAssessment _ -> CaseEvent.ASSESSMENT_COMPLETED;
            case ShareOutcome _ -> CaseEvent.ASSESSMENT_OUTCOME_SHARED;
            case AgreeJointPlan _ -> CaseEvent.JOINT_PLAN_AGREED;
            case TellOutside _ -> CaseEvent.OUTSIDE_TOLD;
            case Withdraw _ -> CaseEvent.REFERRAL_WITHDRAWN;
            case Close _ -> CaseEvent.REFERRAL_CLOSED;
        };
    }

    /**
     * Whether nothing more is done with this referral afterwards; that has to wait while agencies disagree (SAL-27).
     * Handing it over ends it for those who disagree, and their disagreement would be left with nobody to answer it.
     */
    default boolean closes() {
        return switch (this) {
            case Close _, Withdraw _, TakeNoFurther _, GiveAdvice _, AcceptRedirection _ -> true;
            default -> false;
        };
    }

    /** What was said with it, by name; kept in the story, which only the parties read. */
    default Map<String, String> said() {
        return switch (this) {
            case Acknowledge _, Send _, AcceptRedirection _, CompleteAssessment _ -> Map.of();
            case Invite(Instant appointmentAt, String _) -> Map.of(APPOINTMENT, Story.spoken(appointmentAt));
            case Decide(String decision) -> Map.of("decision", decision);
            case TakeNoFurther(String rationale) -> Map.of("rationale", rationale);
            case GiveAdvice(String advice) -> Map.of("advice", advice);
            case ReportProgress(String progress) -> Map.of("progress", progress);
            case Redirect(Receiver to, String reason, Disclosed _) -> Map.of("to", to.agencyName(), "reason", reason);
            case DeclineRedirection(String reason) -> Map.of("reason", reason);
            case PutOnWaitingList(String words) -> Map.of("words", words);
            case OfferPlace offer -> offered(offer);
            case IndicateHarm(String harm) -> Map.of("harm", harm);
            case ShareOutcome shared -> outcome(shared);
            case AgreeJointPlan(String plan) -> Map.of("plan", plan);
            case TellOutside(boolean told, String whom, String how) ->
                Map.of("told", told ? "yes" : "no", "whom", whom, "how", how);
            case Withdraw(String reason) -> Map.of("reason", reason);
            case Close(String reason) -> Map.of("reason", reason);
        };
    }

    /** Which part of a person's record each of its words tells of; empty where nothing of the family is told. */
    default Map<String, FieldGroup> tells() {
        return switch (this) {
            case Acknowledge _, AcceptRedirection _, CompleteAssessment _, OfferPlace _ -> Map.of();
            case Send send ->
                send.documents().isEmpty()
                        ? Map.of("texts", FieldGroup.CONCERN)
                        : Map.of("texts", FieldGroup.CONCERN, "documents", FieldGroup.ASSESSMENT);
            case Invite _ -> Map.of(APPOINTMENT, FieldGroup.CONCERN);
            case ShareOutcome _ ->
                Map.of(
                        "outcome", FieldGroup.ASSESSMENT,
                        "level-of-use", FieldGroup.HEALTH,
                        "risk-to-parenting", FieldGroup.CONCERN);
            case Decide _,
                    TakeNoFurther _,
                    GiveAdvice _,
                    ReportProgress _,
                    Redirect _,
                    DeclineRedirection _,
                    PutOnWaitingList _,
                    IndicateHarm _,
                    AgreeJointPlan _,
                    TellOutside _,
                    Withdraw _,
                    Close _ ->
                said().keySet().stream().collect(Collectors.toMap(name -> name, _ -> FieldGroup.CONCERN));
        };
    }

    /**
     * Whether it is done in order to tell: then it does not happen where nothing may be told. Anything else happens, and
     * only its words are kept back, since no consent that was taken back stops what protects somebody.
     */
    default boolean isTelling() {
        return switch (this) {
            case Send _, ReportProgress _, ShareOutcome _, Redirect _ -> true;
            default -> false;
        };
    }

    private static Map<String, String> offered(OfferPlace offer) {
        var said = new LinkedHashMap<String, String>();
        if (offer.until() != null) {
            said.put("until", offer.until().toString());
        }
        if (offer.freed()) {
            said.put("because", "A place has become free, and this family has waited longest");
        }
        return said;
    }

    private static Map<String, String> outcome(ShareOutcome shared) {
        var said = new LinkedHashMap<String, String>();
        said.put("outcome", shared.outcome());
        if (shared.levelOfUse() != null) {
            said.put("level-of-use", shared.levelOfUse());
        }
        if (shared.riskToParenting() != null) {
            said.put("risk-to-parenting", shared.riskToParenting());
        }
        return said;
    }
}
