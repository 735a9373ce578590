/* The filter language's fields with their values, for completion; the program reads the language, and its error stands under the line. */
export const WORDS = [
  ["kind=events", "deliveries that tell something"],
  ["kind=heartbeat", "Asana says that the webhook lives"],
  ["kind=handshake", "secrets that were offered"],
  ["kind=junk", "not a body of Asana's"],
  ["verdict=authentic", "signed with the inbox's secret"],
  ["verdict=forged", "signed with another secret"],
  ["verdict=unsigned", "without a signature"],
  ["verdict=nosecret", "nothing to check it with"],
  ["action=changed", "of the event"],
  ["action=added", "created, or put into a parent"],
  ["action=removed", "taken out of a parent"],
  ["action=deleted", "deleted itself"],
  ["action=undeleted", "brought back"],
  ["type=task", "of the changed resource"],
  ["type=story", "comments and system stories"],
  ["type=project", "of the changed resource"],
  ["subtype=comment_added", "of the changed resource"],
  ["field=completed", "of the change"],
  ["field=due_on", "of the change"],
  ["field=assignee", "of the change"],
  ["resource=", "gid of the changed resource"],
  ["parent=", "gid of the container"],
  ["user=", "gid of who did it; none: Asana"],
  ["inbox=", "name of the inbox"],
  ["webhook=", "gid of the webhook"],
  ["source=webhook", "how it reached us"],
  ["source=stream", "fetched from the events stream"],
  ["source=import", "brought in from a file"],
  ["repeat=yes", "same inbox and same body again"],
  ["pinned=yes", "somebody pinned it"],
  ["since=1h", "a span, a day or a time"],
  ["before=1d", "earlier than that"],
  ["answer=200", "the status we gave"],
  ["id=", "an id, or its start"],
];

/** For the help: what to type, and what it finds. */
export const EXAMPLES = [
  ["action=changed field=due_on", "due dates that moved"],
  ["type=story since=1d", "comments of the last day"],
  ["\"Fix login\"", "these words in a sentence, a body or a note"],
  ["verdict!=authentic or repeat=yes", "what wants a second look"],
  ["user=none kind=events", "what Asana did by itself"],
  ["(field=completed or field=due_on) inbox=build-board", "brackets group"],
];

/** What could be meant by the word that is being typed. */
export function suggestions(text, word, recent, saved) {
  const whole = [
    ...saved.filter((one) => text === "" || one.name.toLowerCase().startsWith(text.toLowerCase())).map((one) => ({ text: one.filter, says: `saved: ${one.name}`, whole: true })),
    ...recent.filter((one) => one !== text && one.startsWith(text)).slice(0, text ? 2 : 5).map((one) => ({ text: one, says: "used before", whole: true })),
  ];
  const seen = new Set();
  const fresh = whole.filter((one) => !seen.has(one.text) && seen.add(one.text));
  const negated = word.replace("!=", "=");
  const known = WORDS.filter(([one]) => word === "" || (one.startsWith(negated) && one !== negated));
  return [...fresh, ...known.slice(0, 9).map(([one, says]) => ({ text: word.includes("!=") ? one.replace("=", "!=") : one, says }))];
}
