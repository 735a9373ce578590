/** Every `field=value` that the program offers, with what it finds; fields without values of their own end in `=`. */
export function offers(fields, inboxes) {
  return fields.flatMap(({ field, says, values }) => {
    const known = field === "inbox" ? inboxes.map((inbox) => ({ value: inbox.name, says })) : values;
    return known.length ? known.map((one) => [`${field}=${one.value}`, one.says]) : [[`${field}=`, says]];
  });
}

/** What could be meant by the word that is being typed. */
export function suggestions(text, word, recent, saved, offered) {
  const whole = [
    ...saved.filter((one) => text === "" || one.name.toLowerCase().startsWith(text.toLowerCase())).map((one) => ({ text: one.filter, says: `saved: ${one.name}`, whole: true })),
    ...recent.filter((one) => one !== text && one.startsWith(text)).slice(0, text ? 2 : 5).map((one) => ({ text: one, says: "used before", whole: true })),
  ];
  const seen = new Set();
  const fresh = whole.filter((one) => !seen.has(one.text) && seen.add(one.text));
  const negated = word.replace("!=", "=");
  const known = offered.filter(([one]) => word === "" || (one.startsWith(negated) && one !== negated));
  return [...fresh, ...known.slice(0, 9).map(([one, says]) => ({ text: word.includes("!=") ? one.replace("=", "!=") : one, says }))];
}
