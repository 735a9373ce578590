package webhookinspector.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who works here. Nobody of these names is meant. */
final class People {

  private static final List<String> FIRST =
      List.of("Ann", "Ben", "Chidi", "Dana", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas");

  private static final List<String> LAST =
      List.of(
          "Keller",
          "Okafor",
          "Lindqvist",
          "Moreau",
          "Demir",
          "Haddad",
          "Whitlock",
          "Sato",
          "Ferreira",
          "Novak");

  private static final int HOW_MANY = 6;

  private People() {}

  /** The first is always an Ann, so that documentation can name her. */
  static List<Item> settle(World world, long seed) {
    var people = new ArrayList<Item>();
    for (int i = 0; i < HOW_MANY; i++) {
      String first = FIRST.get(i);
      String last = LAST.get(Math.floorMod(i + seed - 1, LAST.size()));
      Item user = world.create(Type.USER, null, first + " " + last);
      people.add(describe(world, user, first.toLowerCase(Locale.ROOT) + "@example.com"));
    }
    return List.copyOf(people);
  }

  static Item describe(World world, Item user, String email) {
    return user.with("email", email)
        .with("photo", null)
        .with("workspaces", List.of(world.workspace()))
        .with("custom_fields", List.of());
  }
}
