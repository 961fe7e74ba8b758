package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;

/** The person whom an agency names to another one as its link (SAL-25). */
public record LinkPractitioner(
        @NotBlank String toAgency, @NotBlank String username) {}
