package uk.kinbridge.referral.document;

import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.FamilyAccess;

/** Who may do what with an uploaded document. */
public final class DocumentAccess {

    private DocumentAccess() {}

    /** Those who work with families upload. */
    public static AccessDecision upload(Caller caller) {
        return FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Documents are uploaded by those who work with families.");
    }

    /**
     * The agency that uploaded it, and the parties of a referral that carries it.
     *
     * @param carried whether a referral that carries it has the caller's agency as party
     * @param hidden whether it goes with a referral about a family of which somebody is protected from the caller: what
     *     it says of her whereabouts nobody can tell, and whoever uploaded it knows it already
     */
    public static AccessDecision read(Caller caller, StoredDocument document, boolean carried, boolean hidden) {
        boolean party = caller.worksFor(document.agency()) || carried;
        boolean shielded = hidden && !document.uploadedBy().equals(caller.subject());
        return party && !shielded && FamilyAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }
}
