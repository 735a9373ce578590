import { html, useEffect, useRef, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, view } from "../model.js";
import { api } from "../data/api.js";
import { plural } from "../words/text.js";

const BUCKETS = 60;
const TONES = [["authentic", "good"], ["other", "quiet"], ["refused", "bad"]];
const hhmm = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Arrivals of the last hour, a bar a minute; a stretch of it becomes the time filter. */
export function Sparkline() {
  const revision = useStore(view, (state) => state.revision);
  const [bars, setBars] = useState([]);
  const [brush, setBrush] = useState(null);
  const [hover, setHover] = useState(null);
  const box = useRef(null);
  const asked = useRef(0);

  useEffect(() => {
    const wait = Math.max(0, asked.current + 2000 - Date.now());
    const timer = setTimeout(() => {
      asked.current = Date.now();
      api.arrivals({ q: withoutTimes(rows.filter), minutes: BUCKETS }).then((answer) => setBars(answer.arrivals)).catch(() => setBars([]));
    }, wait);
    return () => clearTimeout(timer);
  }, [revision]);

  const highest = Math.max(1, ...bars.map((bar) => bar.authentic + bar.refused + bar.other));
  const at = (event) => {
    const rect = box.current.getBoundingClientRect();
    return Math.max(0, Math.min(BUCKETS - 1, Math.floor(((event.clientX - rect.left) / rect.width) * BUCKETS)));
  };
  const up = (event) => {
    if (!brush || bars.length === 0) return;
    const [from, to] = [Math.min(brush.from, at(event)), Math.max(brush.from, at(event))];
    setBrush(null);
    const since = bars[from].from;
    const before = new Date(Date.parse(bars[to].from) + 60_000).toISOString();
    filter(`${withoutTimes(rows.filter)} since=${since} before=${before}`.trim());
  };
  const tip = hover !== null && bars[hover];

  return html`
    <div class="spark" ref=${box} role="img" aria-label=${`Arrivals in the last hour: ${plural(bars.reduce((sum, bar) => sum + bar.authentic + bar.refused + bar.other, 0), "delivery", "deliveries")}`}
      onPointerDown=${(event) => (box.current.setPointerCapture(event.pointerId), setBrush({ from: at(event) }))}
      onPointerMove=${(event) => setHover(at(event))} onPointerLeave=${() => setHover(null)} onPointerUp=${up}>
      <svg viewBox="0 0 ${BUCKETS * 10} 40" preserveAspectRatio="none" aria-hidden="true">
        <line class="base" x1="0" y1="39.5" x2=${BUCKETS * 10} y2="39.5" />
        ${bars.map((bar, i) => stack(bar, i, highest))}
        ${brush && hover !== null && html`<rect class="brush" x=${Math.min(brush.from, hover) * 10} y="0" width=${(Math.abs(hover - brush.from) + 1) * 10} height="40" />`}
      </svg>
      ${tip && html`<span class="tip num" style=${{ left: `${Math.min(78, (hover / BUCKETS) * 100)}%` }}>${hhmm.format(new Date(tip.from))} · ${tip.authentic} authentic${tip.refused ? ` · ${tip.refused} refused` : ""}</span>`}
    </div>`;
}

function stack(bar, i, highest) {
  let y = 39;
  return TONES.filter(([key]) => bar[key] > 0).map(([key, tone]) => {
    const height = Math.max(1.5, (bar[key] / highest) * 36);
    y -= height;
    return html`<rect key=${`${i}-${key}`} class=${tone} x=${i * 10 + 1.5} y=${y} width="7" height=${height} />`;
  });
}

const withoutTimes = (text) => text.replace(/(^|\s)(since|before)=\S+/g, " ").replace(/\s+/g, " ").trim();
