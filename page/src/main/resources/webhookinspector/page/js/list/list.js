import { html, useEffect, useLayoutEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { rows, select, view } from "../model.js";
import { Row, EventRows } from "./row.js";
import { ListHead } from "./list-head.js";
import { Empty } from "./empty.js";
import { geometry } from "./geometry.js";
import { plural } from "../words/text.js";

/* Browsers stop at about 16 million pixels; beyond, the list is scrolled through a scale. */
const TALLEST = 12_000_000;

export function List() {
  useStore(view, (state) => state.revision);
  const cursor = useStore(view, (state) => state.cursor);
  const expanded = useStore(view, (state) => state.expanded);
  const open = useStore(view, (state) => state.d);
  const several = useStore(view, (state) => state.inboxes.length > 1);
  const scroller = useRef(null);
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  const [measure, setMeasure] = useState({ row: 32, eventRow: 24 });
  const before = useRef({ head: 0, generation: null });

  useLayoutEffect(() => {
    const style = getComputedStyle(document.documentElement);
    setMeasure({ row: parseInt(style.getPropertyValue("--row"), 10), eventRow: parseInt(style.getPropertyValue("--event-row"), 10) });
    const observer = new ResizeObserver(() => setScroll((old) => ({ ...old, height: scroller.current.clientHeight })));
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const opened = [...expanded].map((id) => rows.indexOf(id)).filter((index) => index >= 0).map((index) => ({ index, events: rows.at(index)?.events.length ?? 0 }));
  const place = geometry(rows.size, measure.row, measure.eventRow, opened);
  const scale = Math.max(1, place.height / TALLEST);
  const tall = place.height / scale;
  const virtualTop = scale === 1 ? scroll.top : (scroll.top / Math.max(1, tall - scroll.height)) * (place.height - scroll.height);

  /* Rows that came above what is being read push nothing: the scroll position moves along with them. */
  useLayoutEffect(() => {
    const added = rows.head.length - before.current.head;
    const same = before.current.generation === rows.anchor;
    before.current = { head: rows.head.length, generation: rows.anchor };
    if (same && added > 0 && scroller.current.scrollTop > 0 && scale === 1) scroller.current.scrollTop += added * measure.row;
  });

  useEffect(() => {
    const box = scroller.current;
    if (scale !== 1) return;
    const top = place.top(cursor);
    if (cursor > 0 && top < box.scrollTop) box.scrollTop = top;
    else if (top + measure.row > box.scrollTop + box.clientHeight) box.scrollTop = top + measure.row - box.clientHeight;
  }, [cursor]);

  const onScroll = () => {
    const top = scroller.current.scrollTop;
    if (top > 4) rows.pause();
    else if (rows.held.length === 0) rows.following = true;
    setScroll({ top, height: scroller.current.clientHeight });
  };

  const first = Math.max(0, place.indexAt(virtualTop) - 6);
  const last = Math.min(rows.size - 1, place.indexAt(virtualTop + scroll.height) + 6);
  const shift = scale === 1 ? 0 : scroll.top - virtualTop;
  const shown = [];
  for (let index = first; index <= last; index++) {
    const line = rows.at(index);
    const top = place.top(index) + shift;
    const unfolded = line !== null && expanded.has(line.id);
    shown.push(html`<${Row} key=${line?.id ?? `at-${index}`} line=${line} index=${index} top=${top} selected=${index === cursor} shown=${line?.id === open} expanded=${unfolded} several=${several} />`);
    if (unfolded) shown.push(html`<${EventRows} key=${`${line.id}-events`} line=${line} top=${top + measure.row} height=${measure.eventRow} />`);
  }

  return html`
    <section class="pane list" aria-label="Deliveries">
      <${ListHead} />
      <${Banner} />
      ${rows.held.length > 0 && html`<button class="newbar" onClick=${() => (rows.follow(), (scroller.current.scrollTop = 0), select(0))}>${plural(rows.held.length, "new delivery", "new deliveries")} <kbd>.</kbd></button>`}
      <div class="scroller" ref=${scroller} onScroll=${onScroll} tabindex="0" role="treegrid" aria-label="Deliveries, newest first" aria-rowcount=${rows.size} aria-activedescendant=${`row-${cursor}`}>
        ${rows.size === 0 ? html`<${Empty} />` : html`<div class="canvas" role="rowgroup" style=${{ height: `${tall}px` }}>${shown}</div>`}
      </div>
    </section>`;
}

/** Says honestly when the page may be behind. */
function Banner() {
  const connection = useStore(view, (state) => state.connection);
  if (connection.connected) return null;
  return html`<div class="banner warn" role="alert">The connection to the program is lost. It is tried again by itself; what arrives meanwhile is kept and shown then.</div>`;
}
