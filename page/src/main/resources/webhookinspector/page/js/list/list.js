import { html } from "../html.js";
import { useStore } from "../store.js";
import { follow, rows, view } from "../model.js";
import { Row, EventRows } from "./row.js";
import { ListHead } from "./list-head.js";
import { MarksBar } from "./marks-bar.js";
import { Empty } from "./empty.js";
import { useScrolling } from "./scrolling.js";
import { plural } from "../words/text.js";

export function List() {
  useStore(view, (state) => state.revision);
  const cursor = useStore(view, (state) => state.cursor);
  const expanded = useStore(view, (state) => state.expanded);
  const open = useStore(view, (state) => state.d);
  const marked = useStore(view, (state) => state.marked);
  const several = useStore(view, (state) => state.inboxes.length > 1);
  const { box, onScroll, place, measure, tall, shift, first, last } = useScrolling();

  const shown = [];
  for (let index = first; index <= last; index++) {
    const line = rows.at(index);
    const top = place.top(index) + shift;
    const unfolded = line !== null && expanded.has(line.id);
    shown.push(html`<${Row} key=${line?.id ?? `at-${index}`} line=${line} index=${index} top=${top} selected=${index === cursor} shown=${line?.id === open} marked=${line !== null && marked.has(line.id)} expanded=${unfolded} several=${several} />`);
    if (unfolded) shown.push(html`<${EventRows} key=${`${line.id}-events`} line=${line} top=${top + measure.row} height=${measure.eventRow} />`);
  }

  return html`
    <section class="pane list" aria-label="Deliveries" aria-busy=${String(rows.loading)}>
      <${ListHead} />
      <${Banner} />
      ${rows.heldCount > 0 && html`<button class="newbar" onClick=${follow}>${plural(rows.heldCount, "new delivery", "new deliveries")} <kbd>.</kbd></button>`}
      <div class="scroller" ref=${box} onScroll=${onScroll} tabindex="0" role="treegrid" aria-label="Deliveries, newest first" aria-rowcount=${rows.size} aria-activedescendant=${`row-${cursor}`}>
        ${rows.size === 0 ? html`<${Empty} />` : html`<div class="canvas" role="rowgroup" style=${{ height: `${tall}px` }}>${shown}</div>`}
      </div>
      <${MarksBar} />
    </section>`;
}

/** Says honestly when the page may be behind. */
function Banner() {
  const connection = useStore(view, (state) => state.connection);
  if (connection.connected) return null;
  return html`<div class="banner warn" role="alert">The connection to the program is lost. It is tried again by itself; what arrives meanwhile is kept and shown then.</div>`;
}
