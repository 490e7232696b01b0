/* A checklist as text for the places where tickets are written. Draws nothing.
 *
 * Titles and notes are data: what a format would read as markup is escaped, and no line of a note begins a new item.
 */
(function (planner) {
  "use strict";

  function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
  }

  function behind(item) {
    return item.facts.length ? ": " + item.facts.join(", ") : "";
  }

  function foundText(item) {
    return item.found.length ? "Found at " + item.found.join(", ") : "";
  }

  /** Text whose every character is itself in Markdown. */
  function markdownText(text) {
    return oneLine(text).replace(/[\\`*_[\]<>#|~&]/g, "\\$&").replace(/@/g, "&#64;").replace(/^([-+]|\d+[.)])/, "\\$1");
  }

  /** A title: what stands between backquotes stays code. */
  function markdownTitle(text) {
    return text.split("`").map(function (part, place) {
      return place % 2 ? "`" + part + "`" : part.replace(/[\\*_[\]<>#|~&]/g, "\\$&");
    }).join("");
  }

  function markdownItem(item) {
    var lines = ["- [" + (item.done ? "x" : " ") + "] [" + markdownTitle(item.title) + "](" + item.url + ")" + behind(item)];
    if (item.found.length) lines.push("  " + markdownText(foundText(item)));
    if (item.note) lines.push("  Note: " + markdownText(item.note));
    return lines.join("  \n");
  }

  function markdown(list) {
    return sectioned(list, function (title, level) {
      return "#".repeat(level + 1) + " " + title;
    }, "<" + list.url + ">", markdownItem);
  }

  function jiraText(text) {
    return oneLine(text).replace(/[\\|[\]{}*_!~^+]/g, "\\$&").replace(/^([-#])/, "\\$1");
  }

  function jiraItem(item) {
    var line = "* " + (item.done ? "(/) " : "") + "[" + jiraText(planner.words.plain(item.title)) + "|" + item.url + "]"
      + jiraText(behind(item));
    var more = [foundText(item), item.note && "Note: " + item.note].filter(Boolean);
    return [line].concat(more.map(function (text) { return "** " + jiraText(text); })).join("\n");
  }

  function jira(list) {
    return sectioned(list, function (title, level) { return "h" + (level + 1) + ". " + title; }, "[" + list.url + "]", jiraItem);
  }

  function textItem(item) {
    var lines = ["[" + (item.done ? "x" : " ") + "] " + planner.words.plain(item.title) + behind(item), "    " + item.url];
    if (item.found.length) lines.push("    " + oneLine(foundText(item)));
    if (item.note) lines.push("    Note: " + oneLine(item.note));
    return lines.join("\n");
  }

  function text(list) {
    return sectioned(list, function (title, level) {
      return title + "\n" + (level === 1 ? "=" : "-").repeat(title.length);
    }, list.url, textItem);
  }

  /** Headings, the plan's address, and the items of each section. */
  function sectioned(list, heading, address, itemText) {
    var parts = [heading(list.title, 1) + "\n\n" + address];
    list.sections.forEach(function (section) {
      parts.push(heading(section.title, 2) + "\n\n" + section.items.map(itemText).join("\n"));
    });
    return parts.join("\n\n") + "\n";
  }

  /** One cell. A spreadsheet runs what begins with = + - @ as a formula; an apostrophe before it makes it text. */
  function cell(value) {
    var safe = /^[\s]*[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  function row(values) {
    return values.map(cell).join(",") + "\r\n";
  }

  /** Lines end in CR LF and every cell is quoted, as RFC 4180 has it. */
  function csv(list) {
    var rows = row(["Done", "Where", "Step", "Impact", "What to know", "Fixer", "Found at", "Note", "Address"]);
    list.sections.forEach(function (section) {
      section.items.forEach(function (item) {
        rows += row([
          item.done ? "yes" : "no", section.title, planner.words.plain(item.title), item.impact, item.facts.join(", "),
          item.fixer, item.found.join(", "), item.note, item.url
        ]);
      });
    });
    return rows;
  }

  /** How a format is written, and the ending and type of its file. */
  planner.formats = {
    markdown: { write: markdown, ending: "md", type: "text/markdown" },
    jira: { write: jira, ending: "txt", type: "text/plain" },
    text: { write: text, ending: "txt", type: "text/plain" },
    csv: { write: csv, ending: "csv", type: "text/csv" }
  };
})(window.atlasPlanner = window.atlasPlanner || {});
