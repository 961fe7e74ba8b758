package uk.kinbridge.escalation.disagreement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.Discussion;
import uk.kinbridge.escalation.disagreement.Happening;
import uk.kinbridge.escalation.disagreement.Inquiry;
import uk.kinbridge.escalation.disagreement.Matter;
import uk.kinbridge.escalation.disagreement.Note;
import uk.kinbridge.escalation.disagreement.Party;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.escalation.disagreement.Proposal;
import uk.kinbridge.escalation.disagreement.Resolution;
import uk.kinbridge.escalation.disagreement.Rules;
import uk.kinbridge.escalation.disagreement.Seat;
import uk.kinbridge.escalation.disagreement.Stage;
import uk.kinbridge.escalation.disagreement.Step;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Telephone;

/**
 * A disagreement as both sides see it.
 *
 * @param callFirst whom to call before anything else; first of all when it is there
 * @param holds what goes on while it is open
 * @param spokenForBy who says whether it is resolved: the one who raised it, unless that voice was handed over
 * @param notes those of the caller's own agency only
 */
record DisagreementView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CallFirst callFirst,
        String id,
        String reference,
        Stage stage,
        String holds,
        Pinned protocol,
        String area,
        List<String> obligations,
        Matter matter,
        Party raising,
        Party answering,
        Actor raisedBy,
        Actor spokenForBy,
        List<RungView> ladder,
        List<Step> steps,
        List<Seat> owing,
        List<Discussion> discussions,
        @Nullable Proposal proposal,
        @Nullable Resolution resolution,
        List<OfferView> offers,
        List<Inquiry> inquiries,
        List<Note> notes,
        List<ClockView> clocks,
        List<Happening> history,
        Links _links) {

    private static final String HOLDS = "While this disagreement is open the protection that was there goes on: nothing"
            + " about it is closed, and nothing lapses. Challenge is normal and safe; only the person who raised it, or"
            + " speaks for them, says whether it is resolved.";
    private static final String OVER =
            "It is resolved. What was agreed, and who does what by when, stands in 'resolution'; each of it has a clock.";

    /** Whom to call before anything else (ENG-07, SAL-27). */
    record CallFirst(String words, String name, List<String> telephones, List<String> obligations) {
        static @Nullable CallFirst of(Disagreement d, Rules rules) {
            if (!d.isOpen() || !d.matter().isUrgent()) {
                return null;
            }
            var words = rules.isForThePolice(d.matter().risks())
                    ? "Call the police now, before anything else."
                    : "Is the child in immediate danger, or home alone? Then call the police now, before anything else.";
            return rules.callFirst().map(contact -> of(contact, words)).orElse(null);
        }

        private static CallFirst of(Contact contact, String words) {
            return new CallFirst(
                    words,
                    contact.name(),
                    contact.telephones().stream().map(Telephone::value).toList(),
                    contact.obligations().stream().map(ObligationId::value).toList());
        }
    }

    /** A rung as the protocol has it. */
    record RungView(int level, String words, @Nullable String within, String basis, List<String> obligations) {
        static List<RungView> of(Rules rules) {
            return rules.ladder().rungs().stream()
                    .map(rung -> new RungView(
                            rung.level(),
                            rung.words(),
                            rung.within() == null ? null : String.valueOf(rung.within()),
                            rung.basis().word(),
                            rung.obligations().stream().map(ObligationId::value).toList()))
                    .toList();
        }
    }

    /** What can be asked for beside the rungs. */
    record OfferView(String kind, String words, List<String> questions) {
        static List<OfferView> of(Rules rules) {
            return rules.ladder().guidance().stream()
                    .map(offer -> new OfferView(offer.id().value(), offer.words(), offer.questions()))
                    .toList();
        }
    }

    /** A rung's clock; {@code state} is computed from the due time and the present. */
    record ClockView(
            String kind,
            List<String> obligations,
            Owner owner,
            ClockState state,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant warnAt,
            @Nullable Instant metAt,
            @Nullable Instant breachedAt,
            String calendar,
            String explanation) {
        static ClockView of(Clock c, Instant now) {
            return new ClockView(
                    c.kind(),
                    c.obligations(),
                    c.owner(),
                    c.stateAt(now),
                    c.startedAt(),
                    c.dueAt(),
                    c.warnAt(),
                    c.metAt(),
                    c.breachedAt(),
                    c.calendar(),
                    c.explanation());
        }
    }

    static DisagreementView of(Disagreement d, Rules rules, Caller caller, Instant now) {
        return new DisagreementView(
                CallFirst.of(d, rules),
                d.id(),
                d.reference(),
                d.stage(),
                d.isOpen() ? HOLDS : OVER,
                d.protocol(),
                d.area(),
                rules.obligations(),
                d.matter(),
                d.sides().raising(),
                d.sides().answering(),
                d.sides().raisedBy(),
                d.sides().speaker(),
                RungView.of(rules),
                d.steps(),
                d.owing(),
                d.discussions(),
                d.proposal(),
                d.resolution(),
                OfferView.of(rules),
                d.inquiries(),
                d.notes().stream()
                        .filter(note -> caller.worksFor(note.by().agency()))
                        .toList(),
                d.clocks().stream().map(c -> ClockView.of(c, now)).toList(),
                d.history(),
                NextActs.of(d, rules, caller));
    }
}
