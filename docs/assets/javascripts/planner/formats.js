/* A checklist as text for the places where tickets are written. Draws nothing.
 *
 * Titles and notes are data: what a format would read as markup is escaped, and no line of a note begins a new item.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say, plain } = planner.words;

  /** Text without line ends and double spaces. */
  function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  /** The facts of an item, to follow its title. */
  function behind(item) {
    return item.facts.length ? `: ${item.facts.join(", ")}` : "";
  }

  /** What follows an item: where a scan found it, and the reader's note. */
  function moreOf(item) {
    const found = item.found.length ? say("foundAt", { places: item.found.join(", ") }) : "";
    const note = item.note ? say("note", { text: item.note }) : "";
    return [found, note].filter(Boolean);
  }

  /** Headings, the plan's address, and the items of each section, before them its commands. */
  function sectioned(list, heading, address, itemText, codeText) {
    const sections = list.sections.map(({ title, items, commands }) =>
      [heading(title, 2), ...(commands ? [codeText(commands)] : []), items.map(itemText).join("\n")].join("\n\n"));
    return `${[`${heading(list.title, 1)}\n\n${address}`, ...sections].join("\n\n")}\n`;
  }

  /** Text whose every character is itself in Markdown. */
  function markdownText(text) {
    return oneLine(text).replace(/[\\`*_[\]<>#|~&]/g, "\\$&").replace(/@/g, "&#64;").replace(/^([-+]|\d+[.)])/, "\\$1");
  }

  /** A title: what is between backquotes stays code. */
  function markdownTitle(text) {
    return text.split("`").map((part, place) =>
      (place % 2 ? `\`${part}\`` : part.replace(/[\\*_[\]<>#|~&]/g, "\\$&"))).join("");
  }

  /** An item of a task list. */
  function markdownItem(item) {
    const line = `- [${item.done ? "x" : " "}] [${markdownTitle(item.title)}](${item.url})${behind(item)}`;
    return [line, ...moreOf(item).map(text => `  ${markdownText(text)}`)].join("  \n");
  }

  /** A list for GitHub, GitLab and the like. */
  function markdown(list) {
    return sectioned(list, (title, level) => `${"#".repeat(level + 1)} ${title}`, `<${list.url}>`, markdownItem,
      commands => `\`\`\`sh\n${commands}\n\`\`\``);
  }

  /** Text whose every character is itself in Jira's markup. */
  function jiraText(text) {
    return oneLine(text).replace(/[\\|[\]{}*_!~^+]/g, "\\$&").replace(/^([-#])/, "\\$1");
  }

  /** An item with its lines below it. */
  function jiraItem(item) {
    const line = `* ${item.done ? "(/) " : ""}[${jiraText(plain(item.title))}|${item.url}]${jiraText(behind(item))}`;
    return [line, ...moreOf(item).map(text => `** ${jiraText(text)}`)].join("\n");
  }

  /** A list in Jira's markup. */
  function jira(list) {
    return sectioned(list, (title, level) => `h${level + 1}. ${title}`, `[${list.url}]`, jiraItem,
      commands => `{code:bash}\n${commands}\n{code}`);
  }

  /** An item with its address below it. */
  function textItem(item) {
    const line = `[${item.done ? "x" : " "}] ${plain(item.title)}${behind(item)}`;
    return [line, `    ${item.url}`, ...moreOf(item).map(text => `    ${oneLine(text)}`)].join("\n");
  }

  /** A list without markup. */
  function plainText(list) {
    const heading = (title, level) => `${title}\n${(level === 1 ? "=" : "-").repeat(title.length)}`;
    return sectioned(list, heading, list.url, textItem, commands => commands.replace(/^/gm, "    "));
  }

  /** One cell. A spreadsheet runs what begins with = + - @ as a formula; an apostrophe before it makes it text. */
  function cell(value) {
    const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${safe.replace(/"/g, '""')}"`;
  }

  /** A line of cells. */
  function row(values) {
    return `${values.map(cell).join(",")}\r\n`;
  }

  /** An item as a line. */
  function csvRow(item, section) {
    return row([
      say(item.done ? "yes" : "no"), section.title, plain(item.title), item.impact, item.facts.join(", "), item.fixer,
      item.found.join(", "), item.note, item.url
    ]);
  }

  /** A command as a line: its cell begins with a word, so that it is no formula. */
  function commandRow(command, section) {
    return row([say("no"), section.title, command, "", "", "", "", "", ""]);
  }

  /** The lines of a section. */
  function csvRows(section) {
    const commands = section.commands ? section.commands.split("\n") : [];
    return [...commands.map(one => commandRow(one, section)), ...section.items.map(item => csvRow(item, section))].join("");
  }

  /** Lines end in CR LF and every cell is quoted, as RFC 4180 has it. */
  function csv(list) {
    const columns = [
      say("columnDone"), say("columnWhere"), say("columnStep"), say("columnImpact"), say("columnFacts"),
      say("columnFixer"), say("columnFound"), say("columnNote"), say("columnAddress")
    ];
    return row(columns) + list.sections.map(csvRows).join("");
  }

  /** A title as an issue takes it: Jira refuses more than 255 characters. */
  function summaryOf(text) {
    const line = oneLine(plain(text));
    return line.length > 255 ? `${line.slice(0, 254)}…` : line;
  }

  /** A task with its epic: kind, own number, that of the epic, title, text, state. */
  function task(number, epic, title, lines, isDone) {
    return row([say("issueTask"), String(number), String(epic), summaryOf(title), lines.join("\n"), say(isDone ? "issueDone" : "issueOpen")]);
  }

  /** What a task says about a step. */
  function linesOf(item, section) {
    return [section.title, ...item.facts, ...moreOf(item).map(oneLine), item.url];
  }

  /** Issues for an importer: each hop an epic, the steps its tasks; what is typed at a hop is one task. */
  function epics(list) {
    const issues = [row([say("issueType"), say("issueId"), say("issueParent"), say("issueSummary"), say("issueText"), say("issueState")])];
    const numbers = new Map();
    list.sections.forEach(section => {
      if (!numbers.has(section.hop)) {
        numbers.set(section.hop, issues.length);
        issues.push(row([say("issueEpic"), String(issues.length), "", summaryOf(section.hop), `${list.title}\n${list.url}`, say("issueOpen")]));
      }
      const epic = numbers.get(section.hop);
      if (section.commands) issues.push(task(issues.length, epic, section.title, [section.commands], false));
      section.items.forEach(item => issues.push(task(issues.length, epic, item.title, linesOf(item, section), item.done)));
    });
    return issues.join("");
  }

  /** How a format is written, and the ending and type of its file. `brief` is put together in brief.js. */
  planner.formats = {
    markdown: { write: markdown, ending: "md", type: "text/markdown" },
    jira: { write: jira, ending: "txt", type: "text/plain" },
    text: { write: plainText, ending: "txt", type: "text/plain" },
    csv: { write: csv, ending: "csv", type: "text/csv" },
    epics: { write: epics, ending: "csv", type: "text/csv" },
    brief: { ending: "md", type: "text/markdown" }
  };
})(window.atlasPlanner = window.atlasPlanner || {});
