@NullMarked
package uk.kinbridge.gateway.wrong.services;

import org.jspecify.annotations.NullMarked;
