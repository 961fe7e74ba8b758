@org.jspecify.annotations.NullMarked
package uk.kinbridge.protocols.chasing;
