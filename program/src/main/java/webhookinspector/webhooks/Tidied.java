package webhookinspector.webhooks;

import webhookinspector.inbox.InboxName;

/**
 * What became of something that an earlier run, or this one, left behind.
 *
 * @param done whether nothing is left to do; otherwise the sentence says what to type
 * @param sentence for a person
 */
public record Tidied(InboxName inbox, boolean done, String sentence) {}
