/** The exchange as HL7 FHIR R4 messages in the shape of the NHS booking and referral standard. */
@NullMarked
package uk.kinbridge.referral.exchange.web;

import org.jspecify.annotations.NullMarked;
