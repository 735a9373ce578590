import { html, useEffect, useRef } from "./html.js";
import { useStore } from "./store.js";
import { view } from "./model.js";
import { recall, remember } from "./data/memory.js";
import { TopBar } from "./chrome/top-bar.js";
import { Rail } from "./chrome/rail.js";
import { Dialogs } from "./chrome/dialogs.js";
import { List } from "./list/list.js";
import { lazy } from "./lazy.js";
import { VIEWS } from "./views.js";

const Simulator = lazy(() => import("./simulator/simulator.js").then((part) => part.Simulator));
const Detail = lazy(() => import("./detail/detail.js").then((part) => part.Detail));
const MIDDLES = Object.fromEntries(VIEWS.map((one) => [one.name, lazy(one.part)]));

/* What stands beside the list. */
function sideOf(state) {
  if (MIDDLES[state.v]) return null;
  if (state.d !== "") return Detail;
  return state.v === "simulator" ? Simulator : null;
}

export function App() {
  const Middle = MIDDLES[useStore(view, (state) => state.v)] ?? List;
  const Side = useStore(view, sideOf);
  const open = Side !== null;
  const toast = useStore(view, (state) => state.toast);
  return html`
    <div class="shell">
      <${TopBar} />
      <${Rail} />
      <main class="panes ${open ? "" : "single"}">
        <${Middle} />
        ${open && html`<${Splitter} /><${Side} />`}
      </main>
    </div>
    <${Dialogs} />
    <div role="status" aria-live="polite">${toast && html`<div class="toast">${toast}</div>`}</div>`;
}

/** Sets the detail's share of the width, by mouse or arrow keys, and remembers it. */
function Splitter() {
  const handle = useRef(null);
  const set = (percent) => {
    const share = Math.max(25, Math.min(70, percent));
    document.documentElement.style.setProperty("--detail", `${share}%`);
    remember("detail", share);
    handle.current?.setAttribute("aria-valuenow", String(Math.round(share)));
  };
  useEffect(() => set(recall("detail", 44)), []);
  const drag = (down) => {
    const panes = down.target.parentElement.getBoundingClientRect();
    const move = (event) => set(((panes.right - event.clientX) / panes.width) * 100);
    down.target.setPointerCapture(down.pointerId);
    down.target.addEventListener("pointermove", move);
    down.target.addEventListener("pointerup", () => down.target.removeEventListener("pointermove", move), { once: true });
  };
  const nudge = (event) => {
    const step = { ArrowLeft: 3, ArrowRight: -3 }[event.key];
    if (step) set(recall("detail", 44) + step);
  };
  return html`<div class="splitter" ref=${handle} role="separator" tabindex="0" aria-orientation="vertical" aria-label="Width of the detail"
    aria-valuemin="25" aria-valuemax="70" onPointerDown=${drag} onKeyDown=${nudge}></div>`;
}
