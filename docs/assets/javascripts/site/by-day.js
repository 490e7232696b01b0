"use strict";

// What is true on the reader's day: the page was built on one day and is read on another. The HTML is right for the
// day of the build. Everything that is said on other days was decided and worded with it (atlas/decide/stages.py): as
// stages, each with the day on which it begins. This script shows the last stage that has begun.

/** Elements with the stage that each shows: what is right already stays untouched, a selection in it as well. */
const SHOWN = new WeakMap();

/**
 * The last stage that has begun.
 *
 * @template Stage
 * @param {Stage[]} stages in order of their days
 * @param {(stage: Stage) => string} beginOf
 * @param {string} day
 * @returns {Stage}
 */
function lastBegun(stages, beginOf, day) {
  return stages.filter(stage => beginOf(stage) <= day).pop();
}

/** A release's status, by SUPPORT: `labels` by status; `releases` with rows of begin, status, what to read after. */
function showStatus(element, day) {
  const [, status, when] = lastBegun(SUPPORT.releases[element.dataset.release], ([begin]) => begin, day);
  const badge = element.querySelector(".status");
  badge.className = `status status--${status}`;
  badge.textContent = SUPPORT.labels[status];
  element.querySelector(".support-when").textContent = when;
}

/** A release to choose from, an option or a group of its versions: those that are dead are marked. */
function markOption(element, day) {
  const [, status] = lastBegun(SUPPORT.releases[element.dataset.release], ([begin]) => begin, day);
  const { label } = element.dataset, marked = status === "ended" ? `${label} (${SUPPORT.labels.ended.toLowerCase()})` : label;
  if (element.label !== marked) element.label = marked;
}

/** Text with its stages in templates beside it. A template's class is what the element's is to be. */
function showStage(element, day) {
  const templates = [...element.children].filter(child => child.matches("template"));
  const stage = lastBegun(templates, ({ dataset }) => dataset.begins, day);
  if (SHOWN.get(element) === stage) return;
  SHOWN.set(element, stage);
  if (stage.className) element.className = stage.className;
  element.querySelector("[data-said]").replaceChildren(stage.content.cloneNode(true));
}

/** The reader's day, in words, where the page asks for it. */
function writeDay(element, day) {
  element.dateTime = day;
  element.textContent = atlasDays.inWords(day);
}

/** Everything on the page that depends on the day. */
function showDay(day) {
  const each = (selector, show) => document.querySelectorAll(selector).forEach(element => show(element, day));
  each(".support[data-release]", showStatus);
  each("option[data-label], optgroup[data-label]", markOption);
  each("[data-by-day]", showStage);
  each("[data-hidden-before]", element => { element.hidden = day < element.dataset.hiddenBefore; });
  each("[data-reader-day]", writeDay);
}

drawByDay(showDay);
