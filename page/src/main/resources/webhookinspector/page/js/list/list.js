import { html } from "../html.js";
import { useStore } from "../store.js";
import { follow, rows, view } from "../model.js";
import { Row, EventRows } from "./row.js";
import { ListHead } from "./list-head.js";
import { MarksBar } from "./marks-bar.js";
import { Banner } from "./banner.js";
import { Empty } from "./empty.js";
import { useScrolling } from "./scrolling.js";
import { plural } from "../words/text.js";

/* What a screen reader is told of a list that has rows. */
const grid = (cursor) => ({ role: "treegrid", "aria-label": "Deliveries, newest first", "aria-rowcount": rows.size, "aria-activedescendant": cursor === null ? undefined : `row-${cursor}` });

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
      <div class="scroller" ref=${box} onScroll=${onScroll} tabindex=${rows.size ? 0 : undefined} ...${rows.size ? grid(cursor >= first && cursor <= last && rows.at(cursor) ? cursor : null) : {}}>
        ${rows.size === 0 ? html`<${Empty} />` : html`<div class="canvas" role="rowgroup" style=${{ height: `${tall}px` }}>${shown}</div>`}
      </div>
      <${MarksBar} />
    </section>`;
}
