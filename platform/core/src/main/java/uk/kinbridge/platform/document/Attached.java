package uk.kinbridge.platform.document;

/**
 * What a service's own records say: whether a document goes with any of them. A service that takes each document in for
 * one record tells it, so that a document which never got there is taken away.
 */
@FunctionalInterface
public interface Attached {

    boolean isAttached(String document);
}
