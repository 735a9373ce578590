package webhookinspector.webhooks;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.InboxName;

/**
 * A webhook that is no more.
 *
 * @param wasThere false when Asana had none of that gid (any more)
 * @param inbox the inbox that was closed with it, or null when we had not created it
 */
public record Deleted(String gid, boolean wasThere, @Nullable InboxName inbox) {}
