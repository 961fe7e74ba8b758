package uk.kinbridge.referral.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.security.Caller;

/** Finds the uploaded documents that go with a referral. */
record Enclosures(Documents documents) {

    /**
     * The attachments of those enclosures.
     *
     * @param unknown gets a line for every document that the caller's agency has not uploaded
     */
    List<Attachment> of(List<SubmitReferral.Enclosure> enclosures, Caller caller, Map<String, String> unknown) {
        var attachments = new ArrayList<Attachment>();
        for (int i = 0; i < enclosures.size(); i++) {
            var enclosure = enclosures.get(i);
            var document = documents.find(enclosure.documentId()).filter(d -> caller.worksFor(d.agency()));
            if (document.isEmpty()) {
                unknown.put("documents[" + i + "].documentId", "Your agency has uploaded no such document.");
            } else {
                var found = document.get();
                attachments.add(new Attachment(
                        enclosure.item(), found.id(), found.name(), found.mediaType(), found.bytes(), found.sha256()));
            }
        }
        return attachments;
    }
}
