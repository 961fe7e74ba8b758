package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.CaseEvent;

/**
 * Something that people do with a referral. Whether it can be done where the referral stands says the pathway; who may
 * do it says {@link ReferralAccess}.
 */
public sealed interface Act {

    /** The protocol's word for it. */
    CaseEvent event();

    /** Whether nothing more is done afterwards; that has to wait while agencies disagree (SAL-27). */
    default boolean closes() {
        return switch (this) {
            case Close _, Withdraw _, TakeNoFurther _, GiveAdvice _ -> true;
            default -> false;
        };
    }

    /** What was said with it, by name; kept in the story, which only the parties read. */
    default Map<String, String> said() {
        return Map.of();
    }

    /** A person of the receiving agency has it and says so (HAC-03, HAC-14, HAC-17, SAL-06). */
    record Acknowledge() implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_ACKNOWLEDGED;
        }
    }

    /** What was agreed in a call is written down and sent (SAL-05, DOR-01). */
    record Send(Map<String, String> texts, List<Attachment> documents) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_SUBMITTED;
        }
    }

    /**
     * The person referred is invited to an assessment (HAC-03).
     *
     * @param appointmentAt when it takes place
     */
    record Invite(Instant appointmentAt, @Nullable String place) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.ASSESSMENT_INVITED;
        }
    }

    /** The receiving agency decides what is to be done (ENG-01). */
    record Decide(String decision) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_DECIDED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("decision", decision);
        }
    }

    /** It is not taken further, for a reason that the referrer gets (SAL-24, HAC-17). */
    record TakeNoFurther(String rationale) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_NOT_TAKEN_FURTHER;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("rationale", rationale);
        }
    }

    /** A talk about the case ended in advice instead of a referral (SAL-15, DOR-03). */
    record GiveAdvice(String advice) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.ADVICE_GIVEN;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("advice", advice);
        }
    }

    /** The referrer is kept informed (SAL-06, FAP-14). */
    record ReportProgress(String progress) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_PROGRESSED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("progress", progress);
        }
    }

    /** It belongs elsewhere: it goes to a named recipient, and who redirects stays responsible (FAP-14). */
    record Redirect(Receiver to, String reason) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_REDIRECTED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("to", to.agencyName(), "reason", reason);
        }
    }

    /** The named recipient takes it; only now the one who redirected is relieved (FAP-14). */
    record AcceptRedirection() implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REDIRECTION_ACCEPTED;
        }
    }

    /** The named recipient does not take it; it stays where it was (FAP-14). */
    record DeclineRedirection(String reason) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REDIRECTION_DECLINED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("reason", reason);
        }
    }

    /** The programme is full: it waits, and is not refused (SAL-19). */
    record PutOnWaitingList(String words) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_WAITLISTED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("words", words);
        }
    }

    /**
     * A place on the programme is offered (SAL-19).
     *
     * @param until when the programme ends for this family; null when it has no end
     */
    record OfferPlace(@Nullable Instant until) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.PLACE_OFFERED;
        }

        @Override
        public Map<String, String> said() {
            return until == null ? Map.of() : Map.of("until", until.toString());
        }
    }

    /** The assessment that it led to shows significant harm (SAL-08). */
    record IndicateHarm(String harm) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.HARM_INDICATED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("harm", harm);
        }
    }

    /** The assessment is finished (ENG-02, HAC-04). */
    record CompleteAssessment() implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.ASSESSMENT_COMPLETED;
        }
    }

    /**
     * The referrer gets the outcome of the assessment in writing (HAC-04, SAL-24).
     *
     * @param levelOfUse as assessed; null where the assessment was not of that
     * @param riskToParenting as assessed; null where the assessment was not of that
     */
    record ShareOutcome(
            String outcome,
            @Nullable String levelOfUse,
            @Nullable String riskToParenting) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.ASSESSMENT_OUTCOME_SHARED;
        }

        @Override
        public Map<String, String> said() {
            var said = new LinkedHashMap<String, String>();
            said.put("outcome", outcome);
            if (levelOfUse != null) {
                said.put("level-of-use", levelOfUse);
            }
            if (riskToParenting != null) {
                said.put("risk-to-parenting", riskToParenting);
            }
            return said;
        }
    }

    /** Both services have agreed one plan and begin joint work (HAC-18). */
    record AgreeJointPlan(String plan) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.JOINT_PLAN_AGREED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("plan", plan);
        }
    }

    /** The referrer takes it back and keeps the family. */
    record Withdraw(String reason) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_WITHDRAWN;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("reason", reason);
        }
    }

    /** The receiving agency closes it, for a reason (SAL-24). */
    record Close(String reason) implements Act {
        @Override
        public CaseEvent event() {
            return CaseEvent.REFERRAL_CLOSED;
        }

        @Override
        public Map<String, String> said() {
            return Map.of("reason", reason);
        }
    }
}
