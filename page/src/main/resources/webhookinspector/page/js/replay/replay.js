import { html, useEffect, useState } from "../html.js";
import { view } from "../model.js";
import { api } from "../data/api.js";
import { span } from "../words/text.js";
import { REACH, SignField, TargetField, rememberTarget, targets } from "./target.js";

/** Sends the open delivery again: byte for byte, or changed and signed anew; and says what came back. */
export function Replay({ edit }) {
  const [target, setTarget] = useState(targets()[0]);
  const [sign, setSign] = useState(edit ? "own" : "as-it-came");
  const [text, setText] = useState(null);
  const [came, setCame] = useState(null);
  const [busy, setBusy] = useState(false);
  const id = view.get().d;

  useEffect(() => {
    if (edit) api.raw(id).then((body) => setText(new TextDecoder().decode(body)), () => setText(""));
  }, [edit, id]);

  const send = async (event) => {
    event.preventDefault();
    setBusy(true);
    setCame(null);
    try {
      setCame(wordsFor(await api.replay(id, { target: target.trim(), sign, ...(edit ? { body: base64(text) } : {}) })));
      rememberTarget(target.trim());
    } catch (problem) {
      setCame({ tone: "bad", text: `${problem.message} ${problem.next ?? ""}` });
    }
    setBusy(false);
  };
  const wrong = edit && text !== null ? jsonProblem(text) : "";
  return html`
    <form class="form" onSubmit=${send}>
      <${TargetField} value=${target} change=${setTarget} />
      <${SignField} value=${sign} change=${setSign} only=${(name) => !edit || name !== "as-it-came"} />
      ${edit && html`
        <label for="body">Body</label>
        <textarea id="body" class="bodytext" spellcheck=${false} rows="12" value=${text ?? ""} disabled=${text === null} onInput=${(change) => setText(change.target.value)}></textarea>
        <p class="hint ${wrong ? "warn" : ""}">${wrong || "What is sent is marked as changed; the kept delivery stays as it came."}</p>`}
      <p class="hint">${REACH}</p>
      <div class="toolbar"><span role="status" class=${came?.tone ?? ""}>${came?.text ?? ""}${came?.secret && html`<br />Its secret: <code>${came.secret}</code>`}</span><span class="grow"></span>
        <button class="primary" disabled=${busy || (edit && text === null)}>${busy ? "Sending" : "Replay"}</button></div>
    </form>`;
}

const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

function jsonProblem(text) {
  try {
    JSON.parse(text);
    return "";
  } catch (problem) {
    return `Not JSON: ${problem.message}. It can be sent all the same.`;
  }
}

function wordsFor(attempt) {
  const took = span(attempt.millis);
  if (attempt.status === null) return { tone: "bad", text: `✗ No answer after ${took}: ${attempt.because}` };
  const taken = attempt.status === 200 || attempt.status === 204;
  return { tone: taken ? "good" : "warn", text: `${taken ? "✓" : "⚠"} Answered ${attempt.status} after ${took}`, secret: attempt.secret };
}
