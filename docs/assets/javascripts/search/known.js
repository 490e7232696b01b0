"use strict";

// Which entries know a message. Most of what Python says, it says of any name ("has no attribute"): there the name must
// be known. Of what is said of one thing alone, the words must be.

/** What is said of any name. `name` is what it is about, `owner` the module that it should be in. */
const OF_NAMES = [
  /(?:^|: )cannot import name '(?<name>[^']+)'(?: from (?:partially initialized module )?'(?<owner>[^']+)')?/,
  /^module '(?<owner>[^']+)' has no attribute '(?<name>[^']+)'/,
  /^Module "(?<owner>[^"]+)" does not define a "(?<name>[^"]+)" attribute\/class/,
  /(?:^|: )No module named '?(?<name>[\w.]+)/,
  /^(?:type object )?'[^']+' object has no attribute '(?<name>[^']+)'/,
  /^type object '[^']+' has no attribute '(?<name>[^']+)'/,
  /^'(?<name>[^']+)' object is not \w+/,
  /^(?:[\w.]+\(\) )?(?:got|received) an (?:unexpected|invalid) keyword (?:argument )?'(?<name>[^']+)'/,
  /^[\w.]+\(\) got unexpected keyword arguments: '(?<name>[^']+)'/,
  /^(?<name>[\w.]+)\(\) (?:missing|takes) .* arguments?\b/,
  /^name '(?<name>[^']+)' is not defined/,
  /^(?:unhashable type|Invalid filter|Unknown command): '(?<name>[^']+)'/,
  /^unsupported operand type\(s\) for (?<name>.+)/,
  /^Invalid block tag on line \d+: '(?<name>[^']+)'/,
  /^'(?<name>[^']+)' is not a registered tag library/,
  /^(?:Could not find backend|Unsupported lookup|Cannot resolve keyword) '(?<name>[^']+)'/,
  /^can only concatenate str \(not "(?<name>[^"]+)"\)/,
  /^no such \w+: (?<name>[\w.]+)$/,
  /^(?:relation|column|function) "?(?<name>[\w.]+)"?(?:\(.*\))? does not exist$/,
  /^'(?<name>[^']+)'$/,
];
/** What can be said of any project, whatever was recorded on the way. */
const OF_ANY = new RegExp(`^(?:${[
  "$", "division by zero", "substring not found", "(?:not enough|too many) values to unpack", String.raw`.* matching query does not exist`,
  String.raw`(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed`, String.raw`\[Errno \d+\]`, "database is locked", "unable to open database",
  "Lists differ", String.raw`\S+ != \S+$`, "'[^' ]+' codec can't", "Field '[^']+' expected a number", "(?:list|string|tuple) index out of range", "invalid syntax",
].join("|")})`);
/** Names that everything has. */
const EVERYBODYS = /^(?:NoneType|object|str|int|float|bool|list|dict|tuple|set|bytes|type|function|method|coroutine|generator|self|__init__)$/i;
/** What differs from project to project within a message: what is quoted, calls, addresses. */
const OWN = /(?<!\w)'[^']+'(?!\w)|"[^"]+"|“[^”]+”|<[^>]+>|\b[\w.]+\(\)|(?<!\w)\/\S*/g;
/** What is added to a message: the path of a module, what a name was taken for, the version that was found. */
const ADDED = / ?\([^()]*[/\\][^()]*\)|[.?]? Did you mean:? .*$| \(found [^()]*\)|; you have .*$/g;
/** Shares from which words are the same message, and how many of the best entries are asked. */
const SAME = 0.7, ASKED = 20;

/** What a message says of any name: { name, owner } or undefined. */
function saidOfName(text) {
  const { name, owner } = OF_NAMES.map(form => form.exec(text)?.groups).find(Boolean) ?? {};
  if (!name) return undefined;
  const parts = name.split(".");
  return { name: (parts.length > 1 && parts.pop() === "__init__" ? parts.pop() : name).toLowerCase(), owner: owner?.toLowerCase() };
}

/** The messages in a query: what was pasted, or one of the above without the name of its exception. */
function messagesOf(query) {
  const block = query.split(LINE_END).join("\n"), found = messagesIn(block), text = block.trim();
  const isBare = !found.length && /^[^\n]+ [^\n]+$/.test(text) && saidOfName(text);
  return isBare ? [{ category: "", text, times: 1, line: 1 }] : found;
}

/** A message as it is searched for. */
function queryOf({ category, text }) {
  return [category, text.replace(ADDED, "")].filter(Boolean).join(": ");
}

/** The words of a message without what is the project's own. */
function wordsOfFrame(text) {
  return wordsOf(text.replace(ADDED, "").replace(OWN, " ")).map(word => word.text);
}

/** What two lists of words share, 0 to 1 (Dice's coefficient); numbers differ. */
function likeness(some, others) {
  const [a, b] = [some, others].map(words => new Set(words.filter(word => !VERSION.test(word))));
  return (2 * [...a].filter(word => b.has(word)).length) / (a.size + b.size || 1);
}

/** The texts of an entry's recorded messages. */
function recordedTexts({ messages = "" }) {
  return messages.split("\n").filter(Boolean).map(line => line.slice(line.indexOf(": ") + 2));
}

/** Whether an entry has a name: among its symbols, as a keyword, or in a message of this sort. */
function hasName(index, number, name) {
  const entry = index.entries[number], list = index.postings.get(name) ?? [], field = FIELDS.indexOf("names");
  if (list.some((value, i) => i % 3 === 0 && value === number && list[i + 1] === field)) return true;
  if ((entry.keywords ?? "").toLowerCase().split(", ").includes(name)) return true;
  return recordedTexts(entry).some(text => saidOfName(text)?.name === name);
}

/** Whether an entry speaks of a module. */
function hasOwner({ names = "", messages = "" }, owner) {
  return !owner || /^django\b/.test(owner) || `${names} ${messages}`.toLowerCase().includes(owner);
}

/** Whether an entry knows a message that is said of one thing alone. */
function hasWords(entry, text) {
  const words = wordsOfFrame(text);
  if (recordedTexts(entry).some(other => likeness(words, wordsOfFrame(other)) >= SAME)) return true;
  return words.length > 2 && phraseShare(entry, words.map(word => ({ text: word }))) >= SAME;
}

/** Whether an entry knows a message. */
function knows(index, { number, entry }, { category, text }) {
  if (/\.[A-Z]\d{3}$/.test(category)) {
    const list = index.postings.get(category.toLowerCase()) ?? [];
    return list.some((value, i) => i % 3 === 0 && value === number);
  }
  if ((entry.keywords ?? "").includes(text) && text.includes(" ")) return true;
  if (OF_ANY.test(text)) return false;
  const { name, owner } = saidOfName(text.replace(ADDED, "")) ?? {};
  if (!name) return hasWords(entry, text);
  return !EVERYBODYS.test(name) && hasOwner(entry, owner) && hasName(index, number, name);
}

/** Entries for a message, best first, those that know it before others: { results, known }, how many know it. */
function resultsFor(index, message) {
  const ranked = rank(index, queryOf(message)), asked = ranked.slice(0, ASKED);
  const said = message.text.replace(ADDED, "").replace(/\.$/, ""), named = ({ entry }) => (entry.keywords ?? "").includes(said);
  const knowing = asked.filter(result => !result.entry.page && knows(index, result, message)).sort((a, b) => named(b) - named(a));
  return { results: [...knowing, ...ranked.filter(result => !knowing.includes(result))], known: knowing.length };
}
