import { html, useState } from "../html.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { count, timeOf } from "../words/text.js";

const CHANCES = [["", "each time"], [":0.5", "one in two"], [":0.1", "one in ten"], [",times=1", "once"]];

/** Bad days on demand: single faults, and scenarios of several. */
export function Faults({ simulator, act, busy }) {
  const [kind, setKind] = useState("forged");
  const [chance, setChance] = useState(",times=1");
  const [scenario, setScenario] = useState(simulator.scenarios[0]?.name ?? "");
  const saysOf = (list, name) => list.find((one) => one.name === name)?.says ?? "";
  return html`
    <section class="card"><h2>Faults</h2>
      <div class="inline"><label class="sr" for="fault">Fault</label>
        <select id="fault" value=${kind} onChange=${(event) => setKind(event.target.value)}>${simulator.kinds.map((one) => html`<option key=${one.name} value=${one.name}>${one.name}</option>`)}</select>
        <label class="sr" for="chance">How often</label>
        <select id="chance" value=${chance} onChange=${(event) => setChance(event.target.value)}>${CHANCES.map(([value, words]) => html`<option key=${value} value=${value}>${words}</option>`)}</select>
        <button disabled=${busy !== ""} onClick=${() => act("fault", () => api.simulate("/faults", { fault: kind + chance }), "Injected")}>Inject</button></div>
      <p class="hint">${saysOf(simulator.kinds, kind)}.</p>
      <div class="inline"><label class="sr" for="scenario">Scenario</label>
        <select id="scenario" value=${scenario} onChange=${(event) => setScenario(event.target.value)}>${simulator.scenarios.map((one) => html`<option key=${one.name} value=${one.name}>${one.name.replaceAll("-", " ")}</option>`)}</select>
        <button disabled=${busy !== ""} onClick=${() => act("fault", () => api.simulate("/faults", { scenario }), "It begins")}>Play</button></div>
      <p class="hint">${saysOf(simulator.scenarios, scenario)}</p>
      ${simulator.faults.length > 0 && html`
        <table class="numbers faults"><thead><tr><th scope="col">At work</th><th scope="col">Until</th><th scope="col">Struck</th><th><span class="sr">Take away</span></th></tr></thead>
          <tbody>${simulator.faults.map((fault) => html`<tr key=${fault.number}><td><code>${fault.fault}</code></td><td class="num">${fault.until ? timeOf(fault.until) : ""}</td><td class="num">${count(fault.struck)}</td>
            <td><button class="plain icon" aria-label=${`Take ${fault.fault} away`} onClick=${() => act("fault", () => api.forgive(fault.number))}><${Icon} name="close" /></button></td></tr>`)}</tbody></table>
        <p class="buttons"><button onClick=${() => act("fault", () => api.forgive(), "It behaves again")}>Behave again</button></p>`}
    </section>`;
}
