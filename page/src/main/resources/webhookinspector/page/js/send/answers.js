import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { refresh, say, view } from "../model.js";
import { api } from "../data/api.js";
import { close } from "../chrome/dialog.js";
import { Text, count } from "../words/text.js";

const EXAMPLES = [
  ["fail 3, then ok", "three failures: Asana tries again, and more rarely each time"],
  ["200 after 12s", "too late: Asana waits for 10 s"],
  ["cut 1, then ok", "one connection is cut"],
  ["503", "down until you say otherwise; after 24 h Asana deletes the webhook"],
];

const ours = () => api.ownAnswers().then(refresh, (problem) => say(problem.message));

/** Nobody may forget that Asana is not told the truth. */
export function AnswersBanner() {
  const answers = useStore(view, (state) => state.answers);
  if (!answers?.script) return null;
  return html`
    <div class="banner bad" role="alert"><span><b>Asana is answered on purpose:</b> <code><${Text}>${answers.script}<//></code>; the next delivery gets <b><${Text}>${answers.now || "our own answer"}<//></b>${answers.left !== null && html` (${count(answers.left)} more)`}. Each is kept all the same.</span>
      <span class="grow"></span><button onClick=${ours}>Answer as ever</button></div>`;
}

export function Answers() {
  const [script, setScript] = useState(view.get().answers?.script ?? "fail 3, then ok");
  const [error, setError] = useState("");
  const begin = async (event) => {
    event.preventDefault();
    try {
      await api.answer(script.trim());
      await refresh();
      close();
    } catch (problem) {
      setError(`${problem.message} ${problem.next}`);
    }
  };
  return html`
    <form class="form" onSubmit=${begin}>
      <label for="script">Answer Asana with</label>
      <input id="script" type="text" autofocus spellcheck=${false} autocomplete="off" value=${script} onInput=${(event) => setScript(event.target.value)} />
      <ul class="filterhelp">${EXAMPLES.map(([text, says]) => html`<li key=${text}><button type="button" class="plain" onClick=${() => setScript(text)}><code>${text}</code><span>${says}</span></button></li>`)}</ul>
      <p class="hint ${error ? "bad" : ""}" role=${error ? "alert" : undefined}>${error || "Every delivery is kept first, whatever the answer. Only believable deliveries are answered so."}</p>
      <div class="toolbar"><span class="grow"></span><button class="primary" disabled=${script.trim() === ""}>Answer so</button></div>
    </form>`;
}
