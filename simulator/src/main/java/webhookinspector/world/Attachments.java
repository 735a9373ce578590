package webhookinspector.world;

import org.jspecify.annotations.Nullable;

/** Files and links on tasks. Their bytes are not kept: no event speaks of them. */
public final class Attachments {

  private final World world;
  private final Stories stories;

  public Attachments(World world) {
    this.world = world;
    this.stories = new Stories(world);
  }

  /**
   * A story tells of it; the attachment itself causes events only when it is deleted or restored
   * (webhooks guide).
   *
   * @param subtype {@code asana} for a file, {@code external} for a link
   */
  public Item attach(Item task, String name, String subtype, @Nullable String url, Item user) {
    Item attachment = world.create(Type.ATTACHMENT, subtype, name).within(task);
    attachment
        .with("created_at", Times.text(world.now()))
        .with("download_url", null)
        .with("host", subtype)
        .with("parent", task)
        .with(
            "permanent_url",
            "https://app.asana.com/app/asana/-/get_asset?asset_id=" + attachment.gid())
        .with("view_url", url);
    task.hold(attachment);
    stories.add(task, "attachment_added", "attached " + name, user);
    return attachment;
  }
}
