import { filter, fold, follow, rows, select, show, view } from "../model.js";
import { nextTheme } from "./theme.js";

/** What each key does; the help dialog and the palette read this list, so they cannot lag behind. */
export const KEYS = [
  { keys: ["j", "ArrowDown"], says: "Next delivery", run: () => select(view.get().cursor + 1) },
  { keys: ["k", "ArrowUp"], says: "Previous delivery", run: () => select(view.get().cursor - 1) },
  { keys: ["g"], says: "Newest", run: () => (follow(), select(0)) },
  { keys: ["G"], says: "Oldest", run: () => select(rows.size - 1) },
  { keys: ["PageDown"], says: "A page down", run: () => select(view.get().cursor + 20) },
  { keys: ["PageUp"], says: "A page up", run: () => select(view.get().cursor - 20) },
  { keys: ["Enter"], says: "Open the delivery", run: () => select(view.get().cursor, true) },
  { keys: ["Escape"], says: "Close", run: close },
  { keys: ["Tab"], says: "Next control", run: null },
  { keys: ["/", "f"], says: "Filter", run: () => document.querySelector(".filterline input")?.focus() },
  { keys: ["o"], says: "Fold its events open", run: () => withLine(fold) },
  { keys: ["n"], says: "Next rejected", run: () => jump(1) },
  { keys: ["N"], says: "Previous rejected", run: () => jump(-1) },
  { keys: ["e"], says: "Explain", run: () => tab("explain") },
  { keys: ["b"], says: "Body", run: () => tab("body") },
  { keys: ["t"], says: "Everything about its resource", run: () => withLine(timeline) },
  { keys: ["r"], says: "Send it again", run: () => withLine((line) => (show({ d: line.id }, true), view.set({ dialog: "replay" }))) },
  { keys: ["c"], says: "Copy as curl", run: () => tab("code") },
  { keys: ["x"], says: "Theme: by the system, light, dark", run: () => nextTheme() },
  { keys: ["."], says: "Show what is new and follow", run: follow },
  { keys: ["?"], says: "These keys", run: () => view.set({ dialog: "keys" }) },
  { keys: ["Ctrl+k", "Meta+k"], says: "Palette", run: () => view.set({ dialog: "palette" }) },
];

function withLine(act) {
  const line = rows.at(view.get().cursor);
  if (line) act(line);
}

function tab(name) {
  withLine((line) => show({ d: line.id, tab: name }, true));
}

function timeline(line) {
  const gid = line.events[0]?.resource?.gid;
  if (gid) filter(`resource=${gid}`);
}

function jump(step) {
  for (let i = view.get().cursor + step; i >= 0 && i < rows.size; i += step) {
    const line = rows.at(i);
    if (!line) return;
    if (!["authentic", "accepted", "pending"].includes(line.verdict)) {
      select(i);
      return;
    }
  }
}

function close() {
  if (view.get().dialog) view.set({ dialog: "" });
  else if (view.get().d) show({ d: "" });
  else if (view.get().railOpen) view.set({ railOpen: false });
}

export function listenForKeys() {
  const byKey = new Map(KEYS.filter((entry) => entry.run).flatMap((entry) => entry.keys.map((key) => [key, entry])));
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, dialog");
    const chord = `${event.ctrlKey ? "Ctrl+" : ""}${event.metaKey ? "Meta+" : ""}${event.key}`;
    const entry = byKey.get(chord);
    if (!entry || event.altKey || event.defaultPrevented) return;
    if (typing && !event.ctrlKey && !event.metaKey) return;
    const onControl = event.target.closest?.("button, [role=tab], [role=separator], summary, a");
    if (onControl && ["Enter", "ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    entry.run();
  });
}
