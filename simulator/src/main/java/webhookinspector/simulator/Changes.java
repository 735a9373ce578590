package webhookinspector.simulator;

import java.util.List;
import webhookinspector.event.Ref;

/**
 * Changes in the local Asana, made by the first of its people unless {@link #as} says who. Each
 * happens at once and causes the events that Asana would send.
 */
public interface Changes {

  /** The same, made by another user. */
  Changes as(Ref user);

  /** A project with the sections To do, Doing and Done. */
  Ref createProject(String name);

  /** A task in the first section of a project. */
  Ref createTask(Ref project, String name);

  Ref createSubtask(Ref parent, String name);

  Ref createSection(Ref project, String name);

  void rename(Ref item, String name);

  void complete(Ref task);

  void reopen(Ref task);

  Ref comment(Ref task, String text);

  void assign(Ref task, Ref user);

  void unassign(Ref task);

  /**
   * @param date such as {@code 2026-06-30}
   */
  void dueOn(Ref task, String date);

  void follow(Ref task, Ref user);

  /** Into another section of a project that it is in. */
  void move(Ref task, Ref section);

  /** Into one more project. */
  void add(Ref task, Ref project);

  void remove(Ref task, Ref project);

  void delete(Ref item);

  void undelete(Ref item);

  /** The sections of a project, in their order. */
  List<Ref> sections(Ref project);

  /** The tasks of a project that are not deleted, in their order. */
  List<Ref> tasks(Ref project);
}
