"use strict";

// The plan that the reader made last, on the pages of its changes: its releases on the strip, and at the foot how much of
// the hop is done and what comes next. The planner keeps it (planner/state.js), and the ticks beside it.

/** A value that the browser keeps as JSON; null where there is none. */
function keptValue(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (error) {
    return null; // storage is switched off, or somebody else wrote there
  }
}

/** The hop of a plan that has a change: { to, steps }; undefined where none has, or what is kept is no plan. */
function hopWith(plan, id) {
  try {
    return plan.hops.find(({ steps }) => steps.some(([one]) => one === id));
  } catch (error) {
    return undefined;
  }
}

/** Mark the releases of a plan on a strip. */
function markPlan(strip, { start, to, hops }) {
  const names = [start, ...hops.map(hop => hop.to)];
  strip.querySelectorAll("th[data-release]").forEach(cell => {
    const { release } = cell.dataset;
    cell.classList.toggle("in-plan", names.includes(release));
    cell.classList.toggle("plan-begins", names[0] === release);
    cell.classList.toggle("plan-ends", names[names.length - 1] === release);
    if (names.includes(release) && !cell.title) cell.title = strip.dataset.plan.replace("{to}", to);
  });
}

/** A sentence of the page with values in the place of `{name}`. */
function filledIn(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Say at the foot how far the hop is, and lead to the next step: to its page if it has one, else into the plan. */
function tellPlan(place, plan, hop) {
  const { steps: ticked } = keptValue("atlas.progress") ?? {}, isDone = ([id]) => Boolean(ticked?.[id]?.done);
  const { change, suffix, releases } = place.dataset, link = place.querySelector("a"), address = link.href + plan.query;
  const next = hop.steps.find(step => !isDone(step) && step[0] !== change), own = hop.steps.find(([id]) => id === change);
  link.href = `${address}#${own[2]}`;
  link.textContent = filledIn(place.dataset.plan, plan);
  place.append(` ${filledIn(place.dataset.hop, { hop: hop.to, done: hop.steps.filter(isDone).length, all: hop.steps.length })}`);
  if (!next) return;
  const [id, title, anchor] = next, onward = document.createElement("a");
  onward.href = /^\d+\.\d+\//.test(id) ? releases + id + suffix : `${address}#${anchor}`;
  onward.textContent = title.replaceAll("`", "");
  place.append(` ${place.dataset.next} `, onward);
}

/** Show the reader's plan on the page of one of its changes. */
function showPlan() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-change]"));
  const plan = place && keptValue("atlas.plan"), hop = plan && hopWith(plan, place.dataset.change);
  if (!hop) return;
  document.querySelectorAll("table.strip").forEach(strip => markPlan(strip, plan));
  tellPlan(place, plan, hop);
}

// Material announces each page here, also one that comes without a reload.
if (typeof document$ !== "undefined") document$.subscribe(showPlan);
else showPlan();
