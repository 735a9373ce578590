package webhookinspector.world;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do with projects, sections and whatever else holds tasks together. */
public final class Projects {

  private static final List<String> COLUMNS = List.of("To do", "Doing", "Done");

  private final World world;

  public Projects(World world) {
    this.world = world;
  }

  /** With three sections. */
  public Item create(String name, Item user) {
    Item project = world.create(Type.PROJECT, null, name);
    String now = Times.text(world.now());
    project
        .with("archived", false)
        .with("color", null)
        .with("icon", null)
        .with("created_at", now)
        .with("current_status", null)
        .with("current_status_update", null)
        .with("custom_field_settings", List.of())
        .with("default_view", "board")
        .with("due_date", null)
        .with("due_on", null)
        .with("html_notes", "<body></body>")
        .with("members", List.of(user))
        .with("modified_at", now)
        .with("notes", "")
        .with("public", true)
        .with("privacy_setting", "public_to_workspace")
        .with("start_on", null)
        .with("default_access_level", "editor")
        .with("minimum_access_level_for_customization", "editor")
        .with("minimum_access_level_for_sharing", "editor")
        .with("custom_fields", List.of())
        .with("completed", false)
        .with("completed_at", null)
        .with("completed_by", null)
        .with("followers", List.of(user))
        .with("owner", user)
        .with("team", world.team())
        .with("permalink_url", "https://app.asana.com/0/" + project.gid() + "/board")
        .with("project_brief", null)
        .with("created_from_template", null)
        .with("workspace", world.workspace());
    world.tell("added", project, world.team(), user);
    COLUMNS.forEach(column -> addSection(project, column, user));
    return project;
  }

  /** Behind the others. */
  public Item addSection(Item project, String name, @Nullable Item user) {
    Item section = world.create(Type.SECTION, null, name).within(project);
    section.with("created_at", Times.text(world.now())).with("project", project);
    project.hold(section);
    world.tell("added", section, project, user);
    return section;
  }

  /** Where new tasks go. */
  public Optional<Item> firstSection(Item project) {
    return project.parts(Type.SECTION).findFirst();
  }

  public Item createTag(String name, @Nullable Item user) {
    Item tag = world.create(Type.TAG, null, name).within(world.workspace());
    tag.with("color", null)
        .with("created_at", Times.text(world.now()))
        .with("followers", List.of())
        .with("notes", "")
        .with("permalink_url", "https://app.asana.com/0/" + tag.gid() + "/list")
        .with("workspace", world.workspace());
    world.tell("added", tag, world.workspace(), user);
    return tag;
  }
}
