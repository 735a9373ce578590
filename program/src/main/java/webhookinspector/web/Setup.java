package webhookinspector.web;

import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.webhooks.Linted;

/** What somebody needs to know before a webhook is created. Changes nothing. */
public interface Setup {

  /** Most that a look at names gives. */
  int MOST = 100;

  /** Whether it can work at all: token, receiver, address. Never refuses. */
  List<Condition> conditions();

  /** The workspaces that the token sees. */
  List<Ref> workspaces();

  /**
   * What may be meant by some words, best first.
   *
   * @param type such as {@code project}
   * @param most 1 to {@value #MOST}
   */
  List<Ref> meant(String workspace, String type, String words, int most);

  /** What Asana would say of filters. */
  Linted lint(NewWebhook wanted);
}
