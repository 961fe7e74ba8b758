package uk.kinbridge.assessment.news;

/** The record that something is said about, and where it is read at the gateway. */
public record About(String type, String id, String reference, String link) {}
