package uk.kinbridge.referral.exchange.web;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads and writes FHIR R4. Its model is heavy: it is built when the first message comes, and only for R4. */
@Component
class Fhir {

    static final MediaType JSON = MediaType.parseMediaType("application/fhir+json");
    static final MediaType XML = MediaType.parseMediaType("application/fhir+xml");

    private static final class Model {
        static final FhirContext R4 = build();

        private static FhirContext build() {
            var context = FhirContext.forR4();
            context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
            context.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
            return context;
        }
    }

    /** What was sent, or why it cannot be read. */
    sealed interface Parsed {
        record Message(Bundle bundle) implements Parsed {}

        record NotReadable(String why) implements Parsed {}
    }

    /** The formats that a body can come in; plain JSON and XML are taken for FHIR's. */
    static Optional<MediaType> formatOf(MediaType type) {
        var subtype = type.getSubtype();
        if (subtype.equals("fhir+json") || subtype.equals("json")) {
            return Optional.of(JSON);
        }
        return subtype.equals("fhir+xml") || subtype.equals("xml") ? Optional.of(XML) : Optional.empty();
    }

    Parsed parse(byte[] body, MediaType format) {
        try {
            IBaseResource read = parser(format).parseResource(new String(body, StandardCharsets.UTF_8));
            return read instanceof Bundle bundle
                    ? new Parsed.Message(bundle)
                    : new Parsed.NotReadable("A Bundle is wanted, not " + read.fhirType() + ".");
        } catch (DataFormatException broken) {
            return new Parsed.NotReadable("It cannot be read as FHIR R4: " + broken.getMessage());
        }
    }

    byte[] write(Resource resource, MediaType format) {
        var written = parser(format).encodeResourceToString(resource);
        // A tabulator in an attribute, where FHIR's XML has all text, is read as a space unless it is escaped.
        var kept = format.equals(XML) ? written.replace("\t", "&#9;") : written;
        return kept.getBytes(StandardCharsets.UTF_8);
    }

    private static IParser parser(MediaType format) {
        var parser = format.equals(XML) ? Model.R4.newXmlParser() : Model.R4.newJsonParser();
        // What is not known would be dropped without a word.
        parser.setParserErrorHandler(new StrictErrorHandler());
        return parser;
    }
}
