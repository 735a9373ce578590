import { html } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { lazy } from "../lazy.js";
import { KEYS, shown } from "./keys.js";
import { Dialog } from "./dialog.js";
import { Palette } from "./palette.js";

const Note = lazy(() => import("./note.js").then((part) => part.NoteForm));
const Replay = lazy(() => import("../replay/replay.js").then((part) => part.Replay));
const ReplayMany = lazy(() => import("../replay/replay-many.js").then((part) => part.ReplayMany));
const Export = lazy(() => import("./export.js").then((part) => part.Export));
const Answers = lazy(() => import("../send/answers.js").then((part) => part.Answers));
const Wizard = lazy(() => import("../setup/wizard.js").then((part) => part.Wizard));

const DIALOGS = {
  keys: () => html`<${Dialog} title="Keys" className="wide"><${Keys} /><//>`,
  note: () => html`<${Dialog} title="Note"><${Note} /><//>`,
  replay: () => html`<${Dialog} title="Replay"><${Replay} edit=${false} /><//>`,
  "replay-edited": () => html`<${Dialog} title="Edit, then replay" className="wide"><${Replay} edit=${true} /><//>`,
  "replay-many": () => html`<${Dialog} title="Replay several"><${ReplayMany} /><//>`,
  export: () => html`<${Dialog} title="Export"><${Export} /><//>`,
  answers: () => html`<${Dialog} title="Answer on purpose"><${Answers} /><//>`,
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
