import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, show, view } from "../model.js";
import { LISTS } from "../data/counts.js";
import { VIEWS } from "../views.js";
import { Dialog, close } from "./dialog.js";
import { KEYS, shown } from "./keys.js";

/** Everything that can be done, by its name. */
export function Palette() {
  const saved = useStore(view, (state) => state.saved);
  const inboxes = useStore(view, (state) => state.inboxes);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = entries(saved, inboxes).filter((entry) => matches(entry.says, text)).slice(0, 40);
  const run = (entry) => {
    close();
    entry?.run();
  };
  const onKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter") run(found[at]);
    else return;
    event.preventDefault();
  };
  return html`<${Dialog} title="Palette" className="palette">
    <input type="text" autofocus placeholder="What do you want to do" aria-label="Command" role="combobox" aria-expanded="true" aria-controls="commands" aria-activedescendant=${`command-${at}`}
      value=${text} onKeyDown=${onKey} onInput=${(event) => (setText(event.target.value), setAt(0))} />
    <ul id="commands" role="listbox" aria-label="Commands" tabindex="-1">
      ${found.map((entry, i) => html`<li key=${entry.says} id=${`command-${i}`} role="option" aria-selected=${String(i === at)} ref=${(node) => i === at && node?.scrollIntoView?.({ block: "nearest" })} onClick=${() => run(entry)}><span>${entry.says}</span>${entry.keys && html`<kbd>${shown(entry.keys[0])}</kbd>`}</li>`)}
      ${found.length === 0 && html`<li class="quiet">Nothing is called that.</li>`}
    </ul>
  <//>`;
}

function entries(saved, inboxes) {
  const go = (q) => () => filter(q, { v: "" });
  return [
    ...KEYS.filter((entry) => entry.run),
    ...VIEWS.map((one) => ({ says: `View: ${one.label}`, run: () => show({ v: one.name }, true) })),
    ...LISTS.map((list) => ({ says: `List: ${list.label}`, run: go(list.q) })),
    ...inboxes.map((inbox) => ({ says: `Webhook: ${inbox.name}`, run: go(`inbox=${inbox.name}`) })),
    ...saved.map((one) => ({ says: `Saved filter: ${one.name}`, run: go(one.filter) })),
  ];
}

/* Every word of the text stands in it somewhere. */
const matches = (says, text) => text.toLowerCase().split(/\s+/).every((word) => says.toLowerCase().includes(word));
