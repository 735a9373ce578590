package webhookinspector.inspection;

import java.util.Map;

/** Asana's field and story names in the words that people use. Unknown ones are spelt out. */
final class Phrases {

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("due_on", "due date"),
          Map.entry("due_at", "due time"),
          Map.entry("start_on", "start date"),
          Map.entry("start_at", "start time"),
          Map.entry("notes", "description"),
          Map.entry("html_notes", "description"),
          Map.entry("completed_at", "completion time"),
          Map.entry("approval_status", "approval"),
          Map.entry("custom_fields", "custom fields"),
          Map.entry("num_likes", "likes"),
          Map.entry("num_hearts", "likes"),
          Map.entry("resource_subtype", "kind"),
          Map.entry("current_status_update", "status"),
          Map.entry("html_text", "text"));

  /** Behind "noted on task …: ". Subtypes as in the stories reference. */
  private static final Map<String, String> STORIES =
      Map.ofEntries(
          Map.entry("marked_complete", "marked complete"),
          Map.entry("marked_incomplete", "marked incomplete"),
          Map.entry("section_changed", "moved to another section"),
          Map.entry("name_changed", "renamed"),
          Map.entry("notes_changed", "description changed"),
          Map.entry("due_date_changed", "due date changed"),
          Map.entry("added_to_project", "added to a project"),
          Map.entry("removed_from_project", "removed from a project"),
          Map.entry("added_to_task", "made a subtask"),
          Map.entry("attachment_added", "file attached"),
          Map.entry("mentioned", "mentioned elsewhere"));

  private Phrases() {}

  /** {@code due date} for {@code due_on}. */
  static String field(String field) {
    String known = FIELDS.get(field);
    return known == null ? spelt(field) : known;
  }

  /** {@code moved to another section} for {@code section_changed}. */
  static String story(String subtype) {
    String known = STORIES.get(subtype);
    return known == null ? spelt(subtype) : known;
  }

  /** Any name of Asana's: words instead of underscores, and not without end. */
  static String spelt(String name) {
    return Mention.cut(name.replace('_', ' ').strip(), 60);
  }
}
