import { html } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { KEYS, shown } from "./keys.js";
import { Dialog } from "./dialog.js";
import { NoteForm } from "./note.js";
import { Palette } from "./palette.js";
import { Wizard } from "../setup/wizard.js";
import { Replay } from "../replay/replay.js";
import { ReplayMany } from "../replay/replay-many.js";

const DIALOGS = {
  keys: () => html`<${Dialog} title="Keys" className="wide"><${Keys} /><//>`,
  note: () => html`<${Dialog} title="Note"><${NoteForm} /><//>`,
  replay: () => html`<${Dialog} title="Replay"><${Replay} edit=${false} /><//>`,
  "replay-edited": () => html`<${Dialog} title="Edit, then replay" className="wide"><${Replay} edit=${true} /><//>`,
  "replay-many": () => html`<${Dialog} title="Replay several"><${ReplayMany} /><//>`,
  wizard: () => html`<${Dialog} title="Create webhook" className="wide"><${Wizard} /><//>`,
  palette: () => html`<${Palette} />`,
};

export function Dialogs() {
  const dialog = useStore(view, (state) => state.dialog);
  return DIALOGS[dialog]?.() ?? null;
}

function Keys() {
  return html`<div class="keys">
    ${KEYS.map((entry) => html`<div key=${entry.says}><span>${entry.says}</span><span>${entry.keys.slice(0, 2).map((key) => html`<kbd key=${key}>${shown(key)}</kbd> `)}</span></div>`)}
  </div>`;
}
