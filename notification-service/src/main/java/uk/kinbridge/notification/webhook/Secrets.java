package uk.kinbridge.notification.webhook;

/** Makes secrets and seals them, so that a copy of the database alone signs nothing. */
public interface Secrets {

    /** A new one, in the form that the other side keeps: {@code whsec_} and Base64. */
    String create();

    String seal(String secret);

    String open(String sealed);
}
