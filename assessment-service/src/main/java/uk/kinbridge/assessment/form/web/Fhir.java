package uk.kinbridge.assessment.form.web;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import org.hl7.fhir.r4.model.Resource;

/** Writes FHIR R4. Its model is heavy: it is built when somebody first asks for it. */
final class Fhir {

    static final String JSON = "application/fhir+json";

    private Fhir() {}

    private static final class Model {
        static final FhirContext R4 = build();

        private static FhirContext build() {
            var context = FhirContext.forR4();
            context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
            return context;
        }
    }

    static FhirContext r4() {
        return Model.R4;
    }

    static String json(Resource resource) {
        return Model.R4.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
    }
}
