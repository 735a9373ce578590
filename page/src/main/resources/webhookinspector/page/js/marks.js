import { api } from "./data/api.js";
import { recount, rows, say, view } from "./model.js";

/** Marks are of this tab: a set to be replayed, exported or pinned together. */
export function mark(line) {
  const marked = new Map(view.get().marked);
  if (!marked.delete(line.id)) marked.set(line.id, line);
  view.set({ marked });
}

export const clearMarks = () => view.set({ marked: new Map() });

/** Pins all if one of them is not pinned, else lets all go. */
export async function pin(lines) {
  const pinning = lines.some((line) => !line.pinned);
  try {
    for (const line of lines) await (pinning ? api.pin(line.id) : api.unpin(line.id)).then(({ delivery }) => changed(delivery));
    recount("pinned");
    say(pinning ? "Pinned: neither retention nor the quarantine removes it" : "Let go");
  } catch (problem) {
    say(problem.message);
  }
}

/** @throws ApiError when it is too long */
export async function note(line, text) {
  const { delivery } = await api.note(line.id, text);
  changed(delivery);
  say(delivery.note ? "Noted" : "The note is gone");
}

/** The feed tells of it as well; whoever did it sees it at once. */
function changed(line) {
  rows.arrive([line]);
  const marked = view.get().marked;
  if (marked.has(line.id)) view.set({ marked: new Map(marked).set(line.id, line) });
}
