import { html } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { clearMarks, pin } from "../marks.js";
import { Icon } from "../words/signs.js";
import { plural } from "../words/text.js";

/** What can be done with all that is marked. */
export function MarksBar() {
  const marked = useStore(view, (state) => state.marked);
  if (marked.size === 0) return null;
  return html`
    <div class="marksbar" role="toolbar" aria-label="Marked deliveries">
      <b class="num">${plural(marked.size, "delivery", "deliveries")} marked</b><span class="grow"></span>
      <button onClick=${() => view.set({ dialog: "replay-many" })}><${Icon} name="repeat" />Replay</button>
      <button onClick=${() => view.set({ dialog: "export" })}><${Icon} name="down" />Export</button>
      <button onClick=${() => pin([...marked.values()])}><${Icon} name="pin" />Pin</button>
      <button class="plain icon" aria-label="Unmark all" onClick=${clearMarks}><${Icon} name="close" /></button>
    </div>`;
}
