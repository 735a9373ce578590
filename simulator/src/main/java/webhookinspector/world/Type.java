package webhookinspector.world;

import java.util.Locale;
import java.util.Optional;

/** What a thing in the local Asana can be. */
public enum Type {
  WORKSPACE,
  TEAM,
  USER,
  PROJECT,
  SECTION,
  TASK,
  STORY,
  TAG,
  ATTACHMENT,
  PORTFOLIO,
  GOAL,
  PROJECT_MEMBERSHIP,
  TEAM_MEMBERSHIP,
  WORKSPACE_MEMBERSHIP;

  /** As in {@code resource_type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that {@code resource_type}. */
  public static Optional<Type> of(String word) {
    for (Type type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
