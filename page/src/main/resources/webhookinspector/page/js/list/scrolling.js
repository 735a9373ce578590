import { useEffect, useLayoutEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { rows, view } from "../model.js";
import { geometry } from "./geometry.js";

/* Browsers stop at 16 to 33 million pixels; beyond, the list is scrolled through a scale. */
const TALLEST = 12_000_000;

/**
 * Which rows are in sight. The list is virtual: `place` says where each row would stand, `shift` how far that is from where the
 * scroller can put it, and `tall` how high the scroller is told that the list is.
 */
export function useScrolling() {
  const cursor = useStore(view, (state) => state.cursor);
  const jump = useStore(view, (state) => state.jump);
  const expanded = useStore(view, (state) => state.expanded);
  const box = useRef(null);
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  const measure = useMeasure();
  const before = useRef({ head: 0, anchor: null });

  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => box.current && setScroll((old) => ({ ...old, height: box.current.clientHeight })));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const opened = [...expanded].map((id) => rows.indexOf(id)).filter((index) => index >= 0).map((index) => ({ index, events: rows.at(index)?.events.length ?? 0 }));
  const place = geometry(rows.size, measure.row, measure.eventRow, opened);
  const scale = Math.max(1, place.height / TALLEST);
  const tall = place.height / scale;
  const rate = scale === 1 ? 1 : (place.height - scroll.height) / Math.max(1, tall - scroll.height);
  const top = scroll.top * rate;

  /*
   * Rows that came above what is being read push nothing: the scroll position moves along with them. At the top the box is not
   * asked where it stands, for that would lay out the page in each of the many turns of a burst.
   */
  useLayoutEffect(() => {
    const added = rows.head.length - before.current.head;
    const same = before.current.anchor === rows.anchor;
    before.current = { head: rows.head.length, anchor: rows.anchor };
    if (same && added > 0 && scroll.top > 4) box.current.scrollTop += (added * measure.row) / rate;
  });

  useEffect(() => {
    const wanted = place.top(cursor);
    const height = box.current.clientHeight;
    const now = box.current.scrollTop * rate;
    if (cursor === 0) box.current.scrollTop = 0;
    else if (wanted < now) box.current.scrollTop = Math.floor(wanted / rate);
    else if (wanted + measure.row > now + height) box.current.scrollTop = Math.ceil((wanted + measure.row - height) / rate);
  }, [cursor, jump]);

  const onScroll = () => {
    const at = box.current.scrollTop;
    if (at > 4) rows.pause();
    else if (rows.heldCount === 0) rows.following = true;
    setScroll({ top: at, height: box.current.clientHeight });
  };

  return {
    box,
    onScroll,
    place,
    measure,
    tall,
    shift: scale === 1 ? 0 : scroll.top - top,
    first: Math.max(0, place.indexAt(top) - 6),
    last: Math.min(rows.size - 1, place.indexAt(top + scroll.height) + 6),
  };
}

/** Heights that the stylesheet decides, in pixels. */
function useMeasure() {
  const density = useStore(view, (state) => state.density);
  const [measure, setMeasure] = useState({ row: 32, eventRow: 24 });
  useLayoutEffect(() => {
    const style = getComputedStyle(document.documentElement);
    setMeasure({ row: parseInt(style.getPropertyValue("--row"), 10), eventRow: parseInt(style.getPropertyValue("--event-row"), 10) });
  }, [density]);
  return measure;
}
