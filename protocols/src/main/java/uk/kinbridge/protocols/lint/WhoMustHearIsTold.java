package uk.kinbridge.protocols.lint;

import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.MustHear;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.Side;

/** What happens to a referral is told to every agency that waits for it or has to act on it, in every case (ENG-19). */
final class WhoMustHearIsTold implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Pathway pathway : subject.own().pathways()) {
            Pathway whole = subject.woven(pathway);
            for (CaseEvent event : whole.told()) {
                for (Side side : MustHear.of(event, whole)) {
                    if (!whole.tells(side, event)) {
                        findings.add(
                                pathway,
                                "On this pathway '%s' can happen, but no notice tells the side '%s' of it in every case."
                                        .formatted(event.word(), side.word()));
                    }
                }
            }
        }
    }
}
