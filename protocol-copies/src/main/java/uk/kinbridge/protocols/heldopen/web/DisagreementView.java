package uk.kinbridge.protocols.heldopen.web;

import java.util.List;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** A disagreement that holds a record open, and where it is read and resolved. */
public record DisagreementView(String reference, String href) {

    static List<DisagreementView> of(List<Open> open) {
        return open.stream()
                .map(one -> new DisagreementView(one.reference(), one.link()))
                .toList();
    }

    /** Those that an agency takes part in: it can read no others. */
    public static List<DisagreementView> of(List<Open> open, String agency) {
        return of(open.stream().filter(one -> one.agencies().contains(agency)).toList());
    }
}
