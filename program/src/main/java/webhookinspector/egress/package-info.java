/**
 * The one way out to targets that a user names: which addresses may be reached, and a copy of a
 * delivery sent there byte for byte. Asana's own API is reached through {@code asana}; everything
 * else only through here.
 */
@NullMarked
package webhookinspector.egress;

import org.jspecify.annotations.NullMarked;
