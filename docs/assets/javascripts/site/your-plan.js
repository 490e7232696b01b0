"use strict";

// The plan that the reader made last, on the pages of its changes: its releases on the strip, and at the foot how much of
// the hop is done and what comes next. The planner keeps it (planner/state.js), and the ticks beside it.

/** A value that the browser keeps as JSON; null where there is none, or storage is switched off. */
function keptValue(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (error) {
    return null;
  }
}

/** Mark the releases of a plan on a strip. */
function markPlan(strip, { start, hops }) {
  const names = [start, ...hops.map(hop => hop.to)];
  strip.querySelectorAll("th[data-release]").forEach(({ dataset: { release }, classList }) => {
    classList.toggle("in-plan", names.includes(release));
    classList.toggle("plan-begins", release === start);
    classList.toggle("plan-ends", release === names[names.length - 1]);
  });
}

/** Say at the foot how far the hop is, and lead to the next step: to its page if it has one, else into the plan. */
function tellPlan(place, plan, hop) {
  const { change, releases, suffix, said } = place.dataset, link = place.querySelector("a"), address = link.href + plan.query;
  const ticked = keptValue("atlas.progress")?.steps ?? {}, left = hop.steps.filter(([id]) => !ticked[id]?.done);
  const values = { ...plan, hop: hop.to, done: hop.steps.length - left.length, all: hop.steps.length };
  const [title, told, next] = said.replace(/\{(\w+)\}/g, (_, name) => values[name]).split("|");
  link.href = `${address}#${hop.steps.find(([id]) => id === change)[2]}`;
  link.textContent = title;
  place.append(told);
  const step = left.find(([id]) => id !== change);
  if (!step) return;
  const onward = document.createElement("a");
  onward.href = /^\d/.test(step[0]) ? releases + step[0] + suffix : `${address}#${step[2]}`;
  onward.textContent = step[1].replaceAll("`", "");
  place.append(next, onward);
}

/** Show the reader's plan on the page of one of its changes. What is kept may be anything. */
function showPlan() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-change]")), plan = keptValue("atlas.plan");
  try {
    const hop = plan.hops.find(({ steps }) => steps.some(([id]) => id === place.dataset.change));
    tellPlan(place, plan, hop);
    document.querySelectorAll("table.strip").forEach(strip => markPlan(strip, plan));
  } catch (error) {
    return; // no plan, or none of this change
  }
}

// Material announces each page here, also one that comes without a reload.
if (typeof document$ !== "undefined") document$.subscribe(showPlan);
else showPlan();
