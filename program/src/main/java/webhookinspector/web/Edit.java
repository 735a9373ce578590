package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * What shall be different from the delivery that came.
 *
 * @param body to send instead, or null for the one that came
 * @param sign {@code as-it-came}, {@code own} (with the secret of its inbox) or {@code throw-away}
 *     (with one made for this); null for own where there is a body, else as it came
 */
public record Edit(@Nullable Body body, @Nullable String sign) {}
