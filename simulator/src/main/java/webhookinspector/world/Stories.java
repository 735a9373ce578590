package webhookinspector.world;

import org.jspecify.annotations.Nullable;

/** Comments, and what Asana notes of a task by itself. */
public final class Stories {

  private final World world;

  public Stories(World world) {
    this.world = world;
  }

  /** One {@code added} event of subtype {@code comment_added}. */
  public Item comment(Item task, String text, @Nullable Item user) {
    return add(task, "comment_added", text, user);
  }

  Item add(Item task, String subtype, String text, @Nullable Item user) {
    boolean comment = subtype.equals("comment_added");
    Item story = world.create(Type.STORY, subtype, "").within(task);
    story
        .with("created_at", Times.text(world.now()))
        .with("created_by", user)
        .with("type", comment ? "comment" : "system")
        .with("text", text)
        .with("html_text", "<body>" + escaped(text) + "</body>")
        .with("is_pinned", false)
        .with("target", task);
    task.hold(story);
    world.tell("added", story, task, user);
    return story;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
