package uk.kinbridge.referral.exchange.web;

/** The words of the messages: those of the standard as published, and ours where it has none. */
final class Terms {

    /** Ours. No term of the standard fits work between agencies that safeguard. */
    static final String OURS = "https://kinbridge.example/fhir/";

    static final String AGENCY = OURS + "Id/agency";
    static final String WORKER = OURS + "Id/worker";
    static final String FAMILY = OURS + "Id/family";
    static final String FAMILY_REFERENCE = OURS + "Id/family-reference";
    static final String MEMBER = OURS + "Id/member";
    static final String REFERENCE = OURS + "Id/referral-reference";
    static final String DECISION = OURS + "Id/sharing-decision";
    static final String SHA_256 = OURS + "Id/sha-256";
    static final String PATHWAYS = OURS + "CodeSystem/pathways";
    static final String ROLES = OURS + "CodeSystem/roles";
    static final String REQUIREMENTS = OURS + "CodeSystem/requirements";
    static final String SITUATION = OURS + "CodeSystem/situation";
    static final String RELATIONSHIPS = OURS + "CodeSystem/relationships";
    static final String CALLS = OURS + "CodeSystem/calls";
    static final String OBLIGATIONS = OURS + "CodeSystem/obligations";
    static final String PROTOCOLS = OURS + "protocols/";
    static final String ANSWERS = OURS + "Questionnaire/answers";
    static final String STATEMENT = OURS + "Questionnaire/statement-on-sharing";
    static final String MEMBER_KIND = OURS + "StructureDefinition/member-kind";
    static final String EXPECTED_ON = OURS + "StructureDefinition/expected-on";
    static final String SUBMITTED_AT = OURS + "StructureDefinition/submitted-at";
    static final String LET_THROUGH = OURS + "StructureDefinition/let-through";
    static final String CONSENT_ANSWER = OURS + "StructureDefinition/consent-answer";

    private static final String NHS = "https://fhir.nhs.uk/";

    static final String EVENTS = NHS + "CodeSystem/message-events-bars";
    static final String REASONS = NHS + "CodeSystem/message-reason-bars";
    static final String CATEGORIES = NHS + "CodeSystem/message-category-servicerequest";
    static final String FLAG_CATEGORIES = NHS + "CodeSystem/flag-categories-bars";
    static final String CONSENT_CATEGORIES = NHS + "CodeSystem/consent-categories-bars";
    static final String HOUSEHOLDS = NHS + "CodeSystem/household-composition-bars";
    static final String NHS_NUMBER = NHS + "Id/nhs-number";
    /** With a small s in the second word, as in every published file. */
    static final String ERROR_CODES = NHS + "Codesystem/http-error-codes";

    static final String REFERRAL_MESSAGE = NHS + "MessageDefinition/bars-message-servicerequest-request-referral";
    static final String CANCEL_MESSAGE = NHS + "MessageDefinition/bars-message-servicerequest-request-cancelled";
    static final String SHORT_RESPONSE = NHS + "MessageDefinition/bars-message-servicerequest-response-referral-short";

    static final String PROFILES = NHS + "StructureDefinition/";
    static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-";

    static final String ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ROLE_CODES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

    /** The versions of the standard that are understood begin with this number. */
    static final int MAJOR_VERSION = 1;

    static final String VERSION = "1.4.0";

    private Terms() {}
}
