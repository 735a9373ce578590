package webhookinspector.junit;

import java.io.Serial;

/** What happened at the local Asana, hung to the failure of a test so that its report shows it. */
public final class AsanaStory extends Exception {

  @Serial private static final long serialVersionUID = 1;

  AsanaStory(String story) {
    super(story, null, false, false); // where it was made says nothing
  }
}
