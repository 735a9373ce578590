package webhookinspector.webhooks;

import java.text.Normalizer;
import java.util.Locale;
import webhookinspector.event.Ref;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Registry;

/** What an inbox is called: after the resource, so that people recognise it. */
final class Names {

  /** Leaves room for a number behind it. */
  private static final int MAX_LENGTH = 48;

  private Names() {}

  /** A name that no inbox has. */
  static InboxName free(Ref resource, Registry registry) {
    String stem = stem(resource);
    InboxName name = new InboxName(stem);
    for (int i = 2; registry.find(name).isPresent(); i++) {
      name = new InboxName(stem + "-" + i);
    }
    return name;
  }

  private static String stem(Ref resource) {
    String plain =
        Normalizer.normalize(String.valueOf(resource.name()), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceFirst("^-", "");
    String cut = plain.substring(0, Math.min(MAX_LENGTH, plain.length())).replaceFirst("-$", "");
    return resource.name() == null || cut.isEmpty()
        ? resource.type().orElse("resource").replaceAll("[^a-z0-9]+", "-") + "-" + resource.gid()
        : cut;
  }
}
