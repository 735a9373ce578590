import { html, useEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, view } from "../model.js";
import { api } from "../data/api.js";
import { PARTS, spoken, sumOf, timeOn, withoutTimes } from "../charts/parts.js";
import { useWidth } from "../charts/measure.js";
import { count } from "../words/text.js";

const HEIGHT = 40;
const BARS = 60;

/** Arrivals of the last hour, a bar a minute, or of ten minutes while all are that new; a stretch of it becomes the time filter. */
export function Sparkline() {
  const revision = useStore(view, (state) => state.revision);
  const [shown, setShown] = useState({ bars: [], step: 60_000 });
  const [brush, setBrush] = useState(null);
  const [hover, setHover] = useState(null);
  const [box, width] = useWidth();
  const asked = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, asked.current + 2000 - Date.now());
    const timer = setTimeout(() => {
      asked.current = Date.now();
      look(withoutTimes(rows.filter)).then(setShown, () => setShown({ bars: [], step: 60_000 }));
    }, wait);
    return () => clearTimeout(timer);
  }, [revision]);

  const { bars, step } = shown;
  const highest = Math.max(1, ...bars.map(sumOf));
  const x = (i) => Math.round((i * width) / BARS);
  const at = (event) => {
    const rect = box.current.getBoundingClientRect();
    return Math.max(0, Math.min(BARS - 1, Math.floor(((event.clientX - rect.left) / rect.width) * BARS)));
  };
  const up = (event) => {
    if (!brush || bars.length === 0) return;
    const [from, to] = [Math.min(brush.from, at(event)), Math.max(brush.from, at(event))];
    setBrush(null);
    const before = new Date(Date.parse(bars[to].from) + step).toISOString();
    filter(`${withoutTimes(rows.filter)} since=${bars[from].from} before=${before}`.trim());
  };
  const tip = hover !== null && bars[hover];
  const total = bars.reduce((sum, bar) => sum + sumOf(bar), 0);
  const reach = step < 60_000 ? "10 min" : "1 h";

  return html`
    <div class="spark" ref=${box} role="img" aria-label=${`Arrivals in the last ${reach}: ${count(total)}`}
      onPointerDown=${(event) => (box.current.setPointerCapture(event.pointerId), setBrush({ from: at(event) }))}
      onPointerMove=${(event) => setHover(at(event))} onPointerLeave=${() => setHover(null)} onPointerUp=${up}>
      <svg width=${width} height=${HEIGHT} aria-hidden="true">
        <line class="base" x1="0" y1=${HEIGHT - 0.5} x2=${width} y2=${HEIGHT - 0.5} />
        ${bars.map((bar, i) => stack(bar, x(i), Math.max(1, x(i + 1) - x(i) - 1), highest))}
        ${brush && hover !== null && html`<rect class="brush" x=${x(Math.min(brush.from, hover))} y="0" width=${x(Math.abs(hover - brush.from) + 1)} height=${HEIGHT} />`}
        ${tip && html`<line class="cross" x1=${(x(hover) + x(hover + 1)) / 2} x2=${(x(hover) + x(hover + 1)) / 2} y1="0" y2=${HEIGHT} />`}
        ${!tip && html`<text class="axis" x="0" y="10">last ${reach}${highest > 1 && width > 160 ? ` · most ${count(highest)} in ${step < 60_000 ? "10 s" : "1 min"}` : ""}</text>`}
      </svg>
      ${tip && html`<span class="tip num" style=${{ left: `${Math.max(0, Math.min(width - 220, x(hover) + 10))}px` }}><b>${timeOn(tip.from, step)}</b> ${spoken(tip)}</span>`}
    </div>`;
}

async function look(q) {
  const hour = (await api.arrivals({ q, minutes: 60, steps: BARS })).arrivals;
  const old = hour.slice(0, 50).some((bar) => sumOf(bar) > 0);
  if (old || hour.every((bar) => sumOf(bar) === 0)) return { bars: hour, step: 60_000 };
  return { bars: (await api.arrivals({ q, minutes: 10, steps: BARS })).arrivals, step: 10_000 };
}

function stack(bar, left, wide, highest) {
  let y = HEIGHT - 1;
  return PARTS.filter((part) => bar[part.key] > 0).map((part) => {
    const height = Math.max(1.5, (bar[part.key] / highest) * (HEIGHT - 14));
    y -= height;
    return html`<rect key=${`${left}-${part.key}`} class=${part.tone} x=${left} y=${y} width=${wide} height=${height} />`;
  });
}
