@NullMarked
package uk.kinbridge.gateway.services;

import org.jspecify.annotations.NullMarked;
