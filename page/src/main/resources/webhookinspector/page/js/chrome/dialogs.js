import { html, useEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { KEYS } from "./keys.js";
import { Replay } from "./replay.js";
import { Text, exactly, timeOf } from "../words/text.js";

export function Dialogs() {
  const dialog = useStore(view, (state) => state.dialog);
  if (dialog === "keys") return html`<${Dialog} title="Keys"><${Keys} /><//>`;
  if (dialog === "alerts") return html`<${Dialog} title="Alerts"><${Alerts} /><//>`;
  if (dialog === "replay") return html`<${Dialog} title="Replay"><${Replay} /><//>`;
  if (dialog === "palette") return html`<${Palette} />`;
  return null;
}

const close = () => view.set({ dialog: "" });

function Dialog({ title, className = "", children }) {
  const self = useRef(null);
  useEffect(() => self.current.showModal(), []);
  const outside = (event) => event.target === self.current && close();
  return html`<dialog ref=${self} class=${className} aria-label=${title} onClose=${close} onClick=${outside}>
    ${className ? children : html`<div class="in"><h1>${title}</h1>${children}</div>`}
  </dialog>`;
}

const shown = (key) => ({ ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp" })[key] ?? key.replace("+", " ");

function Keys() {
  return html`<div class="keys">
    ${KEYS.map((entry) => html`<div key=${entry.says}><span>${entry.says}</span><span>${entry.keys.slice(0, 2).map((key) => html`<kbd>${shown(key)}</kbd> `)}</span></div>`)}
  </div>`;
}

function Alerts() {
  const alerts = useStore(view, (state) => state.alerts);
  if (alerts.length === 0) return html`<p>Nothing that you should know.</p>`;
  return html`<div class="cards">
    ${alerts.map((alert, i) => html`<div class="ev" key=${i}>
      <div class="s"><${Text}>${alert.message}<//></div>
      <div class="m"><time title=${exactly(alert.at)}>${timeOf(alert.at)}</time><span>${alert.topic}</span>${alert.inbox && html`<span>${alert.inbox}</span>`}</div>
    </div>`)}
  </div>`;
}

function Palette() {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = KEYS.filter((entry) => entry.run && entry.says.toLowerCase().includes(text.toLowerCase()));
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
    <input type="text" autofocus placeholder="What do you want to do" aria-label="Command" value=${text} onKeyDown=${onKey}
      onInput=${(event) => (setText(event.target.value), setAt(0))} />
    <ul role="listbox" aria-label="Commands">
      ${found.map((entry, i) => html`<li key=${entry.says} role="option" aria-selected=${String(i === at)} onClick=${() => run(entry)}><span>${entry.says}</span><kbd>${shown(entry.keys[0])}</kbd></li>`)}
    </ul>
  <//>`;
}
