package webhookinspector.inspection;

import webhookinspector.trust.Secret;

/**
 * A secret and whose it is.
 *
 * @param inbox the inbox's name
 */
public record KnownSecret(String inbox, Secret secret) {}
