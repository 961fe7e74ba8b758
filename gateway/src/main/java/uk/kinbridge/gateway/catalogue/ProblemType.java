package uk.kinbridge.gateway.catalogue;

import java.util.List;

/** One documented type of problem and who answers with it. */
record ProblemType(String type, String title, int status, String description, List<String> answeredBy) {

    String slug() {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
