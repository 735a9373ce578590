package webhookinspector.rest;

import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Attachments;
import webhookinspector.world.Item;
import webhookinspector.world.Stories;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about what hangs on tasks: stories and attachments. */
final class StoryCalls {

  private final Items items;
  private final Stories stories;
  private final Attachments attachments;

  StoryCalls(World world, Items items) {
    this.items = items;
    this.stories = new Stories(world);
    this.attachments = new Attachments(world);
  }

  void add() {
    items.keep(Type.STORY, "stories", Form.STORY);
    items.create("/tasks/{gid}/stories", "stories", this::comment);
    items.listOf("/tasks/{gid}/stories", Type.TASK, "stories", task -> task.parts(Type.STORY));
    items.show(Type.ATTACHMENT, "attachments");
    items.delete(
        Type.ATTACHMENT,
        "attachments",
        (request, item) -> items.edits().delete(item, request.caller().user()));
    items.create("/attachments", "attachments", this::attach);
    items.create("/tasks/{gid}/attachments", "attachments", this::attachToTaskInPath);
    items.listOf(
        "/tasks/{gid}/attachments", Type.TASK, "attachments", task -> task.parts(Type.ATTACHMENT));
    items.list(
        "/attachments",
        "attachments",
        request -> items.lookup().inInput(request, Type.TASK, "parent").parts(Type.ATTACHMENT));
  }

  private Item comment(Request request) {
    Item task = items.lookup().inPath(request, Type.TASK);
    String text =
        request
            .text("text")
            .or(() -> request.text("html_text"))
            .orElseThrow(() -> Refused.badRequest("text: Missing input"));
    return stories.comment(task, text, request.caller().user());
  }

  private Item attach(Request request) {
    return attach(request, items.lookup().inInput(request, Type.TASK, "parent"));
  }

  private Item attachToTaskInPath(Request request) {
    return attach(request, items.lookup().inPath(request, Type.TASK));
  }

  private Item attach(Request request, Item task) {
    String url = request.text("url").orElse(null);
    String name =
        request.text("name").or(() -> request.text("file")).orElse(url == null ? "file" : url);
    String subtype = url == null ? "asana" : "external";
    return attachments.attach(task, name, subtype, url, request.caller().user());
  }
}
