package webhookinspector.rest;

import webhookinspector.subscriptions.Refused;
import webhookinspector.world.Edits;
import webhookinspector.world.Item;
import webhookinspector.world.Stories;
import webhookinspector.world.Type;
import webhookinspector.world.World;

/** The calls about stories: comments, and what Asana notes by itself. */
final class StoryCalls {

  private final Lookup lookup;
  private final Paging paging;
  private final Stories stories;
  private final Edits edits;

  StoryCalls(World world, Lookup lookup, Paging paging) {
    this.lookup = lookup;
    this.paging = paging;
    this.stories = new Stories(world);
    this.edits = new Edits(world);
  }

  void addTo(Router router) {
    router.add("POST", "/tasks/{gid}/stories", "stories:write", this::create);
    router.add("GET", "/tasks/{gid}/stories", "stories:read", this::list);
    router.add("GET", "/stories/{gid}", "stories:read", this::show);
    router.add("PUT", "/stories/{gid}", "stories:write", this::update);
    router.add("DELETE", "/stories/{gid}", "stories:write", this::delete);
  }

  private Reply create(Request request) {
    Item task = lookup.inPath(request, Type.TASK);
    String text =
        request
            .text("text")
            .or(() -> request.text("html_text"))
            .orElseThrow(() -> Refused.badRequest("text: Missing input"));
    Item story = stories.comment(task, text, request.caller().user());
    return Reply.created(
        Json.object().set("data", Records.full(story, request.fields())),
        "/stories/" + story.gid());
  }

  private Reply list(Request request) {
    Item task = lookup.inPath(request, Type.TASK);
    return paging.page(
        request,
        task.parts(Type.STORY).toList(),
        story ->
            request.fields().areDefault()
                ? Records.full(story, request.fields()).retain(COMPACT)
                : Records.compact(story, request.fields()));
  }

  private static final java.util.List<String> COMPACT =
      java.util.List.of(
          "gid", "resource_type", "resource_subtype", "created_at", "created_by", "text", "type");

  private Reply show(Request request) {
    return Reply.data(Records.full(lookup.inPath(request, Type.STORY), request.fields()));
  }

  private Reply update(Request request) {
    Form.STORY.change(request, lookup, edits, lookup.inPath(request, Type.STORY));
    return show(request);
  }

  private Reply delete(Request request) {
    edits.delete(lookup.inPath(request, Type.STORY), request.caller().user());
    return Reply.done();
  }
}
