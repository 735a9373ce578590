import { fold, follow, rows, select, show, view } from "../model.js";
import { isRejected } from "../data/counts.js";
import { mark, pin } from "../marks.js";
import { nextTheme } from "./theme.js";
import { close as closeDialog } from "./dialog.js";

/** What each key does; the help dialog, the palette and docs/page.md read this list, so they cannot lag behind. */
export const KEYS = [
  { keys: ["j", "ArrowDown"], says: "Next delivery", run: () => select(view.get().cursor + 1) },
  { keys: ["k", "ArrowUp"], says: "Previous delivery", run: () => select(view.get().cursor - 1) },
  { keys: ["g", "Home"], says: "Newest", run: () => (follow(), select(0)) },
  { keys: ["G", "End"], says: "Oldest", run: () => select(rows.size - 1) },
  { keys: ["PageDown"], says: "A page down", run: () => select(view.get().cursor + 20) },
  { keys: ["PageUp"], says: "A page up", run: () => select(view.get().cursor - 20) },
  { keys: ["Enter"], says: "Open the delivery", run: () => select(view.get().cursor, true) },
  { keys: ["Escape"], says: "Close", run: close },
  { keys: ["Tab"], says: "Next control", run: null },
  { keys: ["/", "f"], says: "Filter", run: () => document.querySelector(".filterline input")?.focus() },
  { keys: ["n"], says: "Next rejected", run: () => jump(1) },
  { keys: ["N"], says: "Previous rejected", run: () => jump(-1) },
  { keys: ["."], says: "Show what is new and follow", run: follow },
  { keys: ["o"], says: "Fold its events open", run: () => withLine(fold) },
  { keys: ["e"], says: "Explain", run: () => tab("explain") },
  { keys: ["b"], says: "Body", run: () => tab("body") },
  { keys: ["t"], says: "Timeline of its resource", run: () => tab("timeline") },
  { keys: ["d"], says: "What differs from the one before, or the marked one", run: diff },
  { keys: ["a"], says: "Where it was sent", run: () => tab("attempts") },
  { keys: ["r"], says: "Replay it, or all that is marked", run: () => (view.get().marked.size ? view.set({ dialog: "replay-many" }) : opened("replay")) },
  { keys: ["R"], says: "Edit it, then replay", run: () => opened("replay-edited") },
  { keys: ["m"], says: "Mark it", run: () => withLine((line) => (mark(line), select(view.get().cursor + 1))) },
  { keys: ["p"], says: "Pin it, or let it go", run: () => withLine((line) => pin([line])) },
  { keys: ["w"], says: "Write a note on it", run: () => opened("note") },
  { keys: ["c"], says: "Copy as curl", run: () => withLine(async (line) => (await import("../detail/copy.js")).copyAsCurl(line)) },
  { keys: ["x"], says: "Export what is marked, or what the filter lets through", run: () => view.set({ dialog: "export" }) },
  { keys: ["A"], says: "Answer Asana on purpose", run: () => view.set({ dialog: "answers" }) },
  { keys: ["+"], says: "Create a webhook", run: () => view.set({ dialog: "wizard" }) },
  { keys: ["s"], says: "Simulator, while one runs", run: () => view.get().simulator && show({ v: "simulator", d: "" }, true) },
  { keys: ["v"], says: "Overview", run: () => show({ v: "overview" }, true) },
  { keys: ["T"], says: "Theme: by the system, light, dark", run: () => nextTheme() },
  { keys: ["?"], says: "These keys", run: () => view.set({ dialog: "keys" }) },
  { keys: ["Ctrl+k", "Meta+k"], says: "Palette", run: () => view.set({ dialog: "palette" }) },
];

export const shown = (key) => ({ ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp", "Meta+k": "⌘ K" })[key] ?? key.replace("+k", " K");

function withLine(act) {
  const line = rows.at(view.get().cursor);
  if (line) act(line);
}

function tab(name) {
  withLine((line) => show({ d: line.id, tab: name }, true));
}

/** A dialog about the delivery under the cursor, which is opened for it. */
function opened(dialog) {
  withLine((line) => {
    if (line.type === "handshake" && dialog !== "note") return;
    show({ d: line.id }, true);
    view.set({ dialog });
  });
}

/** With the only other one that is marked, else with the one before about the same resource. */
function diff() {
  withLine((line) => {
    const others = [...view.get().marked.keys()].filter((id) => id !== line.id);
    show({ d: line.id, tab: "diff", o: others.length === 1 ? others[0] : "" }, true);
  });
}

/** Looks on through pages that are not here yet. */
async function jump(step) {
  for (let i = view.get().cursor + step; i >= 0 && i < rows.size; i += step) {
    const line = rows.at(i) ?? (await rows.wait(i));
    if (!line) return;
    if (isRejected(line)) {
      select(i);
      return;
    }
  }
}

function close() {
  if (view.get().dialog) closeDialog();
  else if (view.get().d) show({ d: "" });
  else if (view.get().v) show({ v: "" });
  else if (view.get().railOpen) view.set({ railOpen: false });
}

export function listenForKeys() {
  const byKey = new Map(KEYS.filter((entry) => entry.run).flatMap((entry) => entry.keys.map((key) => [key, entry])));
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, dialog");
    const chord = `${event.ctrlKey ? "Ctrl+" : ""}${event.metaKey ? "Meta+" : ""}${event.key}`;
    const entry = byKey.get(chord);
    if (!entry || event.altKey || event.defaultPrevented) return;
    if (view.get().dialog && !typing && event.key !== "Escape") return; // it is on its way, and what is typed is for it
    if (typing && !event.ctrlKey && !event.metaKey) return;
    const onControl = event.target.closest?.("button, [role=tab], [role=separator], summary, a");
    if (onControl && ["Enter", "ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    entry.run();
  });
}
