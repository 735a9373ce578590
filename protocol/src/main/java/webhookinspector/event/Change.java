package webhookinspector.event;

import org.jspecify.annotations.Nullable;

/**
 * What changed inside a resource. Values are there only when they are Asana resources themselves: a
 * new name, date or text is never sent (events reference).
 *
 * @param field such as {@code due_on}; "" where an odd body leaves it out
 * @param action {@code changed}, {@code added} or {@code removed}: of the field, not of the
 *     resource
 * @param newValue with {@code changed}, such as the new assignee; null when unset or not a resource
 * @param addedValue with {@code added}, such as a follower
 * @param removedValue with {@code removed}
 */
public record Change(
    String field,
    String action,
    @Nullable Ref newValue,
    @Nullable Ref addedValue,
    @Nullable Ref removedValue) {}
