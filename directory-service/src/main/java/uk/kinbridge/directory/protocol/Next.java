package uk.kinbridge.directory.protocol;

import uk.kinbridge.platform.web.link.Links;

/** What may be done next with a draft. */
final class Next {

    private Next() {}

    static Links stepsOf(Draft draft) {
        String here = "/api/protocols/drafts/" + draft.id();
        Links links = Links.self(here)
                .and("text", here + "/text")
                .and("findings", here + "/findings")
                .and("differences", here + "/differences");
        return switch (draft.state()) {
            case DRAFT ->
                links.when(true, "edit", "PUT", here).when(true, "publication", "POST", here + "/publication");
            case AWAITING_APPROVAL ->
                links.when(true, "approval", "POST", here + "/approval").when(true, "return", "POST", here + "/return");
            case PUBLISHED ->
                links.and("version", "/api/protocols/" + draft.id().replace("@", "/versions/"));
        };
    }
}
